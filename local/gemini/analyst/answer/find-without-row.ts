import type { DataQuestion } from '../question/question.ts';
import { plain } from './format-figure.ts';

/** Names that were set side by side, of which there is no row. */
export function findWithoutRow(
  { filters, conditions, dimensions }: DataQuestion,
  dimension: string,
  found: string[],
): string[] {
  const own = filters.find((filter) => filter.dimension === dimension && filter.op === 'is');
  const isPlain = conditions.length === 0 && dimensions.length < 2;
  if (!own || !isPlain || own.values.length > mostMissing) return [];
  const there = new Set(found.map((one) => one.toLowerCase()));
  return own.values.filter((value) => !there.has(plain(value).toLowerCase()));
}

const mostMissing = 6;
