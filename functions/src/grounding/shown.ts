import { findBoundBefore } from './bounds.ts';
import { type Direction, findDirection, saysChange, saysNegative } from './direction.ts';
import type { Numeral } from './find-numerals.ts';
import type { Candidate, Formula } from './formulas.ts';

export type Range = { low: number; high: number };

/** A figure as the reader takes it: where the true value may lie. */
export type Shown = {
  numeral: Numeral;
  /** Around the number without its sign, where none is written. */
  range: Range;
  /** What the words around an unsigned number say. */
  direction: Direction;
  /** Whether its sign or the words around it set one value against another. */
  compares: () => boolean;
  /** Whether an unsigned number may stand for a value below zero: "lost $500". */
  negative: boolean;
  /** Significant digits. */
  digits: number;
  /** Where the value of a cell of the kind may lie, sign left open where none is written. */
  asRanges: (kind: Candidate['kind']) => Range[];
};

/** "about 1,200" is rounded to its zeros. */
const about =
  /(?:about|around|roughly|approximately|some|circa|ca\.|nearly|almost|close to|just (?:over|under|above|below)|~|≈)\s*[-−+]?$/i;

/** Binary fractions lie a little beside what they stand for. */
const slack = 1e-9;

export function toShown(numeral: Numeral, text: string): Shown {
  const range = toRange(numeral, text);
  let compares: boolean | undefined;
  return {
    numeral,
    range,
    digits: countDigits(numeral),
    direction: numeral.signed ? undefined : findDirection(text, numeral.start, numeral.end),
    compares: () => {
      compares ??= numeral.signed || saysChange(text, numeral.start, numeral.end);
      return compares;
    },
    negative: numeral.value === 0 || saysNegative(text, numeral.start, numeral.end),
    asRanges: (kind) => {
      const scale = numeral.kind === 'percent' && kind === 'ratio' ? 100 : 1;
      const scaled = { low: range.low / scale, high: range.high / scale };
      return numeral.signed ? [scaled] : [scaled, { low: -scaled.high, high: -scaled.low }];
    },
  };
}

/** "over 1,200" is anything from there on to the next such number, and nothing below. */
function toRange(numeral: Numeral, text: string): Range {
  const { value, step, start } = numeral;
  const size = Math.abs(value);
  const loose = size * slack;
  const bound = findBoundBefore(text, start);
  const isAbout = about.test(text.slice(Math.max(0, start - 24), start));
  const roughly = Math.max(step, Math.min(toRoundStep(numeral), size / 10));
  if (bound === undefined || isAbout) {
    const unit = (isAbout ? roughly : step / 2) + loose;
    return { low: value - unit, high: value + unit };
  }
  // "more than $934,120" may well be said of 934,119.80, and "over $1.2M" not of 1,195,000.
  const rounding = step / 2 <= size / 1000 ? step / 2 : 0;
  const [below, above] = bound.side === 'above' ? [rounding, roughly] : [roughly, rounding];
  return { low: value - below - loose, high: value + above + loose };
}

/** Significant digits. */
export function countDigits({ value, step }: Numeral): number {
  return Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value) / step))) + 1);
}

/** True where the candidate, rounded as shown, reads as the figure. */
export function fits(
  { numeral, range, direction, negative, compares }: Shown,
  candidate: Candidate,
): boolean {
  const scale = toScale(numeral, candidate);
  if (scale === null || !Number.isFinite(candidate.value)) return false;
  const value = candidate.value * scale;
  // A difference has no direction of its own: either row may be the later one.
  const directed = (candidate.formula === 'change' || candidate.isChange) && direction !== undefined;
  if (directed && Math.sign(value) === (direction === 'up' ? -1 : 1)) return false;
  if (value < 0 && !numeral.signed && !negative && stated.has(candidate.formula)) return false;
  // Without a sign the words say it: "fell by 12 %".
  const shown = numeral.signed ? value : Math.abs(value);
  const loose = Math.abs(value) * slack;
  const isIn = shown >= range.low - loose && shown <= range.high + loose;
  return isIn && (!needsWords.has(candidate.formula) || compares());
}

/** What is below zero of itself, whichever way it is told. */
const stated = new Set<Formula>(['cell', 'sum', 'mean']);

/** With so many pairs of rows these are soon equal to a number that says something else. */
const needsWords = new Set<Formula>(['change', 'difference']);

/** Whether a column's values can be told by a number that is written so. */
export function canTell({ kind }: Numeral, unit: Candidate['unit']): boolean {
  if (kind === 'percent') return unit === 'fraction';
  if (kind === 'currency') return unit === 'currency' || unit === 'none';
  return kind === 'plain' && unit !== 'fraction';
}

/** What the candidate is multiplied with to be comparable, or null where it is another kind of number. */
function toScale({ kind }: Numeral, candidate: Candidate): number | null {
  switch (kind) {
    case 'percent':
      return candidate.kind === 'ratio' ? 100 : null;
    case 'points':
      return candidate.kind === 'points' ? 100 : null;
    case 'times':
      return candidate.kind === 'times' ? 1 : null;
    case 'currency':
      return candidate.kind === 'amount' && (candidate.unit === 'currency' || candidate.unit === 'none')
        ? 1
        : null;
    case 'plain':
      return candidate.kind === 'amount' || (candidate.kind === 'ratio' && candidate.formula === 'cell')
        ? 1
        : null;
  }
}

/** 1,200 ends in two zeros: rounded to hundreds. */
function toRoundStep({ value, step }: Numeral): number {
  let round = step;
  while (value !== 0 && Math.abs(value / (round * 10) - Math.round(value / (round * 10))) < slack)
    round *= 10;
  return value === 0 ? step : round;
}
