import type { View } from '../reads/view.ts';
import { addDays, type Day, nameUnit } from '../time/calendar.ts';
import { formatCell, formatFigure } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { type Table, total } from './table-of.ts';

/** Days that are listed. */
const most = 10;

/** Whether the rows are the days on which goods are promised. */
export function isByDueDay({ dimensions }: Table): boolean {
  return dimensions.length === 1 && dimensions[0]?.name === 'expected_date';
}

/** "**The next is due on 29 November 2026: 84**, of 3,012 in all": in the order of the days, and no ranking. */
export function writeDue(table: Table, view: View, today: Day): string[] {
  const { result, dimensions, measures } = table;
  const [[day], [measure]] = [dimensions, measures];
  if (!day || !measure) return [];
  const { currency, period } = result.scope;
  const asOf = toAsOf(period, today);
  const isDay = (row: (typeof result.rows)[number]) => /^\d{4}-\d\d-\d\d$/.test(String(table.cell(row, day)));
  const rows = result.rows
    .filter(isDay)
    .toSorted((a, b) => String(table.cell(a, day)).localeCompare(String(table.cell(b, day))));
  const told = rows.map((row) => ({
    isLate: String(table.cell(row, day)) < asOf,
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
    .map(({ day, figure, isLate }) => `- ${day}${isLate ? ' (late)' : ''}: ${figure}`);
  if (told.length > 1) lines.push(listed.join('\n'));
  if (told.length > most) lines.push(`These are the first ten of ${told.length} days.`);
  return lines;
}

/** What was open when the data ended is late as of then. Nobody orders from suppliers over a long weekend: that is no end. */
function toAsOf(period: Table['result']['scope']['period'], today: Day): Day {
  const hasEnded = period?.label === 'all time' && addDays(period.end, 5) < today;
  return hasEnded ? period.end : today;
}
