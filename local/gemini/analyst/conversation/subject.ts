import { tableOf } from '../answer/table-of.ts';
import { isBadWhenHigh } from '../parts/to-order.ts';
import type { Filter, Question } from '../question/question.ts';
import { type Day, type Grain, nameUnit } from '../time/calendar.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import { distinct, type Rows, readRows } from './read-rows.ts';
import type { PastTurn } from './read-steps.ts';
import { asksForOne } from './references/asks-for-one.ts';

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
