import { type Column, type Rows, unitLabel, withUnit } from '@tallyboard/contract';
import { type FormatContext, formatCell } from '../format/format-cell.ts';

/**
 * Rows as a spreadsheet takes them from the clipboard: the headings, then a line for each row, cells parted by tabs. Figures are plain,
 * with their unit in the heading; a text that would be run as a formula gets an apostrophe before it, as in an exported file.
 */
export function toTabbed(columns: Column[], rows: Rows, format: FormatContext): string {
  const headings = columns.map(({ label, unit }) =>
    toPlain(withUnit(label, unitLabel(unit, format.currency))),
  );
  const lines = rows.map((row) =>
    columns.map((column, index) => {
      const cell = row[index] ?? null;
      if (cell === null) return '';
      return typeof cell === 'number' ? String(cell) : toPlain(formatCell(cell, column, format));
    }),
  );
  return [headings, ...lines].map((line) => line.join('\t')).join('\n');
}

function toPlain(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
}
