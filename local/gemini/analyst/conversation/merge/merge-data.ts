import { hasTime, type Parts } from '../../parts/parts.ts';
import { isOfNow } from '../../parts/purchasing-figures.ts';
import { asksRate, namesPartLast } from '../../parts/read-wording.ts';
import type { DataQuestion } from '../../question/question.ts';
import { findPart } from '../../reads/to-view.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import type { Focus } from '../../vocabulary/focus-phrases.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import {
  comparesTime,
  countsAll,
  countsList,
  endsComparison,
  findOne,
  type Merge,
  rankedWay,
  sumsList,
} from './merge.ts';
import { boundsAlso, boundsRows, mergeBounds } from './merge-bounds.ts';
import { mergeFigures } from './merge-figures.ts';
import { mergeGrain } from './merge-grain.ts';
import { mergeLook } from './merge-look.ts';
import { findDaysBeside, joinNames, mergeFilters, withoutRanked } from './merge-names.ts';
import { mergeRows } from './merge-rows.ts';
import { mergeSplit } from './merge-split.ts';
import { mergeTime } from './merge-time.ts';

/** The last question with what the follow-up says in place of what it says it of. */
export function mergeData(said: Parts, previous: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const inRate = asksForRate(said, previous);
  const isInRate = inPercent.test(said.text) && isRate(previous, vocabulary);
  const isShare = inRate || isInRate || namesRate(said, previous.tool, vocabulary);
  const parts = isShare ? { ...said, focus: without(said.focus, 'share') } : withoutAll(said);
  const { focus } = parts;
  const figures = mergeFigures(parts, previous, vocabulary);
  const { tool, named, per } = figures;
  const time = mergeTime(parts, previous);
  const { dimensions: split, shown } = mergeSplit(parts, previous, tool);
  const days = findDaysBeside(parts, previous)?.[0]?.dimension;
  const dimensions = days === undefined ? split : [...new Set([...split, days])];
  const merge: Merge = { parts, previous, figures, time, dimensions, shown };
  const isOnBounds = boundsAlso(parts, previous, tool) || boundsRows(parts, previous, tool);
  const measures = isOnBounds ? [...new Set([...previous.measures, ...figures.measures])] : figures.measures;
  const isList = countsList(merge);
  const isOpenNow = leavesReceipts(merge, measures);
  const ends = endsComparison(merge);
  const merged = {
    ...previous,
    tool,
    measures: isList && named.length === 0 ? [previous.listed ?? ''] : measures,
    dimensions,
    grain: mergeGrain(merge),
    periods: isOpenNow ? [] : ends ? time.periods.slice(0, 1) : time.periods,
    against: ends ? null : time.against,
    names: joinNames(parts),
    filters: withoutRanked(
      mergeFilters(parts, previous),
      rankedWay(merge) !== null ? dimensions : shown,
      parts,
    ),
    ...(parts.variants !== null && { variants: parts.variants }),
    claimed: null,
    chart: parts.chart,
    otherChart: parts.otherChart,
    falls: parts.falls || keepsFall(parts, previous),
    byRate: inRate || asksRate(parts),
    partLast: namesPartLast(parts) || (previous.partLast && parts.measures.length === 0),
    sides: mergeSides(parts, previous),
    part:
      findOne(merge)?.dimension ??
      (keepsPart(parts, previous) ? findPart(previous)?.dimension : previous.part),
    listed: isList || sumsList(merge) || named.length + parts.conditions.length > 0 ? null : previous.listed,
    counts: focus.has('count'),
    daysOf: isOpenNow ? null : previous.daysOf,
    per: per ?? parts.per?.find((reference) => reference.tool === tool)?.name ?? previous.per,
    defines: false,
    members: null,
  };
  return {
    ...merged,
    ...mergeRows(merge, merged),
    ...mergeBounds(merge, merged, vocabulary),
    ...mergeLook(merge, merged),
    // Two times are set side by side for all, not for the first of each.
    dimensions: countsAll(merge)
      ? []
      : comparesTime(merge) && previous.within !== null
        ? dimensions.slice(-1)
        : dimensions,
  };
}

/** "In Sacramento", after the share that is sold online: the share of online there. */
function keepsPart({ focus, names }: Parts, { share, shareOf }: DataQuestion): boolean {
  return share && shareOf === 'named' && !focus.has('share') && names.length > 0;
}

/** "And in units?", after wholesale against contractors: of both. Another time is that of both. */
function mergeSides(parts: Parts, { sides }: DataQuestion): DataQuestion['sides'] {
  if (parts.daySides.length > 0) return parts.daySides;
  const isOther = parts.names.length > 0 || parts.filters.length > 0 || parts.removes !== null;
  if (isOther) return [];
  return hasTime(parts.time) ? sides.map(({ name, filters }) => ({ name, filters })) : sides;
}

/** "What's still to come?", after what came in this month: what is open has no day of receipt. */
function leavesReceipts({ parts, previous }: Merge, measures: string[]): boolean {
  return (
    previous.daysOf === 'received' &&
    parts.daysOf === null &&
    parts.time.periods.length === 0 &&
    measures.every(isOfNow)
  );
}

/** "By how much?", "and last quarter?", after those that fell. */
function keepsFall({ focus, changeBounds, order }: Parts, { falls, changes }: DataQuestion): boolean {
  return falls && changes && !focus.has('change') && changeBounds.length === 0 && order === null;
}

/** "In percent", after what grew and what fell, is the rate of the change. */
function asksForRate({ text, focus }: Parts, previous: DataQuestion): boolean {
  // Members over time have shares.
  const setsBeside = previous.compares && previous.grain === null;
  const moves = previous.changes || setsBeside || previous.against !== null;
  return moves && focus.has('share') && inPercent.test(text);
}

const inPercent = /^(?:and |now |show (?:it|them|that) )*(?:in|as) (?:%|per ?cent|percentages?)\W*$/;

/** "And the share of new customers?": the figure is a share itself. */
function namesRate({ measures }: Parts, tool: string, { datasets }: Vocabulary): boolean {
  const own = measures.map((references) => references.find((one) => one.tool === tool));
  return own.length > 0 && own.every((one) => one && findTerm(one, datasets)?.unit === 'fraction');
}

/** A rate is in percent already. */
function isRate({ tool, measures }: DataQuestion, { datasets }: Vocabulary): boolean {
  return measures.every((name) => findTerm({ tool, name }, datasets)?.unit === 'fraction');
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
