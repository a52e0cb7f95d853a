import { type Direction, findDirection } from './direction.ts';
import type { Numeral } from './find-numerals.ts';
import type { Candidate } from './formulas.ts';

/** A figure as the reader takes it: its value, and how far the true one may lie from it. */
export type Shown = {
  numeral: Numeral;
  tolerance: number;
  /** What the words around an unsigned number say. */
  direction: Direction;
  /** Significant digits. */
  digits: number;
  /** The values that a cell of the kind may have, sign left open where none is written. */
  asValues: (kind: Candidate['kind']) => { value: number; tolerance: number }[];
};

/** "about 1,200" is rounded to its zeros, "over 1,200" is anything from there on to the next such number. */
const about =
  /(?:about|around|roughly|approximately|some|circa|ca\.|nearly|almost|close to|just (?:over|under|above|below)|over|more than|above|under|less than|below|at least|up to|~|≈)\s*[-−+]?$/i;

/** Binary fractions lie a little beside what they stand for. */
const slack = 1e-9;

export function toShown(numeral: Numeral, text: string): Shown {
  const rough = about.test(text.slice(Math.max(0, numeral.start - 24), numeral.start));
  const roundStep = toRoundStep(numeral);
  const roughly = Math.max(numeral.step, Math.min(roundStep, Math.abs(numeral.value) / 10));
  const unit = rough ? roughly : numeral.step / 2;
  const tolerance = unit + Math.abs(numeral.value) * slack;
  return {
    numeral,
    tolerance,
    digits: countDigits(numeral),
    direction: numeral.signed ? undefined : findDirection(text, numeral.start, numeral.end),
    asValues: (kind) => {
      const scale = numeral.kind === 'percent' && kind === 'ratio' ? 100 : 1;
      const scaled = { value: numeral.value / scale, tolerance: tolerance / scale };
      return numeral.signed ? [scaled] : [scaled, { ...scaled, value: -scaled.value }];
    },
  };
}

/** Significant digits. */
export function countDigits({ value, step }: Numeral): number {
  return Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value) / step))) + 1);
}

/** True where the candidate, rounded as shown, reads as the figure. */
export function fits({ numeral, tolerance, direction }: Shown, candidate: Candidate): boolean {
  const scale = toScale(numeral, candidate);
  if (scale === null || !Number.isFinite(candidate.value)) return false;
  const value = candidate.value * scale;
  // A difference has no direction of its own: either row may be the later one.
  const directed = candidate.formula === 'change' && direction !== undefined;
  if (directed && Math.sign(value) === (direction === 'up' ? -1 : 1)) return false;
  // Without a sign the words say it: "fell by 12 %".
  const distance = numeral.signed
    ? Math.abs(value - numeral.value)
    : Math.abs(Math.abs(value) - Math.abs(numeral.value));
  return distance <= tolerance + Math.abs(value) * slack;
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
