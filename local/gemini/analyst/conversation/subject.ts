import { plain } from '../answer/format-figure.ts';
import { tableOf } from '../answer/table-of.ts';
import { isBadWhenHigh } from '../parts/to-order.ts';
import type { Filter, Question } from '../question/question.ts';
import { type Day, type Grain, nameUnit } from '../time/calendar.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Cell, PastTurn, ResultColumn, ToolStep } from './read-steps.ts';
import { asksForOne } from './references/asks-for-one.ts';
import { orderTold } from './references/order-told.ts';

/** What a follow-up may speak of: the last question, complete, and the rows that its answer showed. */
export type Subject = {
  question: Question | null;
  /** The question before that one. */
  before: Question | null;
  /** The last questions are taken as one: set side by side, or added up, which some cannot be. */
  joins: 'compare' | 'add' | 'each' | 'apart' | null;
  rows: Rows | null;
  /** One of the rows was asked for: "the best brand", "which supplier is latest". */
  asksOne: boolean;
  /** The unit of time that a ranking of times led with, or the only one that was shown. */
  time: { grain: Grain; start: Day } | null;
  /** The units of time that were shown, the earliest first. */
  times: { grain: Grain; starts: Day[] } | null;
  /** Names that one filter takes at most. */
  most: number;
  /** The measure whose meaning was told last. */
  defined?: Reference | undefined;
};

export type Rows = {
  /** The names of each dimension, in the order in which the answer tells them; what is listed comes first. */
  kinds: { dimension: string; names: string[] }[];
  /** Whether there are others: the rows are the first of a ranking, or those within a bound. */
  isPart: boolean;
  /** Whether not all of them are at hand. */
  isCut: boolean;
  /** Whether they are all orders in a state ("late"), which the question says itself. */
  isState: boolean;
  /** The names of the first kind by the first figure, the largest first. */
  measure: string;
  ranked: { name: string; value: number }[];
  /** Names of the first kind that lead together: the answer says of none that it is the one. */
  tied: string[];
};

export function toSubject(turn: PastTurn | null, question: Question | null, most: number): Subject {
  if (turn === null)
    return { question, before: null, joins: null, rows: null, asksOne: false, time: null, times: null, most };
  const rows = readRows(turn, question);
  // What is in a report no filter says.
  const isReport = question?.kind === 'report' || question?.kind === 'reorder';
  return {
    question,
    before: null,
    joins: null,
    rows: rows && {
      ...rows,
      isPart: rows.isPart || isReport,
      isState: question?.kind === 'data' && question.listed !== null,
    },
    asksOne: asksForOne(turn.question, question),
    time: readTime(turn, question),
    times: readTimes(turn),
    most,
  };
}

function readTime({ steps, answer }: PastTurn, question: Question | null): Subject['time'] {
  const order = question?.kind === 'data' ? question.order : null;
  for (const { outcome } of steps.toReversed()) {
    if (outcome.kind !== 'result') continue;
    const { time, measures, dimensions, result, cell, number } = tableOf(outcome.result);
    const [measure] = measures;
    if (!time?.grain || !measure || dimensions.length > 0) continue;
    const sorted = result.rows.toSorted((a, b) => number(b, measure) - number(a, measure));
    // A unit that is cut leads nothing: the answer says which one does.
    const { grain } = time;
    const told = sorted.find((row) => leadsIn(answer, String(cell(row, time)), grain));
    const first = told ?? (order === 'asc' ? sorted.at(-1) : sorted[0]);
    if (!first || (order === null && sorted.length > 1)) return null;
    return { grain: time.grain, start: String(cell(first, time)) };
  }
  return null;
}

function readTimes({ steps }: PastTurn): Subject['times'] {
  const result = steps.findLast(
    ({ outcome }) => outcome.kind === 'result' && tableOf(outcome.result).time?.grain,
  );
  if (result?.outcome.kind !== 'result') return null;
  const { time, result: table, cell } = tableOf(result.outcome.result);
  if (!time?.grain) return null;
  return { grain: time.grain, starts: distinct(table.rows.map((row) => cell(row, time))).toSorted() };
}

/** Whether an answer tells of a time as the one that leads: "15 November 2026 was the day with …" tells of no 5 November. */
export function leadsIn(answer: string, start: Day, grain: Grain): boolean {
  return new RegExp(`(?<!\\d)${nameUnit(start, grain)} was the ${grain} with `, 'i').test(answer);
}

/** The one value that the question is narrowed to, of a kind or of any. */
export function readOnly({ question }: Subject, dimension: string | undefined): Filter | null {
  if (question === null || !('filters' in question)) return null;
  const named = question.filters.filter(
    ({ op, values, dimension: own }) =>
      op === 'is' && values.length === 1 && (dimension === undefined || own === dimension),
  );
  return named.at(-1) ?? null;
}

export function isNarrowedTo({ question }: Subject, wanted: string): boolean {
  return (
    question?.kind === 'data' &&
    question.filters.some(({ dimension, op }) => dimension === wanted && op === 'is')
  );
}

/** Whether the rows are only where the things are that the question is about: products by warehouse. */
export function isOfThings({ question }: Subject): boolean {
  return (
    question?.kind === 'data' &&
    question.filters.some(
      ({ dimension, op }) =>
        op === 'is' && /^(product|sku|supplier|customer|purchase_order)$/.test(dimension),
    )
  );
}

/** "Which brands are growing?" is about those that grew, and no other row of the comparison. */
function findWay(question: Question | null): 1 | -1 | null {
  if (question?.kind !== 'data' || !question.changes || question.order === null) return null;
  if (question.moves) return null;
  return question.falls ? -1 : 1;
}

/** The members that the answer is about; a second read of the same rows (the most urgent of them) adds nothing. */
function readRows({ steps, answer }: PastTurn, question: Question | null): Rows | null {
  const lists = steps.filter((step) => step.name !== 'search_catalog' && hasMembers(step));
  const last = lists.at(-1);
  const step = lists.find(({ name, args }) => name === last?.name && !('limit' in args)) ?? last;
  if (step?.outcome.kind !== 'result') return null;
  const { result } = step.outcome;
  const table = tableOf(result);
  const { dimensions, measures, cell, number } = table;
  const way = findWay(question);
  const change = measures.find(({ name }) => name.endsWith('_change'));
  const rows = result.rows
    .filter((row) => dimensions.every((column) => cell(row, column) !== 'All others'))
    .filter((row) => way === null || change === undefined || number(row, change) * way > 0);
  const columns = dimensions.filter(({ type, name }) => type === 'string' && !times.test(name));
  const toNames = (column: ResultColumn) => distinct(rows.map((row) => cell(row, column)));
  // "The first", of the three best brands of one region, is a brand.
  const isOfSeveral = columns.some((column) => toNames(column).length > 1);
  const things = columns.filter((column) => !isOfSeveral || toNames(column).length > 1);
  const kinds = things.map((column) => ({
    dimension: column.name,
    names: orderTold(inOrderOf(answer, toNames(column)), table, column, question),
  }));
  const [first] = things;
  const [measure] = measures;
  if (!first || !measure) return null;
  const figureOf = (name: string) => {
    const row = rows.find((one) => String(cell(one, first) ?? '') === name);
    return row === undefined ? null : number(row, measure);
  };
  const limit = typeof step.args.limit === 'number' ? step.args.limit : null;
  return {
    kinds,
    isPart:
      'having' in step.args ||
      (kinds[0]?.names.length ?? 0) < distinct(rows.map((row) => cell(row, first))).length ||
      (limit !== null && result.rowCount >= limit) ||
      rows.length < result.rows.length,
    isCut: result.rowsCut > 0 || result.rows.length < result.rowCount,
    isState: false,
    measure: measure.name,
    ranked: rows
      .map((row) => ({ name: String(cell(row, first) ?? ''), value: number(row, measure) }))
      .toSorted((a, b) => b.value - a.value),
    tied:
      answer === ''
        ? findTied(kinds[0]?.names ?? [], figureOf, question)
        : readTied(answer, kinds[0]?.names ?? []),
  };
}

/** Of the same message no answer says yet which lead together. */
function findTied(
  names: string[],
  figureOf: (name: string) => number | null,
  question: Question | null,
): string[] {
  const [first, second] = names;
  const isRanking =
    question?.kind === 'data' && question.order !== null && !question.changes && question.per === null;
  if (!isRanking || first === undefined || second === undefined) return [];
  const most = figureOf(first);
  // Of nothing none leads.
  return most !== null && most !== 0 && most === figureOf(second)
    ? names.filter((name) => figureOf(name) === most)
    : [];
}

/** "Mekong and Ironwood are highest with 1.4 %" */
function readTied(answer: string, names: string[]): string[] {
  const [, told] = tie.exec(answer) ?? [];
  if (told === undefined) return [];
  const named = names.filter((name) => told.includes(plain(name)));
  return named.length > 1 ? named : names;
}

const tie = /^\*\*([^*]+?) (?:are (?:highest|lowest|the same,)|lead) with\b/;

/** Dimensions whose members are times, not things. */
const times = /_date$|^(weekday|month_of_year|fiscal_)/;

function hasMembers({ outcome }: ToolStep): boolean {
  if (outcome.kind !== 'result') return false;
  const { dimensions, measures } = tableOf(outcome.result);
  return measures.length > 0 && dimensions.some(({ type, name }) => type === 'string' && !times.test(name));
}

function distinct(cells: (Cell | undefined)[]): string[] {
  return [...new Set(cells.map((value) => String(value ?? '')))].filter((name) => name !== '');
}

function inOrderOf(answer: string, names: string[]): string[] {
  const lists = answer.split('\n').filter((line) => /^(\d+\.|-) /.test(line));
  const place = (name: string) => {
    const at = lists.findIndex((line) => line.replace(/^(\d+\.|-) /, '').startsWith(plain(name)));
    return at < 0 ? lists.length : at;
  };
  return names.toSorted((a, b) => place(a) - place(b));
}

/**
 * The row that leads in the way of a superlative; the worst return rate is the highest. Null where two are equal, and where others,
 * which are not at hand, may lead instead.
 */
export function readExtreme({ rows, question }: Subject, superlative: string): string | null {
  if (rows === null) return null;
  // Of quotients no column says which leads: the answer tells them in their order, the highest first.
  if (question?.kind === 'data' && question.per !== null) {
    const isBad = isBadWhenHigh(rows.measure) && superlative === 'worst';
    const names = rows.kinds[0]?.names ?? [];
    return isBad || /^(?:best|biggest|largest|highest|strongest)$/.test(superlative)
      ? (names[0] ?? null)
      : null;
  }
  const isLow = /^(worst|weakest|poorest|smallest|lowest|least|fewest)$/.test(superlative);
  const turns = /^(worst|weakest|poorest|best|strongest)$/.test(superlative) && isBadWhenHigh(rows.measure);
  const [first, second] = isLow === turns ? rows.ranked : rows.ranked.toReversed();
  const mayBeOther = rows.isCut && first?.name !== rows.kinds[0]?.names[0];
  return first && first.value !== second?.value && !mayBeOther ? first.name : null;
}
