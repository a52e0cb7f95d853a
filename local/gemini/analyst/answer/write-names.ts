import type { DataQuestion } from '../question/question.ts';
import { plain } from './format-figure.ts';
import { lower } from './speak.ts';
import type { Table } from './table-of.ts';

/** "There are four warehouses: …" */
export function writeNames(table: Table, question: DataQuestion): string {
  const [dimension] = table.dimensions;
  if (!dimension) return '';
  const names = table.result.rows.map((row) => plain(String(table.cell(row, dimension) ?? '')));
  const count = table.result.rowCount + table.result.rowsCut;
  const noun = toPlural(lower(dimension.label), count);
  const listed = names.slice(0, 25).join(', ');
  const rest = count > 25 ? ', and more' : '';
  const lead = `**There ${count === 1 ? 'is' : 'are'} ${count.toLocaleString('en-US')} ${noun}**`;
  return question.members === 'count' && count > 25 ? `${lead} on record.` : `${lead}: ${listed}${rest}.`;
}

export function toPlural(noun: string, count: number): string {
  if (count === 1) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}
