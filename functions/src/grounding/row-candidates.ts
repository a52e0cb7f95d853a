import type { PreparedResult } from './candidates.ts';
import { type Candidate, compare, type Scalar, toMaker } from './formulas.ts';
import type { GroundedResult, NumericColumn } from './grounded-result.ts';
import type { Mention } from './mentions.ts';

/** Figures across the columns of one row, and the counts of rows. */
export function toRowCandidates(prepared: PreparedResult, mention: Mention): Candidate[] {
  const { result, numeric } = prepared;
  const last = result.rows.length - 1;
  const rows = [...new Set([...mention.rows, 0, last])].filter((row) => row >= 0);
  const across = rows.flatMap((row) =>
    numeric.flatMap((a) =>
      numeric.filter((b) => a !== b).flatMap((b) => acrossColumns(result, row, a, b, mention)),
    ),
  );
  return [...across, ...toCounts(prepared, mention)];
}

function acrossColumns(
  result: GroundedResult,
  row: number,
  a: NumericColumn,
  b: NumericColumn,
  { passage, rows: named }: Mention,
): Candidate[] {
  const make = toMaker(result, a.column);
  const scalar = ({ column, values }: NumericColumn): Scalar => ({
    value: values[row] ?? Number.NaN,
    cells: `${column.name}, row ${row + 1}`,
    group: 'rows',
  });
  const [left, right] = [scalar(a), scalar(b)];
  const isDivided = right.value !== 0 && a.column.unit !== 'fraction' && b.column.unit !== 'fraction';
  // Revenue for each order, units for each day.
  const each = isDivided
    ? [make(left.value / right.value, 'ratio', `${left.cells} and ${right.cells}`, 'amount')]
    : [];
  if (a.column.unit !== b.column.unit) return each;
  // Returns as a share of revenue: only where the words name the whole.
  const whole = `of ${b.column.label.toLowerCase()}`;
  const isMeant = named.length === 0 || named.includes(row);
  const share =
    isDivided && isMeant && passage.toLowerCase().includes(whole)
      ? [make(left.value / right.value, 'share', `${left.cells} and ${right.cells}`, 'ratio')]
      : [];
  // Orders for each customer: counts that are set against each other are divided only where the words do so.
  return [
    ...compare(make, left, right),
    ...share,
    ...(/\b(?:per|over|each|every)\b/i.test(passage) ? each : []),
  ];
}

function toCounts({ result, distinct, whole }: PreparedResult, mention: Mention): Candidate[] {
  const make = (value: number, cells: string): Candidate => ({
    ...{ value, kind: 'amount', unit: 'count', resultId: result.resultId, formula: 'count', cells },
  });
  if (result.limited) return [];
  const all = [make(result.rows.length, 'rows')];
  if (result.rowsCut > 0) all.push(make(result.rows.length + result.rowsCut, 'rows, those cut included'));
  if (whole.length > 0) all.push(make(whole.length, 'rows of whole periods'));
  all.push(...distinct.map(({ name, count }) => make(count, `values of ${name}`)));
  const named = mention.values.map(({ columnIndex, value, rows }) =>
    make(rows.length, `rows where ${result.columns[columnIndex]?.name} is ${value}`),
  );
  return [...all, ...named];
}
