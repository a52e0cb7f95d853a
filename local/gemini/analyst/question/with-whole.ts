import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { findPart } from '../reads/to-view.ts';
import type { Filter, Question } from './question.ts';

/**
 * "What share of total revenue was Garden in the East?": the part is narrowed by names of several kinds, so that no rows of one kind have
 * it beside its whole. So it is with a part of a number, which members do not add up to: "what share of customers buys online?"
 */
export function withWhole<Asked extends Question>(
  question: Asked,
  found: ResolvedName[],
  filters: Filter[],
): Asked {
  const parts = found.filter(({ mention }) => mention.ofShare?.isPart);
  const [first] = parts;
  if (question.kind !== 'data' || !question.share || first === undefined) return question;
  const others = found.filter((one) => !parts.includes(one));
  const isNamed = others.some(({ mention }) => mention.ofShare !== undefined);
  const kinds = new Set(parts.map(({ filter }) => filter.dimension));
  const { isAll = false, isCount = false } = first.mention.ofShare ?? {};
  // "What share of Outdoor revenue do Vandrer and Solana make?"
  const [kind] = kinds;
  if (isNamed && !isCount && kinds.size === 1 && findPart({ ...question, filters })?.dimension !== kind)
    return { ...question, part: kind };
  if (!isCount && !(kinds.size > 1 && (isAll || isNamed))) return question;
  const whole = isAll ? [] : mergeFilters(question.filters, others);
  // Its rows prove the part: they have to be one.
  const one = parts.find(({ filter }) => filter.op === 'is' && filter.values.length === 1)?.filter.dimension;
  if (one === undefined || parts.filter(({ filter }) => filter.dimension === one).length > 1) return question;
  const dimensions = question.dimensions.filter((name) => !kinds.has(name));
  return { ...question, dimensions, part: one, whole };
}
