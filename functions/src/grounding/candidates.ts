import { readCutEnds } from '../analytics/notes.ts';
import { type Candidate, compare, type Scalar, toMaker, toShare } from './formulas.ts';
import { type GroundedResult, type NumericColumn, toNumericColumns } from './grounded-result.ts';
import { keepForResult } from './keep.ts';
import { type Labels, type Mention, type MentionedValue, toLabels } from './mentions.ts';
import { findNeighbours } from './neighbours.ts';
import { toRowCandidates } from './row-candidates.ts';
import { findRuns } from './runs.ts';
import { type State, toStates } from './states.ts';

/** A result prepared once for all figures. */
export type PreparedResult = {
  result: GroundedResult;
  numeric: NumericColumn[];
  labels: Labels;
  /** The first and the last period, where the rows have time. */
  edges: MentionedValue[];
  /** Different values of each column that is no measure. */
  distinct: { name: string; count: number }[];
  /** The rows of whole periods, where there is one row for each period and the first or the last one is cut; else empty. */
  whole: number[];
  states: State[];
};

export const prepareResult = keepForResult((result): PreparedResult => {
  const distinct = result.columns.flatMap(({ name, role }, index) =>
    role === 'measure' ? [] : [{ name, count: new Set(result.rows.map((row) => row[index])).size }],
  );
  const edges = toEdges(result);
  return {
    result,
    numeric: toNumericColumns(result),
    labels: toLabels(result),
    edges,
    distinct,
    whole: toWhole(result, edges),
    states: toStates(result),
  };
});

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

function toWhole({ columns, rows, notes }: GroundedResult, edges: MentionedValue[]): number[] {
  const [first, last] = edges;
  const others = columns.filter(({ role }) => role === 'dimension').length - 1;
  if (first === undefined || last === undefined || others > 0) return [];
  const cut = readCutEnds(notes);
  const left = new Set([...(cut.first ? first.rows : []), ...(cut.last ? last.rows : [])]);
  return left.size === 0 ? [] : [...rows.keys()].filter((row) => !left.has(row));
}

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
  const mentioned = mention.rows.map((row) => ({ ...cell(row, 'rows'), row }));
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
  const shares = isShareOfPeriod(prepared, numeric) ? toPeriodSums(prepared, numeric, mention) : [];

  return [
    // What is told of a named row is no value of another one.
    ...[...mentioned, ...(mention.named === null ? structural : [])].map((each) =>
      make(each.value, 'cell', each.cells),
    ),
    ...[...sums, ...combined, ...shares].map((each) => make(each.value, 'sum', each.cells)),
    ...(totals.sum === undefined ? [] : [make(totals.sum, 'sum', totals.cells)]),
    ...(totals.mean === undefined ? [] : [make(totals.mean, 'mean', totals.cells)]),
    ...toWholeTotals(prepared, numeric, totals).map(({ value, formula, cells }) =>
      make(value, formula, cells),
    ),
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
    ...sums.flatMap((whole) =>
      mentioned
        .filter(({ row }) => whole.rows.includes(row))
        .flatMap((part) => toShare(make, part, whole.value, whole.cells)),
    ),
    ...(totals.mean === undefined || !/average|mean|typical/i.test(mention.passage)
      ? []
      : [...mentioned, ...structural].flatMap((each) =>
          compare(make, each, { value: totals.mean ?? 0, cells: `mean of ${totals.cells}`, group: 'rows' }),
        )),
  ];
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

/** The mean over whole periods is not that over the days of a running month; their sum is theirs, too. */
function toWholeTotals(
  { whole }: PreparedResult,
  { column, values }: NumericColumn,
  { sum, mean }: ReturnType<typeof toTotals>,
): { value: number; formula: 'sum' | 'mean'; cells: string }[] {
  const rows = whole.filter((row) => !Number.isNaN(values[row]));
  if (rows.length === 0) return [];
  const value = addUp(values, rows);
  const cells = `${column.name}, the ${rows.length} rows of whole periods`;
  return [
    ...(sum === undefined ? [] : [{ value, formula: 'sum' as const, cells }]),
    ...(mean === undefined ? [] : [{ value: value / rows.length, formula: 'mean' as const, cells }]),
  ];
}

/** The sum over the rows of each value that the passage names, and over the first and last period. */
function toGroupSums(
  { result, edges, distinct }: PreparedResult,
  { column, values }: NumericColumn,
  mention: Mention,
): (Scalar & { rows: readonly number[] })[] {
  // Of a month of several channels the sum is that of one row, where one channel alone sold.
  const isSplit = (index: number) =>
    distinct.some(({ name, count }) => name === result.columns[index]?.name && count < result.rows.length);
  return [...mention.values, ...toEither(mention), ...edges]
    .filter(({ rows, columnIndex }) => rows.length > 1 || (rows.length === 1 && isSplit(columnIndex)))
    .slice(0, 16)
    .map(({ columnIndex, value, rows }) => ({
      rows,
      value: addUp(values, rows),
      cells: `${column.name} where ${result.columns[columnIndex]?.name} is ${value}`,
      group: `sums ${columnIndex}`,
    }));
}

/** "Not sold or discontinued": the rows that have either of two values of a column, where the passage joins them so. */
function toEither({ passage, values }: Mention): MentionedValue[] {
  const said = passage.toLowerCase();
  return values.flatMap((one) =>
    values
      .filter(
        ({ columnIndex, value }) =>
          columnIndex === one.columnIndex && said.includes(`${one.value} or ${value}`.toLowerCase()),
      )
      .map((other) => ({
        ...one,
        value: `${one.value} or ${other.value}`,
        rows: [...new Set([...one.rows, ...other.rows])],
      })),
  );
}

/** Shares of each period add up within it, and over all periods to nothing. */
function isShareOfPeriod({ edges }: PreparedResult, { column }: NumericColumn): boolean {
  return (
    edges.length > 0 && column.unit === 'fraction' && !column.summable && /\bshare\b/i.test(column.label)
  );
}

function toPeriodSums(prepared: PreparedResult, numeric: NumericColumn, mention: Mention): Scalar[] {
  const { columns } = prepared.result;
  const values = mention.values.filter(({ columnIndex }) => columns[columnIndex]?.type === 'date');
  return toGroupSums({ ...prepared, edges: [] }, numeric, { ...mention, values });
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
