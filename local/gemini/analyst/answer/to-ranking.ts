import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { formatCell, formatPercent } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { memberOf, type Table, total } from './table-of.ts';

/** Rows in order, and what is said of each of them. */
export type Ranking = {
  table: Table;
  view: View;
  question: DataQuestion;
  measure: ResultColumn;
  direction: 'asc' | 'desc';
  rows: Cell[][];
  /** What has no region takes no place among the regions. */
  unnamed: Cell[] | undefined;
  named: Cell[][];
  /** Whether there may be more rows than were asked for. */
  limited: boolean;
  /** What they are parts of; null where they are not all of it, or no parts. */
  whole: number | null;
  /** The part of the whole that each has, where it was read. */
  shares: ResultColumn | undefined;
  when: string;
  name: (row: Cell[]) => string;
  figure: (row: Cell[]) => string;
  share: (row: Cell[]) => string | null;
};

export function toRanking(table: Table, measure: ResultColumn, view: View, question: DataQuestion): Ranking {
  const { measures, result } = table;
  const direction = view.ranked ?? 'desc';
  const sorted = toRanked(table, measure, direction);
  const unnamed = sorted.find((row) => isUnnamed(table, row));
  const named = sorted.filter((row) => row !== unnamed);
  const limited = result.notes.some((note) => /rows were asked for/.test(note));
  const isAll = table.complete && !limited && question.conditions.length === 0;
  const whole =
    measure.summable && isAll && sorted.length > 1 && isWhole(table, measure) ? total(table, measure) : null;
  const { currency } = result.scope;
  const shares = measures.find(({ name }) => name.endsWith('_share'));
  return {
    ...{ table, view, question, measure, direction, unnamed, named, limited, whole, shares },
    rows: [...named, ...(unnamed ? [unnamed] : [])],
    when: speakTime(result, view),
    name: (row) => memberOf(table, row),
    figure: (row) => formatCell(table.cell(row, measure), measure, currency),
    share(row) {
      if (shares) return formatCell(table.cell(row, shares), shares, currency);
      return whole !== null && whole > 0 ? formatPercent(table.number(row, measure) / whole) : null;
    },
  };
}

/** In order, those without a figure last. */
function toRanked(table: Table, measure: ResultColumn, direction: 'asc' | 'desc'): Cell[][] {
  const isKnown = (row: Cell[]) => typeof table.cell(row, measure) === 'number';
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = table.result.rows.toSorted(
    (a, b) => sign * (table.number(a, measure) - table.number(b, measure)),
  );
  return [...sorted.filter(isKnown), ...sorted.filter((row) => !isKnown(row))];
}

/** "No region": what is left when all that have one are told apart leads nothing. */
function isUnnamed(table: Table, row: Cell[]): boolean {
  const [dimension, ...others] = table.dimensions;
  return (
    dimension !== undefined &&
    others.length === 0 &&
    String(table.cell(row, dimension)) === `No ${lower(dimension.label)}`
  );
}

/** What goes up here and down there has no parts. */
function isWhole(table: Table, measure: ResultColumn): boolean {
  return table.result.rows.every((row) => table.number(row, measure) >= 0);
}
