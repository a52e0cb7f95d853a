import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { findPart } from '../reads/to-view.ts';
import { manyMembers } from '../reads/view.ts';
import type { DataQuestion, Filter, Question } from './question.ts';

/**
 * "What share of total revenue was Garden in the East?": the part is narrowed by names of several kinds, so that no rows of one kind have
 * it beside its whole. So it is with a part of a number, which members do not add up to: "what share of customers buys online?"
 */
export function withWhole<Asked extends Question>(
  question: Asked,
  found: ResolvedName[],
  filters: Filter[],
  said: string,
): Asked {
  if (question.kind !== 'data' || !question.share) return question;
  if (liesWithin(question, filters)) {
    const isOfAll = found.some(({ mention }) => mention.ofShare?.isAll) && saysAll.test(said);
    if (isOfAll) return { ...question, shareOf: 'named' };
    return question.shareOf === 'named' ? { ...question, shareOf: 'members' } : question;
  }
  // "What share of units is the Duo?": of so many products its row may not be among the first.
  const own = findPart({ ...question, filters });
  const isOne = own?.values.length === 1 && manyMembers.has(own.dimension) && question.shareOf === 'named';
  const { dimensions: splits, grain, periods, against, changes } = question;
  const isPlain = splits.length === 0 && grain === null && periods.length < 2 && against === null && !changes;
  // "What percentage of orders include Kitchen?": one order may be of several groups, which do not add up.
  const [figure = ''] = question.measures;
  const isShared = /^(?:orders|customers)$/.test(figure) && ofGoods.test(own?.dimension ?? '');
  if (own?.values.length === 1 && isShared && isPlain && question.shareOf === 'named')
    return { ...question, part: own.dimension, whole: filters.filter((filter) => filter !== own) };
  const called = findCalled(filters, question.partLast);
  if (called && question.shareOf === 'named')
    return { ...question, part: called.group, whole: filters.filter((filter) => filter !== called.filter) };
  if (own && isOne && isPlain)
    return { ...question, part: own.dimension, whole: filters.filter((filter) => filter !== own) };
  const parts = found.filter(({ mention }) => mention.ofShare?.isPart);
  const [first] = parts;
  if (first === undefined) return question;
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

/** "Share of Mountain-200 in mountain bike revenue": all that is called so, in the one group or place that the whole is of. */
function findCalled(filters: Filter[], partLast: boolean): { filter: Filter; group: string } | null {
  const [filter, ...more] = filters.filter(
    ({ op, dimension }) => op === 'contains' && dimension === 'product',
  );
  const [group, ...others] = filters.filter((one) => one !== filter);
  if (!filter || !group || more.length + others.length > 0) return null;
  const isOne = group.op === 'is' && group.values.length === 1;
  // "Share of online in grill revenue" is of the channel, "share of grills in online revenue" of what is called so.
  const isGoods = /^(?:sub)?category$/.test(group.dimension);
  const isPart = (filters[0] === filter) !== partLast;
  return isOne && (isGoods || isPart) ? { filter, group: group.dimension } : null;
}

/**
 * Whether what is split into lies within the part: of "Kitchen subcategories as a percentage of total Kitchen sales" each has its
 * share in Kitchen, since Kitchen is all of each.
 */
export function liesWithin(question: DataQuestion, filters: Filter[]): boolean {
  const part = findPart({ ...question, filters });
  return (
    part?.values.length === 1 && question.dimensions.some((name) => holders[name]?.includes(part.dimension))
  );
}

const ofGoods = /^(?:category|subcategory|brand|supplier|product|sku|warehouse)$/;

const holders: Record<string, string[]> = {
  subcategory: ['category'],
  product: ['category', 'subcategory', 'brand', 'supplier'],
  sku: ['category', 'subcategory', 'brand', 'supplier', 'product'],
};

const saysAll = /\b(?:total|overall|company|whole|entire|all|everything)\b/i;
