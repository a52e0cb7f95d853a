import type { View } from '../reads/view.ts';
import { type Day, nameUnit } from '../time/calendar.ts';
import { formatCell, formatFigure } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { type Table, total } from './table-of.ts';

/** Days that are listed. */
const most = 10;

/** Whether the rows are the days on which goods are promised. */
export function isByDueDay({ dimensions }: Table): boolean {
  return dimensions.length === 1 && dimensions[0]?.name === 'expected_date';
}

/**
 * "**The next is due on 29 November 2026: 84**, of 3,012 in all": in the order of the days, and no ranking. What is late is read
 * beside what is open; of other figures, which may have come, only the next day is told, as of `today`.
 */
export function writeDue(table: Table, view: View, today: Day): string[] {
  const { result, dimensions, measures } = table;
  const [[day], [measure]] = [dimensions, measures];
  if (!day || !measure) return [];
  const { currency } = result.scope;
  const isDay = (row: (typeof result.rows)[number]) => /^\d{4}-\d\d-\d\d$/.test(String(table.cell(row, day)));
  const late = measures.find(({ name }) => name === toLate(measure.name));
  const isLate = (row: (typeof result.rows)[number]) =>
    late === undefined ? String(table.cell(row, day)) < today : table.number(row, late) > 0;
  const rows = result.rows
    .filter(isDay)
    .toSorted((a, b) => String(table.cell(a, day)).localeCompare(String(table.cell(b, day))));
  const told = rows.map((row) => ({
    isLate: isLate(row),
    day: nameUnit(String(table.cell(row, day)), 'day'),
    figure: formatCell(table.cell(row, measure), measure, currency),
  }));
  const next = told.find(({ isLate }) => !isLate);
  const first = next ?? told[0];
  if (!first) return [];
  const sum = table.complete && measure.summable && told.length > 1 ? total(table, measure) : null;
  const of = sum === null ? '' : `, of ${formatFigure(sum, measure.unit, currency)} in all`;
  const lines = [
    `**${next ? 'The next is' : 'The first was'} due on ${first.day}: ${first.figure}**${of} (${lower(measure.label)} ${speakTime(result, view)}).`,
  ];
  const listed = told
    .slice(0, most)
    .map(({ day, figure, isLate }) => `- ${day}${isLate && late !== undefined ? ' (late)' : ''}: ${figure}`);
  if (told.length > 1) lines.push(listed.join('\n'));
  if (told.length > most) lines.push(`These are the first ten of ${told.length} days.`);
  return lines;
}

/** What of an open figure is late: as of the last day that the data tells of, which only the tool knows. */
export function toLate(measure: string): string | null {
  return measure.startsWith('open_') ? measure.replace('open_', 'late_') : null;
}
