import type { DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { type Day, nameUnit } from '../time/calendar.ts';
import { formatCell, joinNames, plain } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { groupRows, type Table } from './table-of.ts';
import { isByDueDay, writeDue } from './write-due.ts';

/** Members that are listed. */
const most = 12;

/** When goods are due, of one thing or of each of several; null where the rows are no days, or are ranked by their figure. */
export function writeDueDays(table: Table, view: View, question: DataQuestion, today: Day): string[] | null {
  if (question.order !== null) return null;
  if (isByDueDay(table)) return writeDue(table, view, today);
  const { dimensions, measures } = table;
  const isOfEach = dimensions.length === 2 && dimensions.some(({ name }) => name === 'expected_date');
  const isOpen = measures[0]?.name.startsWith('open_') ?? false;
  return isOfEach && isOpen && question.listed === null ? writeDueOfEach(table, view, question, today) : null;
}

/** "When will they arrive?", of several products: the next delivery of each, the first to come first, and what is late. */
function writeDueOfEach(table: Table, view: View, { filters }: DataQuestion, today: Day): string[] {
  const { result, dimensions, measures } = table;
  const day = dimensions.find(({ name }) => name === 'expected_date');
  const member = dimensions.find(({ name }) => name !== 'expected_date');
  const [measure] = measures;
  if (!day || !member || !measure) return [];
  const { currency } = result.scope;
  const told = [...groupRows(table, member)].map(([name, rows]) => {
    const dues = rows
      .map((row) => ({
        day: String(table.cell(row, day)),
        figure: formatCell(table.cell(row, measure), measure, currency),
      }))
      .filter((due) => isDay.test(due.day))
      .toSorted((a, b) => a.day.localeCompare(b.day));
    const [first] = dues;
    const late = first !== undefined && first.day < today ? first : undefined;
    return { name: plain(String(name ?? '')), next: dues.find((due) => due.day >= today), late };
  });
  const coming = told
    .filter(({ next, late }) => next !== undefined || late !== undefined)
    .toSorted((a, b) => (a.next?.day ?? afterAll).localeCompare(b.next?.day ?? afterAll));
  const [lead] = coming;
  if (!lead) return [];
  const when = `(${lower(measure.label)} ${speakTime(result, view)})`;
  const opening = lead.next
    ? `**The next to come is ${lead.name}, due on ${nameUnit(lead.next.day, 'day')}: ${lead.next.figure}** ${when}.`
    : `**All that is open is late** ${when}.`;
  const lines = coming.slice(0, most).map(({ name, next, late }) => {
    const parts = [
      next && `${next.figure} due on ${nameUnit(next.day, 'day')}`,
      late && `${late.figure} late since ${nameUnit(late.day, 'day')}`,
    ].filter(Boolean);
    return `- ${name}: ${parts.join('; ')}`;
  });
  const rest = coming.length > most ? ['The others are shown.'] : [];
  const asked = filters.find(({ dimension, op }) => dimension === member.name && op === 'is')?.values ?? [];
  const there = new Set(told.map(({ name }) => name));
  const none = asked.map(plain).filter((name) => !there.has(name));
  const without = none.length > 0 && none.length <= most ? [`Of ${joinNames(none)} nothing is open.`] : [];
  return [opening, lines.join('\n'), ...rest, ...without];
}

const isDay = /^\d{4}-\d\d-\d\d$/;
/** A day behind all others. */
const afterAll = '9999';
