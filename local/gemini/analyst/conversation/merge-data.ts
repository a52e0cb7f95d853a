import type { Parts } from '../parts/parts.ts';
import { asksRate, namesPartLast } from '../parts/read-wording.ts';
import { toOrder } from '../parts/refine-measures.ts';
import type { DataQuestion } from '../question/question.ts';
import { toConditions } from '../question/to-conditions.ts';
import { manyMembers } from '../reads/view.ts';
import type { Focus } from '../vocabulary/focus-phrases.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { inTheirUnit } from './fit-bounds.ts';
import { asksWorth, mergeFigures, sortsBy } from './merge-figures.ts';
import { findDaysBeside, joinNames, mergeFilters, withoutRanked } from './merge-names.ts';
import { findOfEach, meantOf, mergeSplit } from './merge-split.ts';
import { mergeTime } from './merge-time.ts';

/** The last question with what the follow-up says in place of what it says it of. */
export function mergeData(said: Parts, previous: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const inRate = asksForRate(said, previous);
  const parts = inRate ? { ...said, focus: without(said.focus, 'share') } : withoutAll(said);
  const { focus, chart } = parts;
  const figures = mergeFigures(parts, previous, vocabulary);
  const { tool, named, per, isDeclared = false } = figures;
  const alsoBound = boundsAlso(parts, previous, figures.tool);
  const measures = alsoBound ? [...new Set([...previous.measures, ...figures.measures])] : figures.measures;
  const { periods: merged, against, finer } = mergeTime(parts, previous);
  // "What about the worst month?", after one month: of the year, where that one would be best and worst.
  const [only, ...others] = merged;
  const isOfOne = others.length === 0 && only?.count === 1 && only.grain === parts.grain;
  const ranksTime = parts.order !== null && /^(?:month|quarter|year)$/.test(parts.grain ?? '');
  const periods = isOfOne && ranksTime && parts.time.periods.length === 0 ? [] : merged;
  const { dimensions: split, shown } = mergeSplit(parts, previous, tool);
  const days = findDaysBeside(parts, previous)?.[0]?.dimension;
  const dimensions = days === undefined ? split : [...new Set([...split, days])];
  const ofEach = findOfEach(parts);
  const order = parts.order ?? (sortsBy(parts) ? 'desc' : null);
  const ranks = order !== null;
  const asksTotal = focus.has('total') && shown.length === 0 && !focus.has('share');
  const isOne = meantOf(parts).some((meant) => meant.isOne && meant.filter?.op === 'is');
  const isSome = meantOf(parts).some(({ isOne: one, filter }) => !one && filter?.op === 'is');
  // "How many orders are late?", after the first of a ranking: of all of them.
  const countsAll =
    focus.has('count') &&
    shown.length === 0 &&
    previous.limit !== null &&
    !ranks &&
    /\bhow many (?!of (?:them|those|these)\b)/.test(parts.text) &&
    meantOf(parts).length === 0;
  const drops = parts.removes === 'split' || asksTotal || isOne || countsAll;
  // The rows that are meant are all of them.
  const isUnlimited = drops || isSome || parts.removes === 'limit';
  // "As a percentage of gross sales", of months, is one for each.
  const isDivided = per !== undefined || parts.per !== null || isDeclared;
  const whole =
    asksTotal ||
    focus.has('whole') ||
    (focus.has('total') && shown.length > 0) ||
    (focus.has('share') && !isDivided) ||
    parts.removes === 'split';
  const isTimed = !ranks || (shown.length === 0 && !focus.has('sell') && !focus.has('change'));
  // The products of a year by month would be too many.
  const isMany = shown.some((name) => manyMembers.has(name));
  // One month, after the best of all months, is no row of a ranking.
  const isUnit =
    periods.length === 1 &&
    parts.time.periods.length === 1 &&
    periods[0]?.grain === previous.grain &&
    periods[0]?.count === 1 &&
    against === null;
  const keepsRows = isTimed && !whole && !isMany && !(isUnit && dimensions.length === 0);
  // "And average of the last 4 weeks": of a week.
  const [asked] = parts.time.periods;
  const mean = focus.has('average') && asked !== undefined && asked.count > 1 ? asked.grain : null;
  // "Better or worse than a year ago?", after an overview by month, is asked of the whole.
  const asksEither =
    /\b(?:better or worse|worse or better|ahead or behind|up or down|higher or lower|more or less)\b/.test(
      parts.text,
    );
  const grain = parts.grain ?? finer ?? (keepsRows && !asksEither ? previous.grain : null) ?? mean;
  // "By supplier", after a list of late orders: their number by supplier.
  const isList = previous.listed !== null && (shown.length > 0 || parts.grain !== null);
  // "Their total value?", of a list that has more figures beside its own.
  const sums = asksTotal && asksWorth(parts) && previous.dimensions.length > 0;
  // The bound of a question of yes or no was answered with it.
  const isVerdict = previous.dimensions.length === 0 && previous.grain === null && previous.listed === null;
  const comparesTime = parts.time.against !== null || against !== previous.against || periods.length > 1;
  // "How did each compare to Q2?", of the five best: they were ranked before.
  const looksAt = isSome && comparesTime && !ranks;
  const isNewTime = parts.time.periods.length > 0;
  // "Who bought most of it?", after how it moved, is no question of the change.
  const ranksAnew =
    ranks &&
    shown.length > 0 &&
    (focus.has('sell') || /^(?:and )?who\b(?!.*\bcontribut)/.test(parts.text)) &&
    !/(?:change|compare|why|trend)/.test([...focus].join());
  const ends = parts.removes === 'comparison' || ranksAnew;
  // "Stock value by category", after products that are out of stock: a bound on products is none on those.
  // "Which supplier?", after the orders above $10,000, is asked of those orders.
  const areNamed = meantOf(parts).some(({ isAll, filter }) => isAll && filter?.op === 'is');
  const isOfOthers =
    (parts.measures.length > 0 || areNamed) &&
    parts.dimensions.length > 0 &&
    !dimensions.some((name) => previous.dimensions.includes(name));
  // "What's still to come?", after what came in this month: what is open has no day of receipt.
  const isOpenNow =
    previous.daysOf === 'received' &&
    parts.daysOf === null &&
    !isNewTime &&
    measures.every((name) => /^(?:open_|late_|days_late$)/.test(name));
  return {
    ...previous,
    tool,
    measures: isList && named.length === 0 ? [previous.listed ?? ''] : measures,
    dimensions: countsAll ? [] : comparesTime && previous.within !== null ? dimensions.slice(-1) : dimensions,
    grain,
    periods: isOpenNow ? [] : ends ? periods.slice(0, 1) : periods,
    against: ends ? null : against,
    names: joinNames(parts),
    filters: withoutRanked(mergeFilters(parts, previous), ranks ? dimensions : shown, parts),
    order:
      toOrder({ ...parts, order }, measures) ??
      (parts.grain !== null ||
      drops ||
      looksAt ||
      (previous.grain !== null && grain === null && dimensions.length === 0)
        ? null
        : previous.order),
    limit:
      parts.limit ??
      (ofEach !== null ? 1 : null) ??
      ((ranks && !sortsBy(parts)) || isUnlimited ? null : previous.limit),
    // Two times are set side by side for all, not for the first of each.
    within:
      ofEach ??
      (comparesTime || shown.length > 0 || (parts.grain ?? finer) !== null || drops ? null : previous.within),
    ...(parts.variants !== null && { variants: parts.variants }),
    place: parts.place,
    claimed: null,
    conditions:
      parts.conditions.length > 0
        ? [
            ...(alsoBound ? previous.conditions : []),
            ...toConditions(inTheirUnit(parts, tool, measures, vocabulary), tool, measures, vocabulary),
          ]
        : isList || sums || isVerdict || tool !== previous.tool || isOfOthers
          ? []
          : previous.conditions,
    partBounds: parts.partBounds,
    changeBounds: parts.changeBounds.length > 0 ? parts.changeBounds : previous.changeBounds,
    chart: chart !== null ? chart : null,
    otherChart: parts.otherChart,
    // Rows by another unit, or of another time, are a new look: the old comparison is over.
    compares:
      !ends && (focus.has('compare') || (previous.compares && parts.grain === null && finer === null)),
    changes: !ends && (focus.has('change') || (previous.changes && parts.grain === null && !isNewTime)),
    trend: previous.trend || focus.has('trend'),
    share:
      (focus.has('share') && per === undefined && !isDeclared) ||
      (previous.share && (!ranks || order === previous.order) && parts.removes !== 'split'),
    // "As a share", of rows that are shown: of each, not of what they are narrowed to.
    asOne:
      asksTotal ||
      parts.removes === 'split' ||
      (isSome && focus.has('count')) ||
      (previous.asOne && shown.length === 0),
    sharesMembers: focus.has('share')
      ? parts.sharesMembers || (parts.names.length === 0 && dimensions.length > 0)
      : previous.sharesMembers,
    ofFigure: focus.has('share') ? parts.ofFigure : previous.ofFigure,
    why: focus.has('why') || (previous.why && goesInto(parts, shown)),
    falls: parts.falls,
    byRate: inRate || asksRate(parts),
    partLast: namesPartLast(parts) || (previous.partLast && parts.measures.length === 0),
    sides: parts.daySides,
    listed: isList || sums || named.length > 0 ? null : previous.listed,
    counts: focus.has('count'),
    daysOf: isOpenNow ? null : previous.daysOf,
    averages:
      focus.has('average') ||
      /\b(that|it)\b.*\b(per|a) (day|week|month|quarter)\b/.test(parts.text) ||
      (previous.averages && parts.grain === null && grain === previous.grain && shown.length === 0),
    per: per ?? parts.per?.find((reference) => reference.tool === tool)?.name ?? previous.per,
    defines: false,
    members: null,
  };
}

/** "And more than 500 units sold", after the products with a margin under 20 %: both bounds hold. */
function boundsAlso({ text, conditions, measures }: Parts, previous: DataQuestion, tool: string): boolean {
  const isOther = measures.every((references) =>
    references.every(({ name }) => previous.conditions.every(({ measure }) => measure !== name)),
  );
  return (
    previous.conditions.length > 0 &&
    conditions.length > 0 &&
    measures.length > 0 &&
    isOther &&
    tool === previous.tool &&
    /^(?:and|but|also|that|which|who) /.test(text)
  );
}

/** "Which customers?", "and Bikes?", after why: what moved there. */
function goesInto(parts: Parts, shown: string[]): boolean {
  const isPlain = parts.measures.length === 0 && parts.order === null && parts.grain === null;
  return isPlain && parts.time.periods.length === 0 && parts.names.length + shown.length > 0;
}

/** "In percent", after what grew and what fell, is the rate of the change. */
function asksForRate({ text, focus }: Parts, previous: DataQuestion): boolean {
  // Members over time have shares.
  const setsBeside = previous.compares && previous.grain === null;
  const moves = previous.changes || setsBeside || previous.against !== null;
  return (
    moves &&
    focus.has('share') &&
    /^(?:and |now |show (?:it|them|that) )*(?:in|as) (?:%|per ?cent|percentages?)\W*$/.test(text)
  );
}

/** "What share of the total are they?": the rows as they were shown, with the share of each and of all. */
function withoutAll(parts: Parts): Parts {
  if (!parts.focus.has('share')) return parts;
  return {
    ...parts,
    focus: without(parts.focus, 'total'),
    names: parts.names.filter(({ meant }) => !meant?.isAll || meant.isOne),
  };
}

function without(focus: Parts['focus'], left: Focus): Parts['focus'] {
  return new Set([...focus].filter((one) => one !== left));
}
