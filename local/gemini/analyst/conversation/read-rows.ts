import { plain } from '../answer/format-figure.ts';
import { groupRows, tableOf, total } from '../answer/table-of.ts';
import { isWithin } from '../answer/write-bounded.ts';
import type { Question } from '../question/question.ts';
import type { Cell, PastTurn, ResultColumn, ToolStep } from './read-steps.ts';
import { orderTold } from './references/order-told.ts';

/** The rows that an answer showed, by name. */
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

/** "Which brands are growing?" is about those that grew, and no other row of the comparison. */
function findWay(question: Question | null): 1 | -1 | null {
  if (question?.kind !== 'data' || !question.changes) return null;
  const isOfFalls = question.falls && !question.why;
  if (question.order === null && question.changeBounds.length === 0 && !isOfFalls) return null;
  if (question.moves) return null;
  return question.falls ? -1 : 1;
}

/** The members that the answer is about; a second read of the same rows (the most urgent of them) adds nothing. */
export function readRows({ steps, answer }: PastTurn, question: Question | null): Rows | null {
  const lists = steps.filter((step) => step.name !== 'search_catalog' && hasMembers(step));
  const last = lists.at(-1);
  const step = lists.find(({ name, args }) => name === last?.name && !('limit' in args)) ?? last;
  if (step?.outcome.kind !== 'result') return null;
  const { result } = step.outcome;
  const table = tableOf(result);
  const { dimensions, measures, cell, number } = table;
  const way = findWay(question);
  const change = measures.find(({ name }) => name.endsWith('_change'));
  const rate = measures.find(({ name }) => name.endsWith('_change_rate'));
  const bounds = question?.kind === 'data' ? question.changeBounds.filter(({ value }) => value !== 0) : [];
  const rows = result.rows
    .filter((row) => dimensions.every((column) => cell(row, column) !== 'All others'))
    .filter((row) => way === null || change === undefined || number(row, change) * way > 0)
    .filter((row) => bounds.every((bound) => rate === undefined || isWithin(number(row, rate), bound)));
  // "By category", of a list: the categories are told, and not its lines.
  const by = question?.kind === 'report' || question?.kind === 'reorder' ? question.by : null;
  const named = dimensions.filter(({ type, name }) => type === 'string' && !times.test(name));
  const groups = result.columns.filter(({ name }) => name === by);
  const columns = groups.length > 0 ? groups : named;
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
  const moved = question?.kind === 'data' && question.changes ? change : undefined;
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
    // "The worst one", of those that fell, fell most.
    ranked: (groups.length > 0
      ? [...groupRows(table, first)].map(([name, own]) => ({ name, value: total(table, measure, own) }))
      : rows.map((row) => ({ name: String(cell(row, first) ?? ''), value: number(row, moved ?? measure) }))
    ).toSorted((a, b) => b.value - a.value),
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

export function distinct(cells: (Cell | undefined)[]): string[] {
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
