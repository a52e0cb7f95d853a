import type { Parts } from '../parts/parts.ts';
import { measuresOf } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { DataQuestion } from './question.ts';

/**
 * "How many brands did we sell last month?": the members that have any of the figure. Null where no members are counted, or
 * a measure counts them.
 */
export function countMembers(
  { focus, counted, order, conditions, names, time, text }: Parts,
  tool: string,
  measures: string[],
  [dimension, ...others]: string[],
  { datasets }: Vocabulary,
): string | null {
  const isCounted = counted?.some(({ name }) => name === dimension) ?? false;
  if (!focus.has('count') || !isCounted || others.length > 0 || order !== null || conditions.length > 0)
    return null;
  const [measure = 'units', ...more] = measures;
  // "How many products did we order from them?", but "how many items came in?" are pieces.
  if (more.length === 0 && flows.test(measure) && !pieces.test(text)) return measure;
  if (more.length > 0 || !/^(units|on_hand)$/.test(measure)) return null;
  const declared = measuresOf(tool, datasets);
  const isNarrowed = focus.has('sell') || names.length > 0 || time.periods.length > 0;
  const held = measure === 'units' ? 'units_sold' : measure;
  const isKept = declared.some(({ name }) => name === held);
  return isKept && (isNarrowed || measure === 'on_hand') ? held : null;
}

/** "How many brands do we have?", "list the warehouses": the members of a dimension, and no figure of theirs. */
export function readMembers(parts: Parts, measures: string[], dimensions: string[]): DataQuestion['members'] {
  const { order, focus, time, counted, each, words, names } = parts;
  // "London vs Manchester by category" sets their sales side by side.
  if (names.some(({ against }) => against)) return null;
  const isBare = measures.length === 0 && dimensions.length === 1 && order === null && !focus.has('sell');
  // "What share of Kitchen is each subcategory?" is one of what was sold.
  const isShare = focus.has('share') && each !== null;
  if (!isBare || time.periods.length > 0 || focus.has('change') || isShare) return null;
  if (focus.has('count')) return counted !== null || each === null ? 'count' : null;
  return focus.has('list') || words <= 6 ? 'list' : null;
}

/** Names are listed from stock records, which hold what does not sell, too. */
export function toMemberTool([dimension]: string[], tool: string, { datasets }: Vocabulary): string {
  const stock = datasets.find(
    ({ measures, dimensions }) =>
      measures.some(({ name }) => name === 'on_hand') && dimensions.some(({ name }) => name === dimension),
  );
  return dimension === 'region' ? tool : (stock?.tool ?? tool);
}

/** What orders and moves of stock are counted in: who and what has any of it is in them. */
export const flows =
  /^(?:(?:late|open)_orders|missed_dates|ordered_units|received_units|units_received|units_in|units_out|units_issued|transferred_in|transferred_out)$/;
const pieces = /\bhow many (?:items|articles|goods|pieces|units)\b/;
