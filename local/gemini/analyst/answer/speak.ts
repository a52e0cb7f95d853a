import type { ToolResult } from '../conversation/read-steps.ts';
import { isOfNow } from '../parts/purchasing-figures.ts';
import { isOfDays } from '../reads/compare-sides.ts';
import type { View } from '../reads/view.ts';
import { countUnits, grains, nameUnit } from '../time/calendar.ts';
import { spellNumber } from '../vocabulary/numbers.ts';

/** When a result is of, as a phrase: "in October 2026", "over the last three months", "at the end of 22 November 2026". */
export function speakTime(result: ToolResult, view: View | null): string {
  const label = result.scope.period?.label ?? '';
  const stock = /^stock at the end of (.*)$/.exec(label)?.[1];
  if (stock) return `at the end of ${stock}`;
  // "In 2026", of which some is still to come.
  const running = label.endsWith(' so far') ? label : null;
  const spoken =
    running ??
    view?.period?.spoken ??
    nameWhole(result) ??
    label.replace(/^last (\d{1,2}) /, (_, count) => `last ${spellNumber(Number(count))} `);
  if (spoken === '') return '';
  if (/^(today|yesterday|this|since|after|before|last (week|month|quarter|year)$)/.test(spoken))
    return spoken;
  if (spoken === 'all time') return isOfNowOnly(result) ? 'now' : 'over all time';
  if (/^the (\d+ days|year) to /.test(spoken)) return `over ${spoken}`;
  if (/ to /.test(spoken) && !spoken.includes('(')) return `from ${spoken}`;
  if (/^(the )?last/.test(spoken)) return `over ${spoken.startsWith('the') ? '' : 'the '}${spoken}`;
  return /^\d{1,2} /.test(spoken) ? `on ${spoken}` : `in ${spoken}`;
}

/** What is open or late is so now, whenever it was ordered. */
function isOfNowOnly({ columns }: ToolResult): boolean {
  const measures = columns.filter(({ role }) => role === 'measure');
  return measures.length > 0 && measures.every(({ name }) => isOfNow(name));
}

/** What a result is narrowed to, in words; of many names the first ones. */
export function speakFilters({ scope }: ToolResult): string[] {
  return scope.filters.map((text) => {
    const names = text.split(' or ');
    return names.length > 4 ? `${names.slice(0, 3).join(' or ')} or others named before` : text;
  });
}

export function inBrackets(filters: string[]): string {
  return filters.length > 0 ? ` (${filters.join('; ')})` : '';
}

/** A period of one whole unit by its name; stock is named by its day. */
function nameWhole({ scope }: ToolResult): string | null {
  if (!scope.period || /^last/.test(scope.period.label)) return null;
  const { start, end } = scope.period;
  const grain = grains.find((unit) => countUnits(start, end, unit) === 1);
  return grain ? nameUnit(start, grain) : null;
}

/** Whose data it is, where that is not everyone's. */
export function speakWarehouses(result: ToolResult): string {
  const warehouses = result.scope.warehouses;
  if (!warehouses || warehouses.all || warehouses.names.length === 0) return '';
  const names = warehouses.names.join(', ');
  return `This covers ${warehouses.names.length === 1 ? 'your warehouse' : 'your warehouses'} ${names} only.`;
}

/** Notes of a result that a reader must know: what is incomplete and what was left out. */
export function speakNotes(result: ToolResult): string[] {
  return result.notes.filter((note) =>
    /not complete|both sides are told|is cut|fewer than two years|data begins|data runs to|Nothing is recorded|more rows were left out|never added up/.test(
      note,
    ),
  );
}

/** Why who sees other warehouses may be told other figures for the same goods. */
export function speakOwnFigures({ notes }: ToolResult): string {
  return notes.some((note) => note.startsWith('Classes, seasons and lead times are those of the warehouses'))
    ? 'Classes, seasons and lead times are taken from there alone, so who sees other warehouses may get other figures.'
    : '';
}

/** Whether a result tells of stock as it is on one day: the last of its time. What is counted over days is of all of them. */
export function isOfOneDay({ columns, notes }: ToolResult): boolean {
  const measures = columns.filter(({ role }) => role === 'measure');
  return (
    notes.some((note) => /^Stock is that of the last recorded day/.test(note)) &&
    !measures.every(({ name }) => isOfDays(name))
  );
}

/** Whether the last period of a series is not over. */
export function endsPartial(result: ToolResult): boolean {
  // Stock of a running month is the stock of its last day: it is whole.
  if (isOfOneDay(result)) return false;
  return result.notes.some((note) => /the last \w+ is (not complete|cut)|The last \w+ is cut/.test(note));
}

/** Whether the first period of a series lacks its first days. */
export function startsPartial(result: ToolResult): boolean {
  return result.notes.some((note) => /so the first \w+ is not complete|^The first \w+ is cut/.test(note));
}

export function lower(label: string): string {
  return /^[A-Z]{2,}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
