import { toOrder } from '../../parts/to-order.ts';
import type { DataQuestion } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { comparesTime, dropsRows, isOfSome, type Merge, rankedWay } from './merge.ts';
import { sortsBy } from './merge-figures.ts';
import { findOfEach } from './merge-split.ts';

/** Rows of a result that are told to the page at once. */
const mostShown = 500;

type Merged = Pick<DataQuestion, 'order' | 'limit' | 'place' | 'within'>;

/** Which rows are told, and in which order: "the worst three", "all of them". */
export function mergeRows(merge: Merge, { measures, dimensions, grain }: DataQuestion): Merged {
  const { parts, previous, time, shown } = merge;
  // "Top 3 only", after the worst first: the first three of that list.
  const isOfList = previous.order === 'asc' && previous.limit === null && firstOfList.test(parts.text);
  const ranking = isOfList ? previous.order : rankedWay(merge);
  const ofEach = findOfEach(parts);
  const drops = dropsRows(merge);
  const namesUnit = (parts.grain ?? time.finer) !== null;
  // "How did each compare to Q2?", of the five best: they were ranked before.
  const looksAt = isOfSome(merge) && comparesTime(merge) && ranking === null;
  const isOneFigure = previous.grain !== null && grain === null && dimensions.length === 0;
  // Days are told in their order.
  const isOfDays = shown.some((name) => name.endsWith('_date'));
  const keepsOrder = parts.grain === null && !drops && !looksAt && !isOneFigure && !isOfDays;
  // The rows that are meant are all of them.
  const isUnlimited = drops || isOfSome(merge) || parts.removes === 'limit';
  // "And the lowest?", after the five highest
  const isOtherEnd =
    ranking !== null &&
    previous.order !== null &&
    [parts.measures, parts.dimensions].every((one) => one.length === 0);
  const keepsLimit =
    !isUnlimited && parts.place === null && (ranking === null || isOtherEnd || sortsBy(parts));
  // "And in 2012?", after the best and the worst.
  const keepsEnds = previous.place === 'ends' && keepsOrder && ranking === null;
  // Two times are set side by side for all, not for the first of each.
  // "Which is the best of them?", of the first of each, ranks those among each other.
  const ranksThem = isOfSome(merge) && ranking !== null;
  const keepsWithin = !comparesTime(merge) && shown.length === 0 && !namesUnit && !drops && !ranksThem;
  const isOfMany = dimensions.some((name) => manyMembers.has(name));
  const within = ofEach ?? (keepsWithin ? previous.within : null);
  return {
    order:
      toOrder({ ...parts, order: ranking }, measures) ??
      (asksWhichRose(parts) && dimensions.length === 1 && grain === null ? 'desc' : null) ??
      (asksWhichFell(parts) && dimensions.length === 1 && grain === null ? 'asc' : null) ??
      (keepsOrder ? previous.order : null),
    // Of products and customers no more than can be shown.
    limit:
      parts.limit ??
      (parts.removes === 'limit' && isOfMany ? mostShown : null) ??
      (ofEach !== null ? 1 : null) ??
      // Of each of several there are always so many.
      (keepsLimit || within !== null ? previous.limit : null),
    place: parts.place ?? (keepsEnds ? previous.place : null),
    within,
  };
}

const firstOfList = new RegExp(
  `^(?:(?:and|just|only|now|show|give|me|keep|the) )*top (?:\\d+|${aboveOne})(?: (?:only|please|of (?:them|those|these)|ones|will do))*\\W*$`,
);

/** "Which of them got slower than last year?", after lead times: those whose figure rose, and no others. */
export function asksWhichRose({ focus, falls, text }: Merge['parts']): boolean {
  return focus.has('change') && !falls && whichRose.test(text);
}

/** "Which regions fell?", of a comparison in which the whole rose. */
function asksWhichFell({ focus, falls, text }: Merge['parts']): boolean {
  return focus.has('change') && falls && whichFell.test(text);
}

const whichFell =
  /^(?:and |so |but )*(?:which|what) (?!of\b|ones?\b)\w+(?: \w+)? (?:decreased|declined|fell|dropped|shrank|sank|lost|went down)\W*$/;
const whichRose =
  /^(?:and |so |but )*(?:which|who|what)\b.*\b(?:increased|rose|grew|gained|climbed|improved)\b/;
