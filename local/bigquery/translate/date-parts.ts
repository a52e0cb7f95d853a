import { PlacedError, unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** A date part: `MONTH`, `ISOWEEK`, or a week with the day that it begins on, 0 for Sunday. */
export type DatePart = { name: string; weekStart: number };

/** Reads `MONTH`, `WEEK` or `WEEK(MONDAY)`, which stand where an expression could. */
export function toDatePart(expression: Expression): DatePart {
  if (expression.kind === 'path' && expression.names.length === 1) {
    return { name: expression.names[0]?.name.toUpperCase() ?? '', weekStart: 0 };
  }
  if (expression.kind === 'call' && expression.name === 'WEEK' && expression.arguments.length === 1) {
    const [day] = expression.arguments;
    const name = day?.kind === 'path' ? day.names[0]?.name.toUpperCase() : undefined;
    const weekStart = weekdays.indexOf(name ?? '');
    if (weekStart >= 0) return { name: 'WEEK', weekStart };
  }
  throw new PlacedError('A valid date part name is required', expression.at);
}

/** The first day of the part that a DATE lies in. Weeks begin on Sunday unless the part says otherwise. */
export function truncateDate(sql: string, part: DatePart, at: number): string {
  switch (part.name) {
    case 'DAY':
      return sql;
    case 'WEEK':
      return `(${sql} - CAST((dayofweek(${sql}) + ${7 - part.weekStart}) % 7 AS INTEGER))`;
    case 'ISOWEEK':
      return `(${sql} - CAST(isodow(${sql}) - 1 AS INTEGER))`;
    // Three times as fast as date_trunc, whose TIMESTAMP would have to become a DATE again.
    case 'MONTH':
      return `(${sql} - CAST(day(${sql}) - 1 AS INTEGER))`;
    case 'YEAR':
      return `(${sql} - CAST(dayofyear(${sql}) - 1 AS INTEGER))`;
    case 'ISOYEAR':
    case 'QUARTER':
      return `CAST(date_trunc('${part.name.toLowerCase()}', ${sql}) AS DATE)`;
    default:
      throw unsupported(`the date part ${part.name} here`, at);
  }
}

const months: Record<string, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
const days: Record<string, number> = { DAY: 1, WEEK: 7 };

/** A DATE plus `count` (a BIGINT in SQL) parts. Past the end of a month is its last day, as in GoogleSQL. */
export function addToDate(sql: string, count: string, part: string, at: number): string {
  const perMonth = months[part];
  if (perMonth !== undefined)
    return `CAST(${sql} + to_months(CAST(${perMonth} * ${count} AS INTEGER)) AS DATE)`;
  const perDay = days[part];
  if (perDay !== undefined) return `(${sql} + CAST(${perDay} * ${count} AS INTEGER))`;
  throw unsupported(`the date part ${part} here`, at);
}

/** The boundaries of a part between two DATEs, as GoogleSQL counts them. */
export function countBoundaries(end: string, start: string, part: DatePart, at: number): string {
  const perDay = part.name === 'WEEK' || part.name === 'ISOWEEK' ? 7 : part.name === 'DAY' ? 1 : null;
  if (perDay !== null) {
    return `CAST((${truncateDate(end, part, at)} - ${truncateDate(start, part, at)}) // ${perDay} AS BIGINT)`;
  }
  if (part.name === 'ISOYEAR') return `(isoyear(${end}) - isoyear(${start}))`;
  if (part.name in months) return `datediff('${part.name.toLowerCase()}', ${start}, ${end})`;
  throw unsupported(`the date part ${part.name} here`, at);
}

/** EXTRACT of a part from a DATE or a local TIMESTAMP, as BIGINT. */
export function extractPart(sql: string, part: DatePart, hasTime: boolean, at: number): string {
  const date = hasTime ? `CAST(${sql} AS DATE)` : sql;
  switch (part.name) {
    case 'DAYOFWEEK':
      return `(dayofweek(${sql}) + 1)`;
    case 'WEEK':
      // Days before the first week-start of the year are in week 0.
      return `((dayofyear(${sql}) + 6 - (dayofweek(${sql}) + ${7 - part.weekStart}) % 7) // 7)`;
    case 'ISOWEEK':
      return `week(${date})`;
    case 'ISOYEAR':
    case 'YEAR':
    case 'QUARTER':
    case 'MONTH':
    case 'DAY':
    case 'DAYOFYEAR':
      return `${part.name.toLowerCase()}(${date})`;
    case 'HOUR':
    case 'MINUTE':
    case 'SECOND':
      if (hasTime) return `${part.name.toLowerCase()}(${sql})`;
  }
  throw unsupported(`EXTRACT of ${part.name} here`, at);
}
