import type { Parts } from '../parts/parts.ts';
import { manyMembers } from '../reads/view.ts';

/**
 * The dimension or unit of time whose members each have their own ranking: "top three products in each category". Null where
 * there is one ranking for all, "unclear" where the words do not say of what.
 */
export function toWithin(
  { order, limit, grain, each, text }: Parts,
  dimensions: string[],
  tool: string,
): string | 'unclear' | null {
  if (order === null) return null;
  const ofEach = /\b(per|each|every|of each)\b/.test(text);
  const own = each?.find((reference) => reference.tool === tool)?.name;
  if (grain !== null) {
    const ofUnit = new RegExp(`\\b(?:per|each|every|by) ${grain}\\b`).test(text);
    // "By region and month, highest first" is all of them, in an order.
    const sorts = /\b(?:first|sort|sorted|rank|ranked|ordered|descending|ascending)\b/.test(text);
    const isEach = ofEach || (!sorts && (own !== undefined || ofUnit));
    if (dimensions.length !== 1 || (limit === null && !isEach)) return null;
    // "The best month of each category" ranks months, "the best category of each month" categories.
    const ranksTime = own !== undefined && !ofUnit;
    return ranksTime && dimensions.includes(own) ? own : grain;
  }
  if (dimensions.length < 2 || (limit === null && !ofEach)) return null;
  if (dimensions.length === 2 && own !== undefined && dimensions.includes(own) && !manyMembers.has(own))
    return own;
  const groups = dimensions.filter((name) => !manyMembers.has(name));
  const [group] = groups;
  return dimensions.length === 2 && groups.length === 1 && group !== undefined ? group : 'unclear';
}
