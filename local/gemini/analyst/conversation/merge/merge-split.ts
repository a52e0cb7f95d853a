import { namesFor } from '../../parts/choose-measures.ts';
import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, NameMention } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { sumsFirst } from './merge.ts';

/** What the rows are split by: as before, by something else, or by one thing more. */
export function mergeSplit(
  parts: Parts,
  previous: DataQuestion,
  tool: string,
): { dimensions: string[]; shown: string[] } {
  const everywhere = new Set(parts.everywhere);
  // "All regions again" takes a filter away, and splits nothing.
  const isOpened = (name: string) =>
    parts.order === null &&
    everywhere.has(name) &&
    // "By brand, all brands" splits by what it opens.
    !parts.text.startsWith(`by ${toWords(name)}, all`) &&
    previous.filters.some((filter) => filter.dimension === name);
  const shown = namesFor(parts.dimensions, tool).filter((name) => !isOpened(name));
  if (parts.removes === 'split') return { dimensions: [], shown };
  if (shown.length > 0) {
    const ofEach = findOfEach(parts);
    if (ofEach !== null) return { dimensions: [...new Set([ofEach, ...shown])], shown };
    const adds = /\b(also|as well|too|additionally|add)\b/.test(parts.text);
    return { dimensions: adds ? [...new Set([...previous.dimensions, ...shown])] : shown, shown };
  }
  // "How many are late?", after the orders that are open: of each order it is one.
  const counted = namesFor(parts.measures, tool);
  // "How many orders was that?", after what a customer bought, told by product: one order has several.
  const isOfAll = previous.order === null && previous.limit === null && previous.conditions.length === 0;
  const ofOrders =
    counted.length > 0 && counted.every((name) => /^(?:orders|purchase_order_count)$/.test(name));
  if (ofOrders && isOfAll && previous.dimensions.join() === 'product' && howManyWasThat.test(parts.text))
    return { dimensions: [], shown };
  if (countsOrders(counted) && previous.dimensions.includes('purchase_order'))
    return { dimensions: [], shown };
  // "By month", after a list of late orders: how many they are in each.
  if (previous.listed !== null && parts.grain !== null) return { dimensions: [], shown };
  // "Only those over 30 days", of late orders: the bound is on each whole order.
  if (previous.listed !== null && parts.conditions.length > 0)
    return {
      dimensions: previous.dimensions.filter((name) => /^(?:purchase_order|product)$/.test(name)),
      shown,
    };
  if (sumsFirst({ parts, previous, shown })) return { dimensions: previous.dimensions, shown };
  if (parts.focus.has('total') && !parts.focus.has('share')) return { dimensions: [], shown };
  const meant = meantOf(parts);
  const one = meant.filter(({ isOne, filter }) => isOne && filter?.op === 'is');
  // "Compare the first with the second" has a row for each.
  if (one.length > 1) return { dimensions: [...new Set(one.map(({ dimension }) => dimension))], shown };
  const [single] = one;
  // One order of a list is told like the list.
  if (single && previous.listed !== null) return { dimensions: previous.dimensions, shown };
  // The best brand of the one region that the ranking was narrowed to has no row for each region.
  const isOfOne = (name: string) =>
    name === previous.within &&
    previous.filters.some((one) => one.dimension === name && one.op === 'is' && one.values.length === 1);
  if (single)
    return {
      dimensions: previous.dimensions.filter((name) => name !== single.dimension && !isOfOne(name)),
      shown,
    };
  const others = meant
    .map(({ dimension }) => dimension)
    .filter((name) => !previous.dimensions.includes(name));
  return { dimensions: [...previous.dimensions, ...others], shown };
}

const howManyWasThat =
  /^(?:and |so |but )*(?:in |over |from )?how many (?:purchase )?(?:orders|pos) (?:is|was|were|are) (?:that|it|this|those|they)(?: in total| altogether| in all)?\W*$/;

function countsOrders(measures: string[]): boolean {
  return (
    measures.length > 0 &&
    measures.every((name) => /^(?:late|open|cancelled)_orders$|^purchase_order_count$/.test(name))
  );
}

/** Customers that each have a ranking of their own in one answer. */
const mostGroups = 12;

/** "Their best products": those of each of the rows. */
export function findOfEach({ names, order, dimensions, each }: Parts): string | null {
  // "The best product in each category", after the three best of them.
  const group = each?.[0]?.name;
  const isSplit = dimensions.some((references) => references.every(({ name }) => name !== group));
  if (group !== undefined && order !== null && isSplit && !manyMembers.has(group)) return group;
  const [theirs] = names.flatMap(({ meant, text }) =>
    meant && !meant.isOne && /^their$/.test(text) ? [meant] : [],
  );
  if (theirs === undefined || order === null || dimensions.length !== 1) return null;
  const areFew =
    theirs.dimension === 'customer' && (theirs.filter?.values.length ?? mostGroups + 1) <= mostGroups;
  return areFew || !manyMembers.has(theirs.dimension) ? theirs.dimension : null;
}

export function meantOf({ names }: Parts): NonNullable<NameMention['meant']>[] {
  return names.flatMap(({ meant, excluded }) => (meant && !excluded ? [meant] : []));
}
