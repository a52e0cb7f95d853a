import type { Place } from '../parts/find-place.ts';
import type { Day, Grain } from '../time/calendar.ts';
import type { Against } from '../time/find-periods.ts';
import type { Period } from '../time/period.ts';
import type { MissingTopic } from '../vocabulary/missing-topic.ts';
import type { ChartWish } from '../vocabulary/shape-phrases.ts';

export type Direction = 'asc' | 'desc';
export type Filter = {
  dimension: string;
  op: 'is' | 'is_not' | 'contains' | 'contains_not';
  values: string[];
};

/** What a name stands for that refers to rows of the last answer: it needs no lookup. */
export type Meant = {
  dimension: string;
  /** Null where the rows are all that the last question has: its own filters say them. */
  filter: Filter | null;
  isOne: boolean;
  /** Orders in a state, which figures of that state say themselves. */
  isState: boolean;
  /** All rows that the last answer showed. */
  isAll: boolean;
  /** The last question is narrowed to it already: "it", after the revenue of one product. */
  isKnown: boolean;
};

/** @param isSure whether the other half begins with its name, and not with its time. @param isOuter whether it may be of both. */
export type OwnTime = { side: number; period: Period; isSure: boolean; isOuter: boolean };

/** Words that name something of the company's: looked up in the catalog before the data is read. */
export type NameMention = {
  text: string;
  /** The dimension that stands beside it ("the north warehouse"). */
  hint: string | null;
  excluded: boolean;
  /** Comes beside what was filtered before, not in its place: "compared to Bedding". */
  added?: boolean;
  /** Comes to what was left out, where something was: "and Minneapolis too", after "except Sacramento". */
  too?: boolean;
  /** Is left out no longer, where it was: "include East again". */
  back?: boolean;
  /** Set against another name that stands before or after it: "online or wholesale". */
  against?: 'before' | 'after';
  /** Joined to the name before it: "Alto Cerro and Dolcetta". */
  beside?: boolean;
  /** Of the sentence before: what splits by its kind is of all of that kind again. */
  carried?: true;
  /** Of a question that was refused: not looked up yet. */
  open?: true;
  /** Stands after "in": a place, and no part of a supplier's name. */
  place?: boolean;
  /** Which way goods go by the word before it: "to Calgary", "into Halifax", "out of Moncton", "between Calgary and Halifax". */
  way?: 'to' | 'from' | 'between';
  /** The dimensions that the name can be of where it stands: "which customers are …". */
  fits?: string[];
  /** Says what several products are like: "red products". */
  several?: boolean;
  /** Some of what was told of: "only the red ones", "just black". */
  only?: true;
  /** Another name for what was named, tried after it. */
  tried?: boolean;
  /** The thing that is ranked: "which resellers bought most". */
  ranked?: boolean;
  /** The things that are asked for: "which wines are on order". */
  asked?: boolean;
  /** The thing that is counted: "how many resellers bought …". */
  counted?: boolean;
  /** The things whose number is bounded: "regions with more than 5 restaurants". */
  bounded?: true;
  /** The things that each have a row: "sales by restaurant". */
  split?: true;
  /** Goods come in from it: a supplier before it is a brand. */
  incoming?: true;
  /** Rows of the last answer: "the second one", "those". */
  meant?: Meant;
  /** An ordinary word that may be a name as well: taken only where the catalog has exactly it. */
  optional?: boolean;
  /** Has a time of its own, and stands on one of two sides: "Knives in October than Cookware in September". */
  own?: OwnTime;
  /** What it is of a share: "what share of total revenue was Garden in the East?" */
  ofShare?: { isPart: boolean; isAll: boolean; isCount: boolean };
  /** A noun that counts units of what is named: "reels of solder". It is a name where the catalog has anything like it. */
  counts?: true;
};

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
  /** The share is that of each member in what is named, not of what is named. */
  sharesMembers: boolean | 'shown';
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
  | { kind: 'thanks' }
  /** `names`: what the words may be in the catalog, looked up before the topic is refused ("hitch rack"). */
  | {
      kind: 'missing';
      topic: MissingTopic;
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
