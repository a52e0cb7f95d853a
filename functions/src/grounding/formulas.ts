import type { Column } from '@tallyboard/contract';
import type { GroundedResult } from './grounded-result.ts';

/** How a number follows from cells, as a proof names it; README.md says from which. */
export type Formula =
  | 'cell'
  | 'sum'
  | 'mean'
  | 'count'
  | 'difference'
  | 'change'
  | 'ratio'
  | 'share'
  | 'remaining share'
  | 'remaining sum'
  | 'period'
  | 'note';

/**
 * A number that follows from a result. `amount` is in the column's unit, `ratio` a fraction (12.3 % is 0.123), `points` a
 * difference of fractions, `times` a quotient.
 */
export type Candidate = {
  value: number;
  kind: 'amount' | 'ratio' | 'points' | 'times';
  unit: Column['unit'];
  resultId: string;
  formula: Formula;
  cells: string;
  /** True of a cell that is a change itself, so that what "rose" and "fell" say has to be so. */
  isChange?: boolean;
};

/** A value that formulas combine. `rows` names what it rests on; those of one `group` may be set against each other. */
export type Scalar = { value: number; cells: string; group: 'rows' | 'extremes' | `sums ${number}` };

export type Maker = (value: number, formula: Formula, cells: string, kind?: Candidate['kind']) => Candidate;

export function toMaker(result: GroundedResult, column: Column): Maker {
  return (value, formula, cells, kind) => ({
    value,
    kind: kind ?? (column.unit === 'fraction' ? 'ratio' : 'amount'),
    unit: column.unit,
    resultId: result.resultId,
    formula,
    cells,
    isChange: formula === 'cell' && isRateOfChange(column),
  });
}

/** "Relative change of revenue", "Revenue growth on the period before". */
function isRateOfChange({ name, unit }: Column): boolean {
  return unit === 'fraction' && /_(?:change_rate|growth)$/.test(name);
}

/** a against b: how much more, how much more in relation to b, and how many times b. */
export function compare(make: Maker, a: Scalar, b: Scalar): Candidate[] {
  const cells = `${a.cells} and ${b.cells}`;
  const isFraction = make(0, 'cell', '').kind === 'ratio';
  const difference = make(a.value - b.value, 'difference', cells, isFraction ? 'points' : 'amount');
  if (b.value === 0) return [difference];
  return [
    difference,
    make((a.value - b.value) / Math.abs(b.value), 'change', cells, 'ratio'),
    make(a.value / b.value, 'ratio', cells, 'times'),
  ];
}

/** A part as a fraction of the sum, and what is left of it; nothing where the sum is 0. */
export function toShare(make: Maker, part: Scalar, sum: number, totalCells: string): Candidate[] {
  if (sum === 0) return [];
  const cells = `${part.cells} of ${totalCells}`;
  return [
    make(part.value / sum, 'share', cells, 'ratio'),
    make(1 - part.value / sum, 'remaining share', cells, 'ratio'),
  ];
}
