import type { PreparedResult } from './candidates.ts';
import type { Candidate } from './formulas.ts';
import type { GroundedResult, NumericColumn } from './grounded-result.ts';
import type { Mention } from './mentions.ts';

const maxRows = 12;

/**
 * Figures across two results that have the same column: the totals of two periods, the same product in both, a part of one
 * against the total of the other.
 */
export function toCrossCandidates(
  prepared: readonly PreparedResult[],
  mentions: readonly Mention[],
): Candidate[] {
  return prepared.flatMap((left, leftIndex) =>
    prepared.flatMap((right, rightIndex) => {
      if (leftIndex === rightIndex) return [];
      return left.numeric.flatMap((a) => {
        const b = right.numeric.find(
          ({ column }) => column.name === a.column.name && column.unit === a.column.unit,
        );
        if (b === undefined) return [];
        const ours = toScalars(left, a, mentions[leftIndex]);
        const theirs = toScalars(right, b, mentions[rightIndex]);
        return ours.flatMap((x) =>
          theirs.flatMap((y) => toPair(left.result, a, x, right.result.resultId, y)),
        );
      });
    }),
  );
}

type Scalar = { value: number; cells: string; key: string };

/** The rows that the passage names, the only row, and the total. */
function toScalars(
  { result }: PreparedResult,
  numeric: NumericColumn,
  mention: Mention | undefined,
): Scalar[] {
  const { column, values, sum } = numeric;
  const dimensions = result.columns.flatMap(({ role, type }, index) =>
    role === 'dimension' && type !== 'date' ? [index] : [],
  );
  const named = [...new Set([...(mention?.rows ?? []), 0])]
    .filter((row) => row < values.length)
    .slice(0, maxRows);
  const rows = named.map((row) => ({
    value: values[row] ?? Number.NaN,
    cells: `${column.name}, row ${row + 1}`,
    key: JSON.stringify(dimensions.map((index) => result.rows[row]?.[index])),
  }));
  if (!column.summable || result.rowsCut > 0 || values.length < 2) return rows;
  return [...rows, { value: sum, cells: `${column.name}, all ${values.length} rows`, key: 'total' }];
}

function toPair(
  left: GroundedResult,
  { column }: NumericColumn,
  x: Scalar,
  rightId: string,
  y: Scalar,
): Candidate[] {
  const comparable = x.key === y.key || (isWhole(x) && isWhole(y));
  // The rows that a limit kept are a part of the whole: the top ten of all.
  const partOfWhole = isWhole(y) && (!isWhole(x) || (left.limited && y.key === '[]'));
  const shared = {
    unit: column.unit,
    resultId: left.resultId,
    cells: `${x.cells} and ${rightId} ${y.cells}`,
  };
  const isFraction = column.unit === 'fraction';
  const made: Candidate[] = [];
  if (comparable) {
    const kind = isFraction ? 'points' : 'amount';
    made.push({ ...shared, kind, formula: 'difference', value: x.value - y.value });
    if (y.value !== 0) {
      const change = (x.value - y.value) / Math.abs(y.value);
      made.push({ ...shared, kind: 'ratio', formula: 'change', value: change });
      made.push({ ...shared, kind: 'times', formula: 'ratio', value: x.value / y.value });
    }
  }
  if (partOfWhole && !isFraction && y.value !== 0) {
    made.push({ ...shared, kind: 'ratio', formula: 'share', value: x.value / y.value });
  }
  return made;
}

/** A total, or the only row of a result without dimensions. */
function isWhole({ key }: Scalar): boolean {
  return key === 'total' || key === '[]';
}
