import type { Column } from '@tallyboard/contract';
import { type GroundedResult, type NumericColumn, toNumericColumns } from './grounded-result.ts';
import { type Labels, type Mention, type MentionedValue, toLabels } from './mentions.ts';
import { findNeighbours } from './neighbours.ts';
import { findRuns } from './runs.ts';

/**
 * A number that follows from a result. `amount` is in the column's unit, `ratio` a fraction (12.3 % is 0.123), `points` a
 * difference of fractions, `times` a quotient.
 */
export type Candidate = {
  value: number;
  kind: 'amount' | 'ratio' | 'points' | 'times';
  unit: Column['unit'];
  resultId: string;
  formula: string;
  cells: string;
};

/** A result prepared once for all figures of an answer. */
export type PreparedResult = {
  result: GroundedResult;
  numeric: NumericColumn[];
  labels: Labels;
  /** The first and the last period, where the rows have time. */
  edges: MentionedValue[];
  /** Different values of each column that is no measure. */
  distinct: { name: string; count: number }[];
};

export function prepareResult(result: GroundedResult): PreparedResult {
  const distinct = result.columns.flatMap(({ name, role }, index) =>
    role === 'measure' ? [] : [{ name, count: new Set(result.rows.map((row) => row[index])).size }],
  );
  return {
    result,
    numeric: toNumericColumns(result),
    labels: toLabels(result),
    edges: toEdges(result),
    distinct,
  };
}

function toEdges({ columns, rows }: GroundedResult): MentionedValue[] {
  const columnIndex = columns.findIndex(({ type, role }) => type === 'date' && role === 'dimension');
  if (columnIndex < 0 || rows.length === 0) return [];
  const byDay = Map.groupBy(rows.keys(), (row) => String(rows[row]?.[columnIndex]));
  const days = [...byDay.keys()].toSorted();
  return [...new Set([days[0] ?? '', days.at(-1) ?? ''])].map((value) => ({
    columnIndex,
    value,
    rows: byDay.get(value) ?? [],
  }));
}

/** A value that formulas combine. `rows` names what it rests on; those of one `group` may be set against each other. */
type Scalar = { value: number; cells: string; group: 'rows' | 'extremes' | `sums ${number}` };

/**
 * The numbers that a passage may state about one result. Only cells that the passage names, first, last and extreme ones,
 * their neighbours in time, and totals are combined: with every pair of a long result, any number would follow.
 */
export function toCandidates(prepared: PreparedResult, mention: Mention): Candidate[] {
  return prepared.numeric
    .flatMap((numeric) => toColumnCandidates(prepared, numeric, mention))
    .concat(toRowCandidates(prepared, mention));
}

function toColumnCandidates(prepared: PreparedResult, numeric: NumericColumn, mention: Mention): Candidate[] {
  const { result } = prepared;
  const { column, values } = numeric;
  const make = toMaker(result, column);
  const cell = (row: number, group: Scalar['group']): Scalar => ({
    value: values[row] ?? Number.NaN,
    cells: `${column.name}, row ${row + 1}`,
    group,
  });
  const mentioned = mention.rows.map((row) => cell(row, 'rows'));
  const last = values.length - 1;
  const extremes = new Set([0, 1, last, numeric.order[0] ?? 0, numeric.order.at(-1) ?? 0]);
  const structural = [...extremes]
    .filter((row) => row <= last && row >= 0)
    .map((row) => cell(row, 'extremes'));
  const neighbours = [...new Set([...mention.rows, 0, last])].flatMap((row) =>
    row < 0
      ? []
      : findNeighbours(result, row).map((other): [Scalar, Scalar] => [
          cell(row, 'rows'),
          cell(other, 'rows'),
        ]),
  );

  const totals = toTotals(result, numeric);
  const sums = totals.sum === undefined ? [] : toGroupSums(prepared, numeric, mention);
  const combined = totals.sum === undefined ? [] : toCombined(numeric, mention);
  const parts = [...mentioned, ...structural, ...sums, ...combined];

  return [
    ...[...mentioned, ...structural].map((each) => make(each.value, 'cell', each.cells)),
    ...[...sums, ...combined].map((each) => make(each.value, 'sum', each.cells)),
    ...(totals.sum === undefined ? [] : [make(totals.sum, 'sum', totals.cells)]),
    ...(totals.mean === undefined ? [] : [make(totals.mean, 'mean', totals.cells)]),
    ...toPairs([...mentioned, ...structural, ...sums])
      .concat(neighbours)
      .flatMap(([a, b]) => compare(make, a, b)),
    ...(totals.sum === undefined || result.limited
      ? []
      : parts.flatMap((part) => toShare(make, part, totals.sum ?? 0, totals.cells))),
    ...(totals.sum === undefined ||
    result.limited ||
    !/\b(?:rest|others?|remaining|remainder)\b/i.test(mention.passage)
      ? []
      : parts.map((part) =>
          make((totals.sum ?? 0) - part.value, 'remaining sum', `${totals.cells} less ${part.cells}`),
        )),
    ...(totals.mean === undefined || !/average|mean|typical/i.test(mention.passage)
      ? []
      : [...mentioned, ...structural].flatMap((each) =>
          compare(make, each, { value: totals.mean ?? 0, cells: `mean of ${totals.cells}`, group: 'rows' }),
        )),
  ];
}

type Maker = (value: number, formula: string, cells: string, kind?: Candidate['kind']) => Candidate;

function toMaker(result: GroundedResult, column: Column): Maker {
  return (value, formula, cells, kind) => ({
    value,
    kind: kind ?? (column.unit === 'fraction' ? 'ratio' : 'amount'),
    unit: column.unit,
    resultId: result.resultId,
    formula,
    cells,
  });
}

/** A sum is a total only of a summable column none of whose rows were cut. */
function toTotals(result: GroundedResult, { column, order, sum }: NumericColumn) {
  const whole = result.rowsCut === 0 && order.length > 0;
  return {
    sum: whole && column.summable ? sum : undefined,
    mean: whole && column.unit !== 'fraction' ? sum / order.length : undefined,
    cells: `${column.name}, all ${order.length} rows`,
  };
}

/** The sum over the rows of each value that the passage names, and over the first and last period. */
function toGroupSums(
  { result, edges }: PreparedResult,
  { column, values }: NumericColumn,
  mention: Mention,
): Scalar[] {
  return [...mention.values, ...edges]
    .filter(({ rows }) => rows.length > 1)
    .slice(0, 16)
    .map(({ columnIndex, value, rows }) => ({
      value: addUp(values, rows),
      cells: `${column.name} where ${result.columns[columnIndex]?.name} is ${value}`,
      group: `sums ${columnIndex}`,
    }));
}

/** The rows that the passage names together, by their names or as "the top three" or "the last two". */
function toCombined({ column, values }: NumericColumn, mention: Mention): Scalar[] {
  const named =
    mention.rows.length > 1
      ? [{ rows: mention.rows, of: `rows ${mention.rows.map((row) => row + 1).join(', ')}` }]
      : [];
  return [...named, ...findRuns(mention.passage, values.length)].map(({ rows, of }) => ({
    value: addUp(values, rows),
    cells: `${column.name}, ${of}`,
    group: 'rows',
  }));
}

function addUp(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (Number.isNaN(values[row]) ? 0 : (values[row] ?? 0)), 0);
}

function toPairs(scalars: readonly Scalar[]): [Scalar, Scalar][] {
  return scalars.flatMap((a) =>
    scalars
      .filter((b) => a !== b && a.group === b.group && a.cells !== b.cells)
      .map((b): [Scalar, Scalar] => [a, b]),
  );
}

/** a against b: how much more, how much more in relation to b, and how many times b. */
function compare(make: Maker, a: Scalar, b: Scalar): Candidate[] {
  const cells = `${a.cells} and ${b.cells}`;
  const isFraction = make(0, '', '').kind === 'ratio';
  const difference = make(a.value - b.value, 'difference', cells, isFraction ? 'points' : 'amount');
  if (b.value === 0) return [difference];
  return [
    difference,
    make((a.value - b.value) / Math.abs(b.value), 'change', cells, 'ratio'),
    make(a.value / b.value, 'ratio', cells, 'times'),
  ];
}

function toShare(make: Maker, part: Scalar, sum: number, totalCells: string): Candidate[] {
  if (sum === 0) return [];
  const cells = `${part.cells} of ${totalCells}`;
  return [
    make(part.value / sum, 'share', cells, 'ratio'),
    make(1 - part.value / sum, 'remaining share', cells, 'ratio'),
  ];
}

/** Figures across the columns of one row, and the counts of rows. */
function toRowCandidates(prepared: PreparedResult, mention: Mention): Candidate[] {
  const { result, numeric } = prepared;
  const last = result.rows.length - 1;
  const rows = [...new Set([...mention.rows, 0, last])].filter((row) => row >= 0);
  const across = rows.flatMap((row) =>
    numeric.flatMap((a) => numeric.filter((b) => a !== b).flatMap((b) => acrossColumns(result, row, a, b))),
  );
  return [...across, ...toCounts(prepared, mention)];
}

function acrossColumns(result: GroundedResult, row: number, a: NumericColumn, b: NumericColumn): Candidate[] {
  const make = toMaker(result, a.column);
  const scalar = ({ column, values }: NumericColumn): Scalar => ({
    value: values[row] ?? Number.NaN,
    cells: `${column.name}, row ${row + 1}`,
    group: 'rows',
  });
  const [left, right] = [scalar(a), scalar(b)];
  if (a.column.unit === b.column.unit) return compare(make, left, right);
  if (right.value === 0 || a.column.unit === 'fraction' || b.column.unit === 'fraction') return [];
  // Revenue for each order, units for each day.
  return [make(left.value / right.value, 'ratio', `${left.cells} and ${right.cells}`, 'amount')];
}

function toCounts({ result, distinct }: PreparedResult, mention: Mention): Candidate[] {
  const make = (value: number, cells: string): Candidate => ({
    ...{ value, kind: 'amount', unit: 'count', resultId: result.resultId, formula: 'count', cells },
  });
  if (result.limited) return [];
  const all = [make(result.rows.length, 'rows')];
  if (result.rowsCut > 0) all.push(make(result.rows.length + result.rowsCut, 'rows, those cut included'));
  all.push(...distinct.map(({ name, count }) => make(count, `values of ${name}`)));
  const named = mention.values.map(({ columnIndex, value, rows }) =>
    make(rows.length, `rows where ${result.columns[columnIndex]?.name} is ${value}`),
  );
  return [...all, ...named];
}
