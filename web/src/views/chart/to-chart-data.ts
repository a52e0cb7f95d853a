import { type Cell, type Chart, type Column, othersName, type Rows } from '@tallyboard/contract';
import { type FormatContext, formatCell, type Unit } from '../format/format-cell.ts';
import { toPeriods } from '../period/to-periods.ts';
import { toTimeTick } from '../period/to-time-ticks.ts';
import { fillParts, groupSeries } from './group-series.ts';
import { toShortNames } from './short-names.ts';
import { projectSeries } from './to-projection.ts';

export type Series = {
  label: string;
  /** The label where several are drawn together: without the words that all end in. */
  short: string;
  unit: Unit;
  column: Column;
  values: (number | null)[];
  /** The member of `series` that it belongs to; null without a split. */
  member: string | null;
  /** Set where the values are expected, not known. */
  projected?: Projected;
};

export type Projected = {
  /** The last known point, from where the line goes on. */
  from: { index: number; value: number } | null;
  /** Ranges around the values, narrowest first. */
  ranges: { lower: Bound; upper: Bound }[];
};

export type Bound = { column: Column; values: (number | null)[] };

export type ChartData = {
  xLabel: string;
  /** True where x is a date: its order is time's, and gaps are kept. */
  isTime: boolean;
  labels: string[];
  /** The labels as the axis writes them: without the words that all end in. The tooltip has the whole. */
  names: string[];
  /** The labels under a time axis, in lines; null where x is no time. */
  ticks: string[][] | null;
  series: Series[];
  /** True where each place along x has one row, so that one bar of the full width stands there whatever its series. */
  onePerPlace: boolean;
  /** What was left out, each in a sentence. */
  notes: string[];
};

/** Names along an axis; beyond them a picture is no longer looked at as one. */
const mostNames = 40;

/** The numbers of a chart, taken from a result's rows by the column names that the visualization gives. */
export function toChartData(chart: Chart, columns: Column[], all: Rows, context: FormatContext): ChartData {
  const indexOf = (name: string) => columns.findIndex((column) => column.name === name);
  const xIndex = indexOf(chart.x);
  // All others together are no member: beside single ones they would set the scale.
  const hasOthers = chart.mark === 'bar' && all.at(-1)?.[xIndex] === othersName;
  const rows = hasOthers ? all.slice(0, -1) : all;
  const x = columns[xIndex];
  const isTime = x?.type === 'date';
  const splitIndex = chart.series === null ? -1 : indexOf(chart.series);
  const split = columns[splitIndex];
  const onePerPlace = chart.mark === 'bar' && !isTime && isSparse(rows, xIndex, splitIndex);
  const repeated = (splitIndex === -1 || onePerPlace) && hasRepeats(rows, xIndex);
  const found = toKeys(rows, xIndex, x, isTime, repeated);
  const isStacked = chart.mark === 'stacked_bar' && !isTime && !repeated;
  const places = isStacked ? orderStacks(found, rows, xIndex, indexOf(chart.y[0] ?? '')) : found;
  const keys = isTime ? places : places.slice(0, mostNames);
  const left = [
    ...(keys.length < places.length
      ? [`The first ${keys.length} of ${places.length} are drawn; the table has all.`]
      : []),
    ...(hasOthers ? ['All others together are in the table.'] : []),
  ];
  const label = (key: string, index: number) =>
    repeated ? toRowLabel(columns, rows, index, xIndex, context) : labelOf(key, rows, xIndex, x, context);
  const position = new Map(keys.map((key, index) => [key, index]));
  const placeOf = rows.map((row, index) => position.get(repeated ? String(index) : String(row[xIndex])));
  const grain = x?.grain ?? 'day';
  const memberOf = (row: Cell[]) => (split ? formatCell(row[splitIndex] ?? null, split, context) : null);

  const groups = new Map<string, Series>();
  rows.forEach((row, rowIndex) => {
    const at = placeOf[rowIndex];
    if (at === undefined) return;
    for (const name of chart.y) {
      const yIndex = indexOf(name);
      const column = columns[yIndex];
      const value = row[yIndex];
      if (!column) continue;
      const member = memberOf(row);
      const key = JSON.stringify([name, member]);
      const text =
        member === null ? column.label : chart.y.length > 1 ? `${member}, ${column.label}` : member;
      const empty = {
        label: text,
        short: text,
        unit: column.unit,
        column,
        member,
        values: keys.map(() => null),
      };
      const group: Series = groups.get(key) ?? empty;
      if (typeof value === 'number') group.values[at] = value;
      groups.set(key, group);
    }
  });

  const grouped = groupSeries(chart.mark, [...groups.values()], left);
  const { series, notes } = keepTwoUnits(grouped.series, grouped.notes);
  const labels = keys.map(label);
  const short = isTime ? null : toShortNames(labels);
  const data: ChartData = {
    xLabel: x?.label ?? '',
    isTime,
    labels,
    names: labels.map((each) => short?.get(each) ?? each),
    ticks: isTime && !repeated ? keys.map((key) => toTimeTick(key, grain, context.locale)) : null,
    series: chart.mark === 'area' ? fillParts(series) : series,
    onePerPlace: onePerPlace && series.length > 1,
    notes,
  };
  return shorten(
    chart.projection
      ? projectSeries(data, chart.projection, { columns, rows, places: placeOf, memberOf })
      : data,
  );
}

function shorten(data: ChartData): ChartData {
  const short = toShortNames(data.series.flatMap(({ member }) => member ?? []));
  // Of one figure in two periods each is known by its period.
  const [own = ''] = data.series[0]?.label.match(/^.*?, /) ?? [];
  const isShared = data.series.every(({ label }) => label.startsWith(own));
  const toShort = ({ label, member }: Series) =>
    member === null
      ? label.slice(isShared ? own.length : 0)
      : label.replace(member, () => short.get(member) ?? member);
  return { ...data, series: data.series.map((series) => ({ ...series, short: toShort(series) })) };
}

function keepTwoUnits(series: Series[], notes: string[]): { series: Series[]; notes: string[] } {
  const units = [...new Set(series.map((one) => one.unit))];
  if (units.length <= 2) return { series, notes };
  const kept = units.slice(0, 2);
  return {
    series: series.filter((one) => kept.includes(one.unit)),
    notes: [...notes, 'Columns of a third unit are not drawn; the table has them.'],
  };
}

function hasRepeats(rows: Rows, xIndex: number): boolean {
  return new Set(rows.map((row) => row[xIndex])).size < rows.length;
}

const mostRowBars = 30;

/** Whether a split leaves most places with one bar, so that bars side by side would be thin and off their names. */
function isSparse(rows: Rows, xIndex: number, splitIndex: number): boolean {
  if (splitIndex === -1) return false;
  const places = new Set(rows.map((row) => row[xIndex])).size;
  const members = new Set(rows.map((row) => row[splitIndex])).size;
  const isFew = rows.length < Math.max(places * 1.5, places * members * 0.6);
  return members > 1 && rows.length <= mostRowBars && rows.length < places * members && isFew;
}

function toKeys(
  rows: Rows,
  xIndex: number,
  x: Column | undefined,
  isTime: boolean,
  repeated: boolean,
): string[] {
  if (repeated) return rows.map((_row, index) => String(index));
  const cells = rows.map((row) => row[xIndex]);
  if (isTime)
    return toPeriods(
      cells.filter((cell) => typeof cell === 'string'),
      x?.grain ?? 'day',
    );
  return [...new Set(cells.map(String))];
}

/** Where rows come by the size of the parts, the stacks come by that of the whole. */
function orderStacks(places: string[], rows: Rows, xIndex: number, yIndex: number): string[] {
  const sizes = rows.map((row) => Number(row[yIndex] ?? 0));
  if (sizes.some((size, index) => size > (sizes[index - 1] ?? size))) return places;
  const totals = new Map(places.map((place) => [place, 0]));
  rows.forEach((row, index) => {
    const place = String(row[xIndex]);
    totals.set(place, (totals.get(place) ?? 0) + (sizes[index] ?? 0));
  });
  return places.toSorted((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
}

function labelOf(
  key: string,
  rows: Rows,
  xIndex: number,
  x: Column | undefined,
  context: FormatContext,
): string {
  if (!x) return key;
  const cell = x.type === 'date' ? key : rows.find((row) => String(row[xIndex]) === key)?.[xIndex];
  return formatCell(cell ?? null, x, context);
}

/** A row by its x where that tells it apart, else by all that describes it. */
function toRowLabel(
  columns: Column[],
  rows: Rows,
  rowIndex: number,
  xIndex: number,
  context: FormatContext,
): string {
  const row = rows[rowIndex] ?? [];
  const isAlone = rows.filter((other) => other[xIndex] === row[xIndex]).length === 1;
  return columns
    .flatMap((column, index) =>
      index === xIndex || (column.role === 'dimension' && !isAlone)
        ? [toShortCell(rows, index, row[index] ?? null, column, context)]
        : [],
    )
    .join(' · ');
}

function toShortCell(rows: Rows, index: number, cell: Cell, column: Column, context: FormatContext): string {
  const text = (each: Cell) => formatCell(each, column, context);
  if (column.type !== 'string') return text(cell);
  return toShortNames(rows.map((row) => text(row[index] ?? null))).get(text(cell)) ?? text(cell);
}
