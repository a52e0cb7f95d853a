import { toSingular } from '../../vocabulary/to-words.ts';
import type { Rows } from '../read-rows.ts';
import { readOnly, type Subject } from '../subject.ts';
import { nouns } from './nouns.ts';

/** The rows that a reference means. */
export type Picked = {
  dimension: string;
  names: string[];
  /** Null where no filter is needed. */
  op: 'is' | 'is_not' | null;
  isOne: boolean;
  /** What stands before the name in the sentence: "their margin" is that "of" them. */
  lead: string;
  /** They are orders in a state. */
  isState?: boolean;
  /** All rows that the last answer showed. */
  isAll?: boolean;
  /** The last question is narrowed to it already. */
  isKnown?: boolean;
  /** It is asked for with all its goods. */
  ofAllGoods?: true;
};

/** A phrase, and what it refers to: null where it is no reference, "unclear" where it may be one of several. */
export type RowPhrase = {
  pattern: RegExp;
  read: (found: RegExpExecArray, subject: Subject, sentence: string) => Picked | 'unclear' | null;
};

export function pick(
  { rows, most }: Subject,
  choose: (names: string[]) => string[],
  dimension?: string,
  lead = '',
): Picked | 'unclear' | null {
  const kind =
    dimension === undefined ? rows?.kinds[0] : rows?.kinds.find((one) => one.dimension === dimension);
  if (!rows || !kind) return null;
  const names = choose(kind.names);
  if (names.length === 0) return 'unclear';
  // More orders in a state than can be named are all that are in it.
  const isState = rows.isState && names.length > most;
  const isWhole = names.length === kind.names.length && (!rows.isPart || isState);
  if (!isWhole && rows.isCut) return 'unclear';
  return {
    dimension: kind.dimension,
    names,
    op: isWhole ? null : 'is',
    isOne: names.length === 1 && !isWhole,
    isAll: names.length === kind.names.length,
    isState: rows.isState,
    lead,
  };
}

export function pickOne(
  { rows }: Subject,
  choose: (names: string[]) => string | undefined,
  lead = '',
): Picked | null {
  const [kind] = rows?.kinds ?? [];
  const name = kind && choose(kind.names);
  return kind && name !== undefined
    ? { dimension: kind.dimension, names: [name], op: 'is', isOne: true, lead }
    : null;
}

/** The row that leads; where a few lead together all of them are meant, and of many none. */
export function pickLeader(subject: Subject, lead = ''): Picked | 'unclear' | null {
  const tied = subject.rows?.tied ?? [];
  if (tied.length < 2) return pickOne(subject, ([first]) => first, lead);
  return tied.length <= fewTied ? pick(subject, () => tied, undefined, lead) : 'unclear';
}

const fewTied = 3;

/** "What is open with them?", after who supplies one product: of that supplier, and not of the product alone. */
export function pickParty({ rows, question }: Subject, sentence: string): Picked | null {
  const [kind] = rows?.kinds ?? [];
  const [name, ...others] = kind?.names ?? [];
  const isParty = kind !== undefined && /^(?:supplier|customer)$/.test(kind.dimension);
  if (!isParty || name === undefined || others.length > 0 || !withParty.test(sentence)) return null;
  const isOfGoods =
    question?.kind === 'data' && question.filters.some(({ dimension }) => goods.has(dimension));
  return isOfGoods
    ? { dimension: kind.dimension, names: [name], op: 'is', isOne: true, lead: '', ofAllGoods: true }
    : null;
}

/** What "it" is stays, beside who it is from: "how much of it did we get from them?" */
const withParty = /^(?!.*\b(?:it|this|that|those|these)\b).*\b(?:with|from|to) (?:them|him|her)\b/i;

/** Dimensions of what is bought and sold. */
export const goods = new Set(['product', 'sku', 'category', 'subcategory', 'brand']);

/** The one thing that the last question was narrowed to; of several the most particular one. */
export function pickKnown(
  subject: Subject,
  noun: string | undefined,
  lead: string,
  open = things,
): Picked | null {
  const wanted = noun === undefined || noun === 'ones' ? undefined : nouns[toSingular(noun.toLowerCase())];
  const kinds = wanted === undefined ? open : isPlace(wanted) ? places : [wanted];
  const [only] = kinds.flatMap((kind) => readOnly(subject, kind) ?? []);
  if (!only) return null;
  return { dimension: only.dimension, names: only.values, op: 'is', isOne: true, lead, isKnown: true };
}

/** Who may be "they" though it is one. */
export const parties = ['customer', 'supplier', 'brand', 'customer_segment'];
const places = ['warehouse', 'region', 'channel'];
const things = ['product', 'customer', 'supplier', 'brand', 'subcategory', 'category', ...places];

export function isPlace(dimension: string): boolean {
  return places.includes(dimension);
}

/** "Its margin" is that "of" it. */
export function toLead(spoken: string): string {
  return /^(its|his|hers?|theirs?)\b/i.test(spoken) ? 'of ' : '';
}

export function fitsNoun(spoken: string, rows: Rows | null): boolean {
  const dimension = nouns[spoken.toLowerCase()];
  return dimension === undefined || rows?.kinds[0]?.dimension === dimension;
}
