import { plain } from './format-figure.ts';
import { toNumber } from './numbers.ts';
import type { PastTurn, ToolResult, ToolStep } from './read-steps.ts';
import { tableOf } from './table-of.ts';

/** What the last answer is referred to by, and the names that it may mean. */
export type Unclear = { spoken: string; choices: string[] };

/**
 * Writes names out for "the second one", "that supplier" and "of those": the rows of the last answer, in its order. What may
 * be several of them is not guessed.
 */
export function referBack(question: string, last: PastTurn | null): string | Unclear {
  const superlative = superlativeReference.exec(question);
  // The list that is meant may lead with its best or its worst.
  if (superlative) return { spoken: superlative[0], choices: (last && readRows(last)?.names) ?? [] };
  const ordinal = ordinalReference.exec(question);
  const single = ordinal ? null : singleReference.exec(question);
  const several = ordinal || single ? null : severalReference.exec(question);
  const pronoun =
    ordinal || single || several || last === null || !asksOne.test(last.question)
      ? null
      : (itsReference.exec(question) ?? itReference.exec(question));
  const found = ordinal ?? single ?? several ?? pronoun;
  if (!found) return question;
  const rows = last === null ? null : readRows(last);
  const write = (names: string[]): string | Unclear => {
    if (rows === null || names.length === 0 || names.some((name) => sharedName.test(name)))
      return { spoken: found[0].trim(), choices: rows?.names ?? [] };
    const listed = names.map((name) => `"${name.replaceAll('"', '')}"`).join(' and ');
    const lead = several ? 'of ' : '';
    return `${question.slice(0, found.index)}${lead}${rows.dimension.replace('_', ' ')} ${listed}${question.slice(found.index + found[0].length)}`;
  };
  if (ordinal) {
    const [, which = '', noun = ''] = ordinal;
    if (!fitsNoun(noun, rows)) return write([]);
    return write(rows ? (rows.names.slice(...toSlice(which)) ?? []) : []);
  }
  // "There" is a place, "it" a product, "its" whatever leads.
  const isPlace = /^(region|warehouse|channel)$/.test(rows?.dimension ?? '');
  const isThere = pronoun !== null && /^there$/i.test(pronoun[0]);
  const isNamed = isThere ? isPlace : rows?.dimension === 'product';
  const names = pronoun !== null && (isNamed || /^(its|there)$/i.test(pronoun[0]));
  if (pronoun) return rows !== null && names ? write(rows.names.slice(0, 1)) : question;
  // A list without a limit is a set that a follow-up may keep; "for those" is about its rows alone.
  const isOfRows = rows?.isLimited === true || /^for /i.test(found[0]);
  if (several)
    return rows === null || !isOfRows ? question : write(rows.names.length <= mostNames ? rows.names : []);
  const noun = single?.[1] ?? '';
  const filtered = last === null ? null : readFilter(last, noun);
  if (filtered) {
    const { dimension, value } = filtered;
    return `${question.slice(0, found.index)}${dimension.replace('_', ' ')} "${value}"${question.slice(found.index + found[0].length)}`;
  }
  if (noun === 'one' && rows === null) return question;
  return write(rows !== null && rows.names.length === 1 && fitsNoun(noun, rows) ? rows.names : []);
}

/**
 * The same within one message: "which brand sells best, and what is its margin?" Null while the ranking has not been read yet.
 * @param steps what the turn has read so far; the ranking comes first.
 */
export function referWithin(sentence: string, before: string, { steps, ...turn }: PastTurn): string | null {
  if (!itsReference.test(sentence) || !asksOne.test(before)) return sentence;
  const read = steps.findIndex(
    ({ name, outcome }) =>
      outcome.kind === 'result' && name !== 'search_catalog' && name !== 'show_visualization',
  );
  if (read < 0) return null;
  if (isTied(steps[read])) return sentence;
  const asked = referBack(sentence, { ...turn, question: before, steps: steps.slice(0, read + 1) });
  return typeof asked === 'string' ? asked : sentence;
}

/** Whether the first two of a ranking are equal: neither of them is the one that is meant. */
function isTied(step: ToolStep | undefined): boolean {
  if (step?.outcome.kind !== 'result') return false;
  const table = tableOf(step.outcome.result);
  const [first, second] = table.result.rows;
  const [measure] = table.measures;
  return first !== undefined && second !== undefined && measure !== undefined
    ? table.number(first, measure) === table.number(second, measure)
    : false;
}

/** More names than these are not written into a question. */
const mostNames = 6;

const nouns: Record<string, string> = {
  ...{ supplier: 'supplier', vendor: 'supplier', product: 'product', item: 'product', article: 'product' },
  ...{
    brand: 'brand',
    category: 'category',
    subcategory: 'subcategory',
    customer: 'customer',
    client: 'customer',
  },
  ...{
    warehouse: 'warehouse',
    site: 'warehouse',
    region: 'region',
    channel: 'channel',
    segment: 'customer_segment',
  },
};
const noun = `(one|${Object.keys(nouns).join('|')})`;
const ordinalReference = new RegExp(
  `\\b(?:the |number |no\\.? ?|#)(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|top|[1-9])(?: ${noun})\\b(?! (?:by|in|with|per|for each|of each|of every)\\b)`,
  'i',
);
const superlativeReference = /\bthe (?:worst|best|biggest|largest|smallest|highest|lowest) one\b/i;
const singleReference = new RegExp(`\\b(?:that|this|the same) ${noun}\\b`, 'i');
const severalReference = /\b(?:(?:of|from|among) (?:those|these|them)|their|for (?:those|these|them))\b/i;
/** "How much of it do we have?", after the best selling product: the first of the ranking. */
const itReference = /\bit\b(?= (?:do|is|are|have|left|in stock)\b|\s*\??$)|\bthere\b(?=\s*\??$)/i;
/** "What is its margin rate?", after the best brand. */
const itsReference = /\bits\b/i;
const asksOne =
  /\b(best|top|worst|biggest|highest|lowest|most)\b(?!.*\b(products|items|articles|skus)\b)(?!.*\b(top|bottom) \w+ products)/i;
/** Two customers of one name are told apart by their number, which no filter takes. */
const sharedName = / \([A-Z]+-?\d+\)$/;

type Rows = { dimension: string; names: string[]; isLimited: boolean };

/** The members that the last answer is about, in the order in which it names them. */
function readRows(last: PastTurn): Rows | null {
  for (const step of last.steps.toReversed()) {
    if (step.name === 'search_catalog' || step.outcome.kind !== 'result') continue;
    const table = tableOf(step.outcome.result);
    const dimension = table.dimensions.find(({ type }) => type === 'string');
    if (!dimension || table.measures.length === 0) continue;
    return {
      dimension: dimension.name,
      names: inOrderOf(last.answer, readNames(step.outcome.result, dimension.name)),
      isLimited: 'limit' in step.args,
    };
  }
  return null;
}

function readNames({ columns, rows }: ToolResult, name: string): string[] {
  const at = columns.findIndex((column) => column.name === name);
  return [...new Set(rows.map((row) => String(row[at] ?? '')).filter((value) => value !== 'All others'))];
}

function inOrderOf(answer: string, names: string[]): string[] {
  const lists = answer.split('\n').filter((line) => /^(\d+\.|-) /.test(line));
  const place = (name: string) => {
    const at = lists.findIndex((line) => line.replace(/^(\d+\.|-) /, '').startsWith(plain(name)));
    return at < 0 ? lists.length : at;
  };
  return names.toSorted((a, b) => place(a) - place(b));
}

/** The one value that the last question was narrowed to. */
function readFilter({ steps }: PastTurn, spoken: string): { dimension: string; value: string } | null {
  const dimension = nouns[spoken.toLowerCase()];
  for (const { args, outcome } of steps.toReversed()) {
    if (outcome.kind !== 'result' || !Array.isArray(args.filters)) continue;
    for (const filter of args.filters) {
      const { dimension: kept, values } = toFilter(filter);
      const [value] = values;
      if (value !== undefined && values.length === 1 && (dimension === undefined || kept === dimension))
        return { dimension: kept, value };
    }
  }
  return null;
}

function toFilter(filter: unknown): { dimension: string; values: string[] } {
  const nothing = { dimension: '', values: [] };
  if (typeof filter !== 'object' || filter === null) return nothing;
  if (!('dimension' in filter && 'values' in filter && 'op' in filter)) return nothing;
  if (filter.op !== 'is' || !Array.isArray(filter.values)) return nothing;
  return { dimension: String(filter.dimension), values: filter.values.map(String) };
}

function fitsNoun(spoken: string, rows: Rows | null): boolean {
  const dimension = nouns[spoken.toLowerCase()];
  return dimension === undefined || rows?.dimension === dimension;
}

function toSlice(which: string): [number, number | undefined] {
  const word = which.toLowerCase();
  if (word === 'last') return [-1, undefined];
  const order = ['top', 'first', 'second', 'third', 'fourth', 'fifth'].indexOf(word);
  const place = word === 'top' ? 1 : order > 0 ? order : (toNumber(word.replace(/\D+$/, '')) ?? 1);
  return [place - 1, place];
}
