import { dateFormat } from './intl.ts';

const minuteMs = 60_000;

/** The first whole minute from a moment on, as a time of day on one line: whoever waits until then is not too early. */
export function formatMinuteFrom(at: Date, locale: string): string {
  const minute = new Date(Math.ceil(at.getTime() / minuteMs) * minuteMs);
  return dateFormat(locale, { timeStyle: 'short' }).format(minute).replace(' ', '\u00a0');
}
