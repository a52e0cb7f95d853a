import type { Period } from '../time/period.ts';

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
  /** The rows that the last question's own filters say. */
  rows?: string[];
  /** Whatever goods the last question was narrowed to: "open with them", after who supplies one product. */
  ofAllGoods?: true;
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
  /** Stands after a verb of trade: "who bought wine". */
  traded?: true;
  /** Stands after "in": a place, and no part of a supplier's name. */
  place?: boolean;
  /** The place is where customers are, and not what ships to them: "customers in Bristol". */
  ofBuyers?: true;
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
  /** An optional word that is no part of a name either: it is the whole of one. */
  whole?: true;
  /** Has a time of its own, and stands on one of two sides: "Knives in October than Cookware in September". */
  own?: OwnTime;
  /** What it is of a share: "what share of total revenue was Garden in the East?" */
  ofShare?: { isPart: boolean; isAll: boolean; isCount: boolean };
  /** A noun that counts units of what is named: "reels of solder". It is a name where the catalog has anything like it. */
  counts?: true;
};
