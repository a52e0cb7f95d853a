import type { Cell, Column, Rows } from '@tallyboard/contract';
import { type FormatContext, formatCell } from '../format/format-cell.ts';

const sampled = 100;

/**
 * About the widest text of each column, so that columns keep their width while rows come and go: the longest of texts, the
 * smallest and largest of figures, the longest of a sample of dates.
 */
export function toWidestTexts(columns: Column[], rows: Rows, format: FormatContext): string[] {
  return columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    return longest(toCandidates(cells).map((cell) => formatCell(cell, column, format)));
  });
}

function toCandidates(cells: Cell[]): Cell[] {
  const step = Math.max(1, Math.floor(cells.length / sampled));
  const candidates = cells.filter((_cell, index) => index % step === 0);
  let text = '';
  let least = Infinity;
  let most = -Infinity;
  for (const cell of cells) {
    if (typeof cell === 'string' && cell.length > text.length) text = cell;
    if (typeof cell !== 'number') continue;
    if (cell < least) least = cell;
    if (cell > most) most = cell;
  }
  if (text !== '') candidates.push(text);
  if (most >= least) candidates.push(least, most);
  return candidates;
}

function longest(texts: string[]): string {
  return texts.reduce((known, text) => (text.length > known.length ? text : known), '');
}
