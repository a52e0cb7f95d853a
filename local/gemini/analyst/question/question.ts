import type { Place } from '../parts/find-place.ts';
import type { Day, Grain } from '../time/calendar.ts';
import type { Against } from '../time/find-periods.ts';
import type { Period } from '../time/period.ts';
import type { Missing } from '../vocabulary/missing-topic.ts';
import type { ChartWish } from '../vocabulary/shape-phrases.ts';
import type { Filter, NameMention } from './name-mention.ts';

export type { Filter, Meant, NameMention, OwnTime } from './name-mention.ts';

export type Direction = 'asc' | 'desc';

/** "below 10", "at least 30 %". Fractions are kept as such. */
export type Condition = { op: 'below' | 'above' | 'at_least' | 'at_most'; value: number };

/** A question about figures, complete: what a follow-up left out is filled in. */
export type DataQuestion = {
  kind: 'data';
  /** The tool that has the measures. */
  tool: string;
  measures: string[];
  dimensions: string[];
  grain: Grain | null;
  periods: Period[];
  against: Against | null;
  names: NameMention[];
  filters: Filter[];
  /** Dimensions of filters that are rows of an answer: "them", after the five best brands of Kitchen. */
  ofRows?: string[];
  order: Direction | null;
  limit: number | null;
  /** The places in the ranking that are asked for: "the second best", "best and worst". */
  place: Place | null;
  /** The products of what is named stand for its variants: "each colour". */
  variants?: string;
  /** The dimension or unit of time whose members each have their own ranking: "top three of each category". */
  within: string | null;
  /** The unit of time that is said to lead all others: "was October our best month?" */
  claimed: Period | null;
  /** Bounds on figures, which all have to hold: "revenue over 10k and margin below 20 %". */
  conditions: (Condition & { measure: string })[];
  /** Bounds on the relative change between two periods: "fell by more than 20 %". */
  changeBounds: Condition[];
  /** Bounds on the share of what is named. */
  partBounds: Condition[];
  chart: ChartWish | null;
  /** A chart of another kind that was asked for: drawn where the tool takes it, else `chart` is. */
  otherChart: { spoken: string; type: string } | null;
  /** Figures side by side over time or members. */
  compares: boolean;
  /** Asks how a figure moved. */
  changes: boolean;
  trend: boolean;
  share: boolean;
  /** The figure of all that is named together, not of each. */
  asOne: boolean;
  /** Whose share of the whole: of what is named, of each member of a split, or of each member in those that are shown. */
  shareOf: 'named' | 'members' | 'shown';
  /** What the whole of a share is narrowed to, where several names say the part of it. */
  whole?: Filter[];
  /** The dimension of the part of a share, where what is named does not say it by its kind. */
  part?: string | undefined;
  /** A part of the figure itself, where a rate has the same words: "what share of returns came from Home?" */
  ofFigure: boolean;
  why: boolean;
  /** Things of different kinds set against each other, each read by its own filters: "retailers or wholesale". */
  sides: { name: string; filters: Filter[]; period?: Period }[];
  /** Wants the rows of a long period, not its total: "show the last five years". */
  lists: boolean;
  /** The count of what is listed, read beside the list. */
  listed: string | null;
  /** "How many …" */
  counts: boolean;
  /** The mean over the periods: "average revenue per month". */
  averages: boolean;
  /** Whose days the period means, where they are not those of the order: the receipt, or the promised day. */
  daysOf: 'received' | 'expected' | null;
  /** The measure that each figure is divided by: "profit per order". */
  per: string | null;
  /** A change asked for is a fall. */
  falls: boolean;
  /** Moves are ranked by their size, whichever way they go ("changed most"), or the way that the whole went ("contributed most"). */
  moves?: 'any' | 'whole' | null;
  /** Changes are ranked by their rate: "grew fastest". */
  byRate: boolean;
  /** Of two names the last one is the part: "how much of Clothing came from Gloves". */
  partLast: boolean;
  /** Says what the measure is, too: "what is gross margin?" */
  defines: boolean;
  /** Asks for the number of members of the dimension, or for their names, not for a measure. */
  members: 'count' | 'list' | null;
};

/** The last periods of a forecast, those within the spans that were named, or those of the quarters or years after the running one. */
export type Ahead =
  | { last: number }
  | { spans: { start: Day; end: Day; spoken: string }[] }
  | { next: 'quarter' | 'year'; count: number };

export type ReorderSort = 'urgency' | 'cost' | 'suggested_quantity';

/** A bound on a column of the list of what to reorder. */
export type ReorderBound = Condition & { column: string };

export type Level = 'reorder_point' | 'safety_stock' | 'order_up_to';

export type Question =
  | DataQuestion
  | {
      kind: 'reorder';
      names: NameMention[];
      filters: Filter[];
      chart: ChartWish | null;
      limit: number | null;
      by: string | null;
      /** The level that is asked for by itself, of lines that need no order, too: a column of the list. */
      level: Level | null;
      /** What has come down to its point is meant, too: "at or below the reorder point". */
      atPoint: boolean;
      /** The column by which the lines come, largest or most urgent first. */
      sort: ReorderSort;
      /** Which of its lines are asked for. */
      bounds: ReorderBound[];
    }
  /** Everything about one thing that a person named. */
  | { kind: 'overview'; names: NameMention[]; filters: Filter[]; periods: Period[] }
  | { kind: 'define'; terms: { tool: string; name: string }[]; unknown: string }
  /** A tool that computes a report by itself. */
  | {
      kind: 'report';
      tool: string;
      names: NameMention[];
      filters: Filter[];
      periods: Period[];
      limit: number | null;
      chart: ChartWish | null;
      /** Bounds on its columns, by name or, where none is named, by unit. */
      conditions: (Condition & {
        measure: string | null;
        unit: 'currency' | 'days' | 'fraction' | 'units';
      })[];
      /** The column that its rows are told by: "slow movers by warehouse". */
      by: string | null;
      /** Which of those has the most is asked for: of the rows, or of a figure. */
      ranks?: 'number' | 'figure' | null;
      /** The figure that is told first: "in units". */
      lead: string | null;
      /** Why a line may be in the list, where only some reasons were asked for. */
      reasons: string[];
      /** Arguments of this tool alone. */
      options: Record<string, string | number>;
      /** What of the classes of products is asked for: which of the two kinds, and what they mean. */
      classes: { by: 'abc' | 'xyz'; defines: boolean };
      /** What of a forecast was asked for; null for all of it. */
      ahead: Ahead | null;
    }
  /** How far the data reaches. */
  | { kind: 'coverage'; tool: string; measure: string }
  | { kind: 'help' }
  | { kind: 'greeting' }
  | { kind: 'thanks'; isNoted: boolean }
  /** `names`: what the words may be in the catalog, looked up before the topic is refused ("hitch rack"). */
  | {
      kind: 'missing';
      topic: Missing;
      spoken: string;
      names?: NameMention[];
      /** The question without what it lacks: a follow-up may go on with it. */
      rest?: DataQuestion;
    }
  /** Words that mean something, and that no figure here could heed; unless the names, once looked up, have them. */
  | {
      kind: 'unheeded';
      words: string[];
      names: NameMention[];
      /** The question without those words: what of the last one it would have changed. */
      rest?: Question;
    }
  /** Goes on from what was said before, and that was not understood. */
  | { kind: 'open'; spoken: string; isPast?: boolean | undefined }
  /** "The second one" of an answer that has no such row. */
  | { kind: 'which'; spoken: string; choices: string[]; most?: number }
  | { kind: 'unclear' };

export type ReportQuestion = Extract<Question, { kind: 'report' }>;
