import { formatDays } from './format-period.ts';
import { dateFormat } from './intl.ts';

const dates =
  /(?<![\d.,])(\d{1,2}) ([A-Z][a-z]{2,8})\.? (\d{4})(?!\d)|\b([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})(?!\d)|(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])/g;

/** A text in which days are written as the locale writes them, and where a place (a UTF-16 offset) of the old text is in it. */
export type Written = { text: string; toOffset: (offset: number) => number };

/**
 * Writes the days of a text ("28 Nov 2026", "November 28, 2026", "2026-11-28") in the order of the locale, in which the page writes its
 * own: what comes from the model and its tools has an order of its own.
 */
export function writeDates(text: string, locale: string): Written {
  const moves: { end: number; by: number }[] = [];
  const written = text.replace(dates, (old, dayFirst, month, year, monthFirst, day, yearLast, start) => {
    const date = toDate(old, month ?? monthFirst, `${dayFirst ?? day} ${year ?? yearLast}`, locale) ?? old;
    moves.push({ end: start + old.length, by: date.length - old.length });
    return date;
  });
  const toOffset = (offset: number) =>
    moves.reduce((sum, { end, by }) => (end <= offset ? sum + by : sum), offset);
  return { text: written, toOffset };
}

const oneDay = String.raw`\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} \d{1,2}, \d{4}`;
const range = new RegExp(String.raw`(?<!\bfrom )\b(${oneDay}) to (${oneDay})\b`, 'g');

/** The same for a title or heading, in which a range of days is written as in the line of the scope: "Oct 1 – 30, 2026". */
export function writeHeading(text: string, locale: string): string {
  const short = text.replace(range, (old, ...days: string[]) => {
    const [start = '', end = ''] = days.map(toIsoDay);
    // No line begins with the dash.
    return start === '' || end === ''
      ? old
      : formatDays(start, end, locale).replace(/\s(?=\u2013)/u, '\u202f');
  });
  return writeDates(short, locale).text;
}

function toIsoDay(day: string): string {
  const date = new Date(`${day} UTC`);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** `month` is undefined where `old` is all in digits. Null for a day or month that does not exist. */
function toDate(old: string, month: string | undefined, dayAndYear: string, locale: string): string | null {
  const date = Date.parse(month ? `${month} ${dayAndYear} UTC` : old);
  const day = Number.parseInt(month ? dayAndYear : old.slice(8), 10);
  // The 31st of February is taken for a day of March, and "Novella" for November.
  if (new Date(date).getUTCDate() !== day) return null;
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const english = dateFormat('en', format).format(date);
  if (!english.startsWith(month ?? '')) return null;
  const isLong = english.startsWith(`${month} `);
  return dateFormat(locale, isLong ? format : { ...format, month: 'short' }).format(date);
}

/** A growing text without the day at its end that may still be one half of itself. */
export function withoutHalfDate(text: string): string {
  return text.replace(/(?<![\d.,])\d{1,2}(?: (?:[A-Z][a-z]*\.?(?: \d{0,4})?)?|,(?: \d{0,4})?)?$/, '');
}
