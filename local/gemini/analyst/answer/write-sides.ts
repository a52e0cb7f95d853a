import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { capital, formatCell, formatFigure, plain } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import type { Table } from './table-of.ts';

/** Each side's figure, the larger first, and how far they are apart. */
export function writeSides(tables: Table[], view: View, { sides }: DataQuestion): string[] {
  const [column] = tables[0]?.measures ?? [];
  if (!column) return [];
  const currency = tables[0]?.result.scope.currency ?? 'USD';
  const isDated = sides.some(({ period }) => period !== undefined);
  const read = sides.flatMap(({ name, period }, index) => {
    const table = tables[index];
    const measure = table?.measures[0];
    const row = table?.result.rows[0];
    if (!table || !measure || !row) return [];
    const when = period === undefined ? '' : ` ${speakTime(table.result, { ...view, period })}`;
    return [{ name: plain(name), when, value: table.number(row, measure), cell: table.cell(row, measure) }];
  });
  const sorted = read.toSorted((a, b) => b.value - a.value);
  const [first, second] = sorted;
  if (!first || !second) return [];
  const whole = isDated || !tables[0] ? '' : ` ${speakTime(tables[0].result, view)}`;
  const said = sorted.map(({ name, when, cell }) => `${name}${when} ${formatCell(cell, column, currency)}`);
  const apart =
    column.unit === 'fraction' || sorted.length > 2
      ? ''
      : `The difference is ${formatFigure(first.value - second.value, column.unit, currency)}.`;
  const kinds = new Set(sides.flatMap(({ filters }) => filters.map(({ dimension }) => dimension)));
  const overlap =
    kinds.size > 1 && !isDated ? 'They are of different kinds: the same goods can be in both.' : '';
  const lead = first.value === second.value ? 'Both are the same' : `${capital(first.name)} comes first`;
  return [
    `**${lead}: ${said.join(', ')}** (${lower(column.label)}${whole}).`,
    [apart, overlap].filter(Boolean).join(' '),
  ].filter((line) => line !== '');
}
