import type { Scope } from '@tallyboard/contract';
import { dateFormat } from '../format/intl.ts';

/** When a read saw the tables, in the time zone of the company, in which the age of the data is told beside it. */
export function toReadAt(at: Date, { timeZone }: Scope, locale: string): string {
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return `Read as of ${format.format(at)}`;
}
