import type { Cell, Column, RerunReply, RowChange } from '@tallyboard/contract';
import { formatCount } from '../format/format-amount.ts';
import { type FormatContext, formatCell } from '../format/format-cell.ts';
import { writeHeading } from '../format/write-dates.ts';

/** One cell that is not as it was, as a person reads it; `id` tells it from lines that read the same. */
export type DifferenceLine = { id: string; row: string; figure: string; before: string; after: string };

/** "The same 12 rows." or "2 rows changed, 1 came, 10 are the same." */
export function toDifferenceSentence({ difference }: RerunReply, locale: string): string {
  const { same, changed, added, removed } = difference;
  const rows = (count: number) => formatCount(count, 'row', 'rows', locale);
  if (changed + added + removed === 0) return `The same ${rows(same)}.`;
  const parts = [
    ...(changed > 0 ? [`${rows(changed)} changed`] : []),
    ...(added > 0 ? [`${rows(added)} came`] : []),
    ...(removed > 0 ? [`${rows(removed)} went`] : []),
    `${same === 0 ? 'none' : rows(same)} stayed the same`,
  ];
  return `${parts.join(', ')}.`;
}

/** The cells that differ, a line each, in the order of the rows. */
export function toDifferenceLines(
  { columns, difference, scope }: RerunReply,
  locale: string,
): DifferenceLine[] {
  const context = { locale, currency: scope.currency, timeZone: scope.timeZone };
  const names = columns.filter(({ role }) => role === 'dimension');
  return difference.changes.flatMap((change, index) => {
    const row = toRowName(change, names, context);
    if (change.cells.length === 0) return [{ id: `${index}`, row, figure: '', before: '', after: '' }];
    return change.cells.map(({ column: name, before, after }) => {
      const column = columns.find((each) => each.name === name);
      const format = (cell: Cell) =>
        column === undefined ? String(cell) : formatCell(cell, column, context);
      return {
        ...{ id: `${index} ${name}`, row, figure: writeHeading(column?.label ?? name, locale) },
        ...{ before: format(before), after: format(after) },
      };
    });
  });
}

const marks = { changed: '', added: ' (new)', removed: ' (gone)' };

function toRowName({ kind, key }: RowChange, names: Column[], context: FormatContext): string {
  const parts = key.map((cell, index) => {
    const column = names[index];
    return column === undefined ? String(cell) : formatCell(cell, column, context);
  });
  return `${parts.length === 0 ? 'Total' : parts.join(' · ')}${marks[kind]}`;
}
