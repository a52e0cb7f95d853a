import type { Place } from '../parts/find-place.ts';
import type { Condition, DataQuestion } from '../question/question.ts';
import { countUnits, type Day, type Grain } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';

/** How the rows of the main read are to be looked at. */
export type View = {
  grain: Grain | null;
  /** Buckets (first days) that are compared, the earlier one first. */
  pair: { before: Day; after: Day } | null;
  /** Periods of two separate reads, the earlier one first. */
  spans: { before: Period; after: Period } | null;
  /** Both periods come of one read, side by side by member: compare_sales. */
  sideBySide: boolean;
  dimensions: string[];
  /** What else may have moved the whole, where it is asked why. */
  reasons: string[];
  measures: string[];
  period: Period | null;
  /** The member whose share was asked for. */
  highlight: string[];
  ranked: 'asc' | 'desc' | null;
  /** Which way a ranked move goes: any, or that of the whole; null where it has to have grown, or fallen. */
  moves: 'any' | 'whole' | null;
  /** How many of the ranking were asked for. */
  limit: number | null;
  /** The place in the ranking that was asked for. */
  place: Place | null;
  /** Each bucket is set against the one a year before. */
  yearOnYear: boolean;
  falls: boolean;
  /** Moves are ranked by their rate, not by their amount. */
  byRate: boolean;
  /** Bounds on the relative change of the members. */
  changeBounds: Condition[];
  /** The mean of the rows is asked for. */
  averages: boolean;
};

/** For results that no plan stands behind. */
export const noView: View = {
  grain: null,
  pair: null,
  spans: null,
  sideBySide: false,
  dimensions: [],
  reasons: [],
  measures: [],
  period: null,
  highlight: [],
  ranked: null,
  moves: null,
  limit: null,
  place: null,
  yearOnYear: false,
  falls: false,
  byRate: false,
  changeBounds: [],
  averages: false,
};

/** Dimensions with too many members to read them all. */
export const manyMembers = new Set(['product', 'sku', 'customer']);

/** "Our best day ever": of more days than a result has rows for only the first ones are read. */
export function ranksManyDays({ grain, dimensions, ranked, period }: View): boolean {
  const days = period === null ? 0 : (countUnits(period.start, period.end, 'day') ?? 0);
  return ranked !== null && grain === 'day' && dimensions.length === 0 && days > 900;
}

/** "Which month was best?", after this year against last: the highest of all that were shown. */
export function ranksLevels({ order, changes, moves }: DataQuestion): boolean {
  return order !== null && !changes && (moves ?? null) === null;
}
