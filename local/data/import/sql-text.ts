import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { SourceType } from './mapping.ts';

/** What a person would write for a value of a type. */
export function toExpectation(type: string, dateFormat?: string): string {
  if (type === 'INT64') return 'a whole number such as 12';
  if (type.startsWith('NUMERIC') || type === 'FLOAT64')
    return 'a number such as 1234.5, without thousands separators';
  if (type === 'BOOL') return 'true or false';
  if (type === 'DATE') return dateFormat ? `a date as ${dateFormat}` : 'a date such as 2026-03-31';
  if (type === 'TIMESTAMP') return 'a time such as 2026-03-31 17:45:00';
  return 'text';
}

/**
 * A DuckDB expression that turns text into a type, NULL where it cannot: a fraction is no whole number, and a day of the
 * calendar is one that exists.
 * @param type SourceType, or a BigQuery column type such as `NUMERIC(18,6)`
 */
export function toTyped(text: string, type: SourceType | string, dateFormat?: string): string {
  if (type === 'INT64') {
    // DuckDB itself would round 4.5 to 5; a detour by DECIMAL takes a hundred times as long as this pattern.
    return `(CASE WHEN regexp_full_match(${text}, '[+-]?([0-9]+([.]0*)?|[.]0+)') THEN TRY_CAST(${text} AS BIGINT) END)`;
  }
  if (type.startsWith('NUMERIC'))
    return `TRY_CAST(${text} AS DECIMAL${/\(.*\)/.exec(type)?.[0] ?? '(18,6)'})`;
  if (type === 'FLOAT64') {
    const number = `TRY_CAST(${text} AS DOUBLE)`;
    return `(CASE WHEN isfinite(${number}) THEN ${number} END)`;
  }
  if (type === 'BOOL') return `TRY_CAST(${text} AS BOOLEAN)`;
  if (type === 'DATE') {
    if (dateFormat !== undefined) return `CAST(try_strptime(${text}, ${quoteText(dateFormat)}) AS DATE)`;
    // A moment is of one day here and of another there: of the session's zone, which is the company's.
    return `(CASE WHEN regexp_matches(${text}, ':.*(Z|[+-][0-9:]+)$') THEN CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AS DATE)
      ELSE CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE) END)`;
  }
  if (type === 'TIMESTAMP') return `TRY_CAST(${text} AS TIMESTAMPTZ)`;
  return text;
}
