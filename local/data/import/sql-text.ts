import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { SourceMapping, SourceType } from './mapping.ts';

/** How a source writes its values. */
type Formats = Pick<SourceMapping, 'dateFormat' | 'decimal'>;

/** What a person would write for a value of a type. */
export function toExpectation(type: string, { dateFormat, decimal }: Formats = {}): string {
  if (type === 'INT64') return 'a whole number such as 12';
  if (isFraction(type) && decimal === ',') return 'a number such as 1234,5';
  if (isFraction(type)) return 'a number such as 1234.5, without thousands separators';
  if (type === 'BOOL') return 'true or false';
  const formats = dateFormat === undefined ? undefined : [dateFormat].flat().join(' or ');
  if (type === 'DATE') return formats ? `a date as ${formats}` : 'a date such as 2026-03-31';
  if (type === 'TIMESTAMP') return formats ? `a time as ${formats}` : 'a time such as 2026-03-31 17:45:00';
  return 'text';
}

/** Whether a type is one of numbers. */
export function isNumber(type: string): boolean {
  return isFraction(type) || type === 'INT64';
}

function isFraction(type: string): boolean {
  return type.startsWith('NUMERIC') || type === 'FLOAT64';
}

const times = [' %H:%M', ' %H:%M:%S', 'T%H:%M', 'T%H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p'];

/** The same as a DuckDB expression, which sees whether a time that follows the date is all that is wrong. */
export function toExpectationOf(text: string, type: string, formats: Formats = {}): string {
  const { dateFormat } = formats;
  const expected = toExpectation(type, formats);
  if (type !== 'DATE' || dateFormat === undefined) return quoteText(expected);
  const cases = [dateFormat].flat().flatMap((format) =>
    times.map((time) => {
      const advice = `${expected}; dateFormat: "${format}${time}" reads it with its time`;
      return `WHEN ${toRead(text, format + time)} IS NOT NULL THEN ${quoteText(advice)}`;
    }),
  );
  return `CASE ${cases.join(' ')} ELSE ${quoteText(expected)} END`;
}

/** The moment that a text is, NULL where it is written otherwise. */
function toRead(text: string, dateFormat: string | string[]): string {
  return `try_strptime(${text}, [${[dateFormat].flat().map(quoteText).join(', ')}])`;
}

/**
 * A DuckDB expression that turns text into a type, NULL where it cannot: a fraction is no whole number, and a day of the
 * calendar is one that exists.
 * @param type SourceType, or a BigQuery column type such as `NUMERIC(18,6)`
 */
export function toTyped(given: string, type: SourceType | string, formats: Formats = {}): string {
  const { dateFormat, decimal } = formats;
  const text = isNumber(type) && decimal === ',' ? toPoint(given) : given;
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
    if (dateFormat !== undefined) return `CAST(${toRead(text, dateFormat)} AS DATE)`;
    // A moment is of one day here and of another there: of the session's zone, which is the company's.
    return `(CASE WHEN regexp_matches(${text}, ':.*(Z|[+-][0-9:]+)$') THEN CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AS DATE)
      ELSE CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE) END)`;
  }
  if (type === 'TIMESTAMP') {
    return dateFormat === undefined
      ? `TRY_CAST(${text} AS TIMESTAMPTZ)`
      : `CAST(${toRead(text, dateFormat)} AS TIMESTAMPTZ)`;
  }
  return text;
}

/** A number that is written with a comma, and may have points between thousands, as SQL writes it. */
function toPoint(text: string): string {
  return `(CASE WHEN regexp_full_match(${text}, '[+-]?([0-9]*|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]*)?')
    THEN replace(replace(${text}, '.', ''), ',', '.') END)`;
}
