import type { Scope } from '@tallyboard/contract';
import { formatDays } from '../format/format-period.ts';
import { dateFormat } from '../format/intl.ts';
import { writeDates, writeHeading } from '../format/write-dates.ts';

export type ScopePart = { name: 'period' | 'warehouses' | 'filter' | 'age' | 'currency'; text: string };

/** What an answer covers, part by part in reading order: dates, warehouses, filters, age of the data. */
export function toScopeParts(scope: Scope, locale: string): ScopePart[] {
  return [
    { name: 'period', text: periodText(scope, locale) },
    { name: 'warehouses', text: warehousesText(scope) },
    ...scope.filters.map((text) => ({ name: 'filter' as const, text: filterText(text, locale) })),
    { name: 'age', text: ageText(scope, locale) },
  ];
}

function periodText({ period, timeZone }: Scope, locale: string): string {
  if (!period) return 'No dates: current records';
  // The other period of a comparison is in its label alone.
  const [, other] = period.label.split(' against ');
  const against = other === undefined ? '' : ` against ${writeHeading(other, locale)}`;
  return `${formatDays(period.start, period.end, locale)}${against} (${timeZone})`;
}

function warehousesText({ warehouses }: Scope): string {
  if (warehouses.all) return 'All warehouses';
  const names = warehouses.names.length > 0 ? warehouses.names : warehouses.ids;
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more warehouses`;
}

/** Of many names the first: all of them are in the SQL. */
function filterText(text: string, locale: string): string {
  const [first = '', second, ...more] = writeDates(text, locale).text.split(' or ');
  return more.length > 3 ? `${first} or ${second} or ${more.length} more` : writeDates(text, locale).text;
}

function ageText({ dataAsOf, timeZone }: Scope, locale: string): string {
  if (!dataAsOf) return 'Age of the data unknown';
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return `Data as of ${format.format(new Date(dataAsOf))}`;
}
