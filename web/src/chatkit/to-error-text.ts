import type { ErrorBody } from '@tallyboard/contract';
import { formatMinuteFrom } from '../views/format/format-minute-from.ts';

/** A refusal or failure as one line: the server's sentence, and when it can succeed where that is known. */
export function toErrorText(error: ErrorBody, at: Date, locale: string): string {
  if (error.retryAfterMs === undefined) return error.message;
  const free = new Date(at.getTime() + error.retryAfterMs);
  return `${error.message} You can ask again at ${formatMinuteFrom(free, locale)}.`;
}
