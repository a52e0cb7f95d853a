import { hasTime, type Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { sumsRows } from '../../question/sums-top.ts';
import { asksTotal, dropsRows, endsComparison, isOfSome, type Merge, rankedWay } from './merge.ts';

type Merged = Pick<
  DataQuestion,
  'compares' | 'changes' | 'trend' | 'share' | 'asOne' | 'shareOf' | 'ofFigure' | 'why' | 'averages'
>;

/** How the figures are looked at: beside another time, as shares, as a mean, with the reasons of a change. */
export function mergeLook(merge: Merge, { grain, dimensions }: DataQuestion): Merged {
  const { parts, previous, figures, time, shown } = merge;
  const { focus } = parts;
  const ranking = rankedWay(merge);
  const ends = endsComparison(merge);
  const asksPart = focus.has('share') && figures.per === undefined && figures.isDeclared !== true;
  // "Which of them fell?", "how many of the first one did we sell?" ask for something else than a share.
  const asksOther = parts.changeBounds.length > 0 || (figures.named.length > 0 && dropsRows(merge));
  // "And the growth on last year", after revenue with the share of each: of the revenue.
  const asksGrowth = focus.has('change') && /\bgrowth\b/.test(parts.text);
  const keepsShare =
    !asksGrowth &&
    (ranking === null || ranking === previous.order) &&
    parts.removes !== 'split' &&
    !asksOther;
  const isSameUnit = parts.grain === null && grain === previous.grain;
  return {
    // Rows by another unit, or of another time, are a new look: the old comparison is over.
    compares:
      !ends && (focus.has('compare') || (previous.compares && parts.grain === null && time.finer === null)),
    changes:
      !ends &&
      (focus.has('change') ||
        (previous.changes &&
          parts.grain === null &&
          !setsThingsBeside(merge) &&
          !ranksAnew(parts) &&
          (parts.time.periods.length === 0 || ranksMoves(merge)))),
    trend: previous.trend || focus.has('trend'),
    share: asksPart || (previous.share && keepsShare),
    asOne:
      asksTotal(merge) ||
      (focus.has('share') && sumsRows(parts.text)) ||
      parts.removes === 'split' ||
      (isOfSome(merge) && focus.has('count')) ||
      (previous.asOne && shown.length === 0),
    shareOf: focus.has('share')
      ? toShareOf(parts, previous, dimensions)
      : // "What about the first one?", after the share of each.
        dimensions.length === 0 && grain === null && previous.dimensions.length > 0
        ? 'named'
        : previous.shareOf,
    ofFigure: focus.has('share') ? parts.ofFigure : previous.ofFigure,
    why: focus.has('why') || (previous.why && (goesInto(parts, shown) || isInOtherUnit(merge))),
    averages:
      focus.has('average') ||
      /\b(that|it)\b.*\b(per|a) (day|week|month|quarter)\b/.test(parts.text) ||
      (previous.averages && isSameUnit && shown.length === 0),
  };
}

/** "Compare it with Bikes", after whether a course rose: two courses, and no two times. */
function setsThingsBeside({ parts: { focus, time }, previous }: Merge): boolean {
  const isCourse = previous.grain !== null && previous.against === null && previous.periods.length < 2;
  return focus.has('compare') && !hasTime(time) && isCourse;
}

/** "And in Q2?", after the brands that grew most in Q3: those that grew most then. */
function ranksMoves({ parts, previous }: Merge): boolean {
  const isRanking = previous.changes && (previous.order !== null || previous.falls) && !previous.compares;
  return isRanking && parts.measures.length === 0 && parts.time.periods.length === 1 && parts.order === null;
}

/** "And which one buys the most per order?", after what grew most: a ranking by the figure itself. */
function ranksAnew({ measures, per, order, focus }: Parts): boolean {
  return (measures.length > 0 || per !== null) && order !== null && !focus.has('compare');
}

/** "Which customers?", "and Bikes?", after why: what moved there. */
function goesInto(parts: Parts, shown: string[]): boolean {
  const isPlain = parts.measures.length === 0 && parts.order === null && parts.grain === null;
  return isPlain && parts.time.periods.length === 0 && parts.names.length + shown.length > 0;
}

/** "And in units?", after why: what moved it, by those. */
function isInOtherUnit({ parts, figures, shown, previous }: Merge): boolean {
  const { measures, text, order, grain, time, names } = parts;
  const isBare = order === null && grain === null && !hasTime(time) && names.length + shown.length === 0;
  const isOfTool = figures.tool === previous.tool && measures.length === 1;
  return isBare && isOfTool && /\binstead\W*$/.test(text);
}

/** "In percent", after Kitchen and Garden only: of these two; "what share of the total is that?" is asked of both together. */
function toShareOf(
  { shareOf, names, filters, text, dimensions: split }: Parts,
  previous: DataQuestion,
  dimensions: string[],
): DataQuestion['shareOf'] {
  if (shareOf === 'members') return shareOf;
  const isNarrowed = previous.filters.some(
    ({ dimension, op, values }) => op === 'is' && values.length > 1 && dimensions.includes(dimension),
  );
  // "As a share", of rows that are shown: of each, not of what they are narrowed to.
  if (!isNarrowed || split.length > 0)
    return names.length === 0 && dimensions.length > 0 ? 'members' : 'named';
  const isOfAll = /\b(?:total|all|whole|overall|everything)\b/.test(text);
  return names.length + filters.length === 0 && !isOfAll ? 'shown' : 'named';
}
