import type { Chart, Column, Rows } from '@tallyboard/contract';
import { toShortNames } from '../chart/short-names.ts';
import { type FormatContext, formatCell, formatCompact, formatLabel } from '../format/format-cell.ts';
import type { Grain } from '../format/format-period.ts';
import { toPeriods } from '../period/to-periods.ts';
import { dropRepeatedYears, toTimeTick } from '../period/to-time-ticks.ts';

/** One cell: its short text, the whole, and its step on the colour scale from 1 to `steps`; null where nothing is recorded. */
export type HeatCell = { text: string; full: string; step: number } | null;

/** A member by its name, and by what is drawn of it. */
export type HeatLabel = { name: string; short: string };

export type HeatGrid = {
  columnLabel: string;
  rowLabel: string;
  measure: string;
  columns: HeatLabel[];
  rows: (HeatLabel & { cells: HeatCell[] })[];
  /** Losses and gains have a colour each, and zero lies in the middle of the scale. */
  diverging: boolean;
  /** The ends of the colour scale. */
  low: string;
  high: string;
  notes: string[];
};

export const steps = 7;
const mostColumns = 60;
const mostRows = 60;

/**
 * A measure by two dimensions as a grid: members in the order of the rows, time in its own order and without holes. The scale
 * is linear and begins at zero where zero is near, so that a pale cell is a small figure. Where there are losses of some size, zero is its
 * middle, and palest.
 */
export function toHeatGrid(chart: Chart, columns: Column[], rows: Rows, context: FormatContext): HeatGrid {
  const indexOf = (name: string | null | undefined) => columns.findIndex((column) => column.name === name);
  const [xIndex, rowIndex, yIndex] = [indexOf(chart.x), indexOf(chart.series), indexOf(chart.y[0])];
  const [x, row, y] = [columns[xIndex], columns[rowIndex], columns[yIndex]];
  const across = toMembers(rows, xIndex, x);
  const down = toMembers(rows, rowIndex, row);
  const values = new Map<string, number>();
  for (const each of rows) {
    const value = each[yIndex];
    if (typeof value === 'number') values.set(JSON.stringify([each[xIndex], each[rowIndex]]), value);
  }
  const shownAcross = across.slice(0, mostColumns);
  const shownDown = down.slice(0, mostRows);
  const low = Math.min(...values.values());
  const high = Math.max(...values.values());
  const reach = Math.max(-low, high);
  const diverging = -low > reach * 0.1;
  const from = diverging ? -reach : low >= 0 && low < high * 0.6 ? 0 : low;
  const to = diverging ? reach : high;
  const text = (member: string | number | boolean | null, column: Column | undefined) =>
    column ? formatCell(member, column, context) : '';

  const toCell = (member: Member, other: Member): HeatCell => {
    const value = values.get(JSON.stringify([other, member]));
    if (value === undefined || !y) return null;
    const share = to > from ? (value - from) / (to - from) : 1;
    return {
      text: formatLabel(value, y.unit, context),
      full: `${text(member, row)}, ${text(other, x)}: ${formatCell(value, y, context)}`,
      step: Math.min(steps, 1 + Math.floor(share * steps)),
    };
  };
  const scale = (value: number) => (y && Number.isFinite(value) ? formatCompact(value, y.unit, context) : '');
  return {
    columnLabel: x?.label ?? '',
    rowLabel: row?.label ?? '',
    measure: y?.label ?? '',
    columns: toLabels(shownAcross, x, context),
    rows: toLabels(shownDown, row, context).map((label, index) => ({
      ...label,
      cells: shownAcross.map((other) => toCell(shownDown[index] ?? null, other)),
    })),
    diverging,
    low: scale(from),
    high: scale(to),
    notes:
      across.length > mostColumns || down.length > mostRows
        ? [
            `The first ${shownDown.length} of ${down.length} rows and ${shownAcross.length} of ${across.length} columns are drawn; the table has all.`,
          ]
        : [],
  };
}

type Member = Rows[number][number];

/** Members by name; a period names its year where that is new. */
function toLabels(members: Member[], column: Column | undefined, context: FormatContext): HeatLabel[] {
  if (!column) return [];
  const names = members.map((member) => formatCell(member, column, context));
  const ticks = column.type === 'date' ? toTicks(members, column.grain ?? 'day', context.locale) : null;
  const short = toShortNames(names);
  return names.map((name, index) => ({ name, short: ticks?.[index] ?? short.get(name) ?? name }));
}

function toTicks(members: Member[], grain: Grain, locale: string): string[] {
  const ticks = members.map((member) => ({ label: toTimeTick(String(member), grain, locale) }));
  dropRepeatedYears(ticks);
  // A day stays whole; its year may stand below it.
  return ticks.map(({ label }) => label.map((part) => part.replaceAll(' ', '\u00a0')).join(' '));
}

function toMembers(rows: Rows, index: number, column: Column | undefined): Member[] {
  const members = [...new Set(rows.map((row) => row[index] ?? null))];
  if (column?.type !== 'date') return members;
  return toPeriods(
    members.filter((member) => typeof member === 'string'),
    column.grain ?? 'day',
  );
}
