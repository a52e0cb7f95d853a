import type { ErrorBody } from '@tallyboard/contract';
import { dateFormat } from '../views/format/intl.ts';

/** A refusal or failure as one line: the server's sentence, and when it can succeed where that is known. */
export function toErrorText(error: ErrorBody, at: Date, locale: string): string {
  if (error.retryAfterMs === undefined) return error.message;
  const free = new Date(at.getTime() + error.retryAfterMs);
  const time = dateFormat(locale, { timeStyle: 'short' }).format(free);
  return `${error.message} It can be asked again at ${time}.`;
}
