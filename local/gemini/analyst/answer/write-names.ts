import type { DataQuestion } from '../question/question.ts';
import { lower } from './speak.ts';
import { memberOf, type Table } from './table-of.ts';

/** "There are four warehouses: …" */
export function writeNames(table: Table, question: DataQuestion): string {
  const [dimension, ...others] = table.dimensions;
  if (!dimension) return '';
  const names = table.result.rows.map((row) => memberOf(table, row));
  const count = table.result.rowCount + table.result.rowsCut;
  const within = others.map(({ label }) => ` by ${lower(label)}`).join('');
  const noun = `${toPlural(lower(dimension.label), count)}${within}`;
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
