import type { Figure } from '@tallyboard/contract';
import { proveByAnyCell } from './any-cell.ts';
import { proveAskedBound } from './asked-bounds.ts';
import { dropAskedFor } from './asked-for.ts';
import { type PreparedResult, prepareResult, toCandidates } from './candidates.ts';
import { toCrossCandidates } from './cross-results.ts';
import { findNumerals } from './find-numerals.ts';
import type { Candidate, Formula } from './formulas.ts';
import type { GroundedResult } from './grounded-result.ts';
import { findMention, type Mention } from './mentions.ts';
import { isInCurrency } from './money.ts';
import { isNumberName, listNames } from './names.ts';
import { createPassageFinder } from './passages.ts';
import { dropQuoted, findNames, findQuotedSpans } from './quoted-spans.ts';
import {
  toBoundCandidates,
  toExplanationCandidates,
  toNoteCandidates,
  toScopeCandidates,
} from './scope-candidates.ts';
import { fits, type Shown, toShown } from './shown.ts';
import { findStates, toStateCounts } from './states.ts';

export type ProveInput = {
  /** The answer, Markdown. */
  text: string;
  question: string;
  /** The results of the turn, in order. */
  results: readonly GroundedResult[];
  /** What else may be named, with digits that are no figures. */
  names?: Iterable<string>;
};

/** What an answer states beyond so many figures is not looked at and stays unproved: nobody reads it, and it holds others up. */
const maxFigures = 400;
/** Nor what comes after so many rows were gone through, each result once for each passage. */
const maxRowsRead = 2_000_000;

/**
 * Finds each figure of an answer and proves it equal to a cell, or to a formula over cells: sum, difference, share, change,
 * mean, count, quotient; rounded to the digits shown. Dates, ranks, names and bounds of the question are no figures.
 */
export function proveFigures(input: ProveInput): Figure[] {
  return [...proveEach(input)].filter((figure) => figure !== null);
}

/** The same, figure by figure, and null after each step in between: with many rows each takes its time, and something else may have to run. */
export function* proveEach({ text, question, results, names = [] }: ProveInput): Generator<Figure | null> {
  const asked = findNumerals(question);
  const told = dropQuoted(findNumerals(text), findQuotedSpans(text, names));
  let numerals = dropAskedFor(text, told, question, asked);
  for (const result of results) {
    if (numerals.length === 0) return;
    const own = dropQuoted(numerals, findNames(text, listNames(result)));
    numerals = own.filter((numeral) => !isNumberName(text, numeral, result));
    yield null;
  }
  const bounds = new Set(asked.map(({ value }) => value));
  const currencies = new Set(results.map(({ scope }) => scope.currency));
  const prepared: PreparedResult[] = [];
  const always: Candidate[] = [];
  for (const result of numerals.length === 0 ? [] : results) {
    const each = prepareResult(result);
    prepared.push(each);
    always.push(...toBoundCandidates(each, [...bounds]), ...toNoteCandidates(result));
    yield null;
  }
  const passageAt = createPassageFinder(text);
  const candidatesOf = createCandidateFinder(prepared, always);
  for (const [index, numeral] of numerals.entries()) {
    const { start, end } = numeral;
    const isForeign = numeral.money !== undefined && !isInAny(numeral.money, currencies);
    const found = index < maxFigures && !isForeign ? yield* candidatesOf(passageAt(start)) : null;
    const shown = toShown(numeral, text);
    const proof = found && proveFigure({ shown, text, prepared, found, isAsked: bounds.has(numeral.value) });
    yield { start, end, proved: proof !== null, proof };
  }
}

function isInAny(money: string, currencies: ReadonlySet<string>): boolean {
  return [...currencies].some((currency) => isInCurrency(money, currency));
}

type Finding = { shown: Shown; text: string; prepared: PreparedResult[]; found: Found; isAsked: boolean };

function proveFigure({ shown, text, prepared, found, isAsked }: Finding): Figure['proof'] {
  const counts = listStateCounts(shown, text, prepared, found.mentions);
  if (counts !== null) return proveCount(shown, counts);
  const bound = isAsked ? proveAskedBound(shown, text, prepared, found.mentions) : undefined;
  return bound === undefined ? prove(shown, prepared, found) : bound;
}

type Found = { candidates: Candidate[]; mentions: Mention[] };

/** The candidates of a passage, worked out once for all its figures; null where too much was worked out before. */
function createCandidateFinder(prepared: PreparedResult[], always: Candidate[]) {
  const known = new Map<string, Found>();
  const rows = prepared.reduce((sum, { result }) => sum + result.rows.length, 0);
  return function* (passage: string): Generator<null, Found | null> {
    const before = known.get(passage);
    if (before !== undefined) return before;
    if (known.size > 0 && (known.size + 1) * rows > maxRowsRead) return null;
    const mentions: Mention[] = [];
    const candidates: Candidate[] = [];
    for (const each of prepared) {
      const mention = findMention(each.labels, passage);
      mentions.push(mention);
      candidates.push(...toCandidates(each, mention), ...toExplanationCandidates(each.result, mention));
      yield null;
    }
    candidates.push(...toCrossCandidates(prepared, mentions));
    candidates.push(...prepared.flatMap(({ result }) => toScopeCandidates(result, passage)), ...always);
    const made = { candidates, mentions };
    known.set(passage, made);
    return made;
  };
}

/** What a number before a state of rows can be; null where none follows it. */
function listStateCounts(
  { numeral }: Shown,
  text: string,
  prepared: PreparedResult[],
  mentions: Mention[],
): Candidate[] | null {
  const counts = prepared.flatMap(({ result, states }, index) =>
    findStates(states, numeral, text).flatMap((state) =>
      toStateCounts(state, result.columns, mentions[index]?.values ?? []),
    ),
  );
  return counts.length > 0 ? counts : null;
}

/** A number of rows is not proved by a cell that happens to be as large. */
function proveCount(shown: Shown, counts: Candidate[]): Figure['proof'] {
  const found = counts.find((count) => fits(shown, count));
  return found === undefined ? null : toProof(found);
}

/** Plain readings before derived ones: a number that is both a count and a difference is taken for the count. */
const plainFormulas: Formula[] = ['cell', 'count', 'sum', 'mean'];

function prove(shown: Shown, prepared: PreparedResult[], { candidates, mentions }: Found): Figure['proof'] {
  const fitting = candidates.filter((candidate) => fits(shown, candidate));
  for (const formula of plainFormulas) {
    const found = fitting.find((candidate) => candidate.formula === formula);
    if (found !== undefined) return toProof(found);
  }
  const [derived] = fitting;
  return proveByAnyCell(shown, prepared, mentions) ?? (derived === undefined ? null : toProof(derived));
}

function toProof({ resultId, formula, cells }: Candidate): NonNullable<Figure['proof']> {
  return { resultId, formula, cells };
}
