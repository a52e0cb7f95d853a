import type { Condition, DataQuestion, Direction, Filter, NameMention } from '../question/question.ts';
import type { Grain } from '../time/calendar.ts';
import type { FoundPeriods } from '../time/find-periods.ts';
import type { Focus } from '../vocabulary/focus-phrases.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Missing } from '../vocabulary/missing-topic.ts';
import type { ChartWish } from '../vocabulary/shape-phrases.ts';
import type { FoundCondition } from './find-conditions.ts';
import type { Place } from './find-place.ts';
import type { Purchasing } from './find-purchasing.ts';
import type { Removal } from './find-removal.ts';

/** A bound on a figure, with the measure that stands beside it. */
export type BoundCondition = FoundCondition & { references: Reference[] | null };

/** What one sentence says, part by part; what it does not say is null or empty. */
export type Parts = {
  words: number;
  /** What each mention may refer to: one reference a tool. */
  measures: Reference[][];
  dimensions: Reference[][];
  /** The noun after "how many" is among the dimensions. */
  counted: Reference[] | null;
  /** What is told of each row beside its figures: "with their brand". */
  attributes: Reference[][];
  /** The dimension after "each", "per" or "by", where something is ranked: each member has its own ranking. */
  each: Reference[] | null;
  grain: Grain | null;
  time: FoundPeriods;
  names: NameMention[];
  /** What is spoken of lies in a warehouse: "units in Minneapolis". */
  held: boolean;
  /** Words that are names only where the catalog has exactly them. */
  doubts: NameMention[];
  /** Filters that need no lookup: days of the week. */
  filters: Filter[];
  /** Days of the week set against each other. */
  daySides: DataQuestion['sides'];
  /** Dimensions of which all members are asked for: "all regions again". */
  everywhere: string[];
  /** What tells the variants of a product apart: "each colour". */
  variants: string | null;
  /** What follows "by" and is no dimension: "by city". */
  unknownSplit: string | null;
  /** The measure after "per": "profit per order". */
  per: Reference[] | null;
  /** Asks for what did not happen: "never sold", "no sales". */
  denies: boolean;
  order: Direction | null;
  /** The things themselves are ranked, and figures are only told beside: "ten biggest customers with their margin". */
  ranksThings: boolean;
  /** "The second best", "best and worst". */
  place: Place | null;
  limit: number | null;
  conditions: BoundCondition[];
  chart: ChartWish | null;
  /** The chart that was wished for, where it cannot be drawn: `chart` is the nearest one. */
  otherChart: { spoken: string; type: string } | null;
  focus: Set<Focus>;
  reorder: boolean;
  /** Goods that come in are asked for: as ordered from suppliers, as received, or as due. */
  purchasing: Purchasing['stage'] | null;
  /** Whose days the period means, where they are not those of the order. */
  daysOf: DataQuestion['daysOf'];
  /** The tool whose report is asked for. */
  report: string | null;
  missing: { topic: Missing; spoken: string; names: NameMention[] } | null;
  /** Says whose figure: "our margin". */
  owns: boolean;
  /** A share asked for is that of what is named, or of each member. */
  shareOf: Exclude<DataQuestion['shareOf'], 'shown'>;
  /** The share is a part of the figure itself: "what share of discounts came from Home?" */
  ofFigure: boolean;
  /** Whether a change asked for is a fall: "declined", "dropped". */
  falls: boolean;
  /** Bounds on the change that a follow-up asks for: "only those that grew". */
  changeBounds: Condition[];
  /** Bounds on the part that what is named has in the figure: "more than 40 % of sales". */
  partBounds: Condition[];
  /** Names one of the rows that the last answer showed. */
  namesRow: boolean;
  /** Its words have a meaning only after the last question: "in that week", "what is still open?" */
  goesOn: boolean;
  /** What is taken away from the last question: "without the split". */
  removes: Removal | null;
  /** Words that mean something and that nothing above holds: a figure would leave them out. */
  leftover: string[];
  /** The whole sentence in lower case. */
  text: string;
  /** The first words, for questions that begin like a follow-up. */
  opening: string;
};

/** Whether times are set against each other. */
export function setsTimes({ periods, against, versus }: Parts['time']): boolean {
  return periods.length > 1 || against !== null || versus !== null;
}

export function hasTime({ periods, against, versus }: Parts['time']): boolean {
  return periods.length > 0 || against !== null || versus !== null;
}
