import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { goods } from '../references/pick-rows.ts';
import { ofAllGoods } from '../references/refers.ts';

/** What is named anew replaces what was filtered, kind by kind: resolve-names.ts does that for names. */
export function mergeFilters(parts: Parts, previous: DataQuestion): DataQuestion['filters'] {
  // "Why were total sales lower?", after those of Garden.
  const isOfAll =
    parts.focus.has('why') && /\b(?:total|overall) (?:sales|revenue|turnover)\b/.test(parts.text);
  // "And overall?", after Garden and Tools, or after Garden alone, is more than these.
  const narrowed = new Set(previous.filters.map(({ dimension }) => dimension));
  const isOverall = overall.test(parts.text) && previous.dimensions.every((name) => narrowed.has(name));
  if (parts.removes === 'filters' || isOfAll || isOverall) return parts.filters;
  const everywhere = new Set(parts.everywhere);
  const beside = findDaysBeside(parts, previous);
  const isWhole = ofAllGoods(parts);
  return [
    ...previous.filters.filter(
      ({ dimension }) =>
        !(isWhole && goods.has(dimension)) &&
        !everywhere.has(dimension) &&
        !parts.filters.some((own) => own.dimension === dimension),
    ),
    ...(beside ?? parts.filters),
  ];
}

const overall =
  /^(?:(?:and|but|what about|how about|now),? )*(?:the )?(?:overall|company[- ]?wide|(?:for |in )?(?:the )?(?:whole|entire) (?:company|business))\W*$/;

/** "Vs Sundays", after the sales of Saturdays: both days. */
export function findDaysBeside(
  { focus, filters }: Parts,
  previous: DataQuestion,
): DataQuestion['filters'] | null {
  const [own] = filters;
  const before = previous.filters.find(({ dimension, op }) => dimension === own?.dimension && op === 'is');
  if (!focus.has('compare') || filters.length !== 1 || own?.op !== 'is' || !before) return null;
  return [{ ...own, values: [...new Set([...before.values, ...own.values])] }];
}

/** "Compared to Bedding", "add Bedding". */
function comparesName({ focus, names, time, measures, dimensions, text }: Parts): boolean {
  const adds =
    /^(?:and |now |then |please |also )*(?:add|plus|also|include|including)\b/.test(text) &&
    measures.length + dimensions.length === 0;
  return (
    (focus.has('compare') || adds) &&
    names.length === 1 &&
    names[0]?.excluded === false &&
    names[0]?.meant === undefined &&
    time.periods.length === 0 &&
    time.against === null
  );
}

/** What a name does to those that were asked for, or left out, before: "compared to Bedding" sets it beside them. */
export function joinNames(parts: Parts): Parts['names'] {
  const { names, measures, dimensions, text } = parts;
  const isBare = measures.length + dimensions.length === 0 && !/\b(?:instead|rather)\b/.test(text);
  const isBeside = comparesName(parts);
  const too = isBare && /\b(?:too|also|as well|either)\b/.test(text);
  const back = isBare && (includes.test(text) || /\b(?:again|back)\b/.test(text));
  return names.map((name) => {
    if (name.meant) return name;
    // "Not Garden", "not Tools either": both are left out.
    if (name.excluded) return { ...name, added: isBare };
    return { ...name, added: isBeside || too, too, back };
  });
}

const includes =
  /^(?:and |but |now |then |please |also |ok )*(?:add|plus|with|includ(?:e|ing)|put|bring|take)\b/;

/** "Who is the fastest overall?", after what one of them did: of all of them. */
export function withoutRanked(
  filters: DataQuestion['filters'],
  ranked: string[],
  { names }: Parts,
): DataQuestion['filters'] {
  return filters.filter(
    ({ dimension, op, values }) =>
      !ranked.includes(dimension) ||
      op !== 'is' ||
      values.length > 1 ||
      names.some(({ meant }) => meant?.dimension === dimension),
  );
}
