import type { Result } from '@tallyboard/contract';
import { formatCount } from '../format/format-amount.ts';
import { toScopeParts } from '../scope/to-scope-parts.ts';

/** What a figure rests on, part by part: dates, rows used or cut, warehouses and filters, age of the data. */
export function toFigureNote(
  result: Pick<Result, 'scope' | 'rowCount' | 'rowsCut'>,
  locale: string,
): string[] {
  const [period, ...rest] = toScopeParts(result.scope, locale).map((part) => part.text);
  const rows = formatCount(result.rowCount, 'row', 'rows', locale);
  const all = formatCount(result.rowCount + result.rowsCut, 'row', 'rows', locale);
  const used =
    result.rowsCut > 0 ? `first ${formatCount(result.rowCount, '', '', locale).trim()} of ${all}` : rows;
  return [...(period === undefined ? [] : [period]), used, ...rest];
}
