import { quoteText } from '../catalog/quote.ts';
import { unsupported } from '../query-error.ts';

/** Elements that GoogleSQL and DuckDB write alike. */
const alike = new Set([
  'Y',
  'm',
  'd',
  'b',
  'a',
  'y',
  'j',
  'G',
  'V',
  'U',
  'W',
  'u',
  'w',
  'H',
  'M',
  'S',
  'I',
  'p',
]);
const timeElements = new Set(['H', 'M', 'S', 'I', 'p', 'T', 'R']);
const shorthand: Record<string, string> = {
  F: '%Y-%m-%d',
  D: '%m/%d/%y',
  T: '%H:%M:%S',
  R: '%H:%M',
  h: '%b',
};

/**
 * FORMAT_DATE and FORMAT_TIMESTAMP with a literal format. `sql` is a DATE or a local TIMESTAMP.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/format-elements#format_elements_date_time
 */
export function formatDate(sql: string, format: string, hasTime: boolean, at: number): string {
  const pieces: string[] = [];
  let pattern = '';
  const flush = () => {
    if (pattern !== '') pieces.push(`strftime(${sql}, ${quoteText(pattern)})`);
    pattern = '';
  };
  for (const [element, code] of format.matchAll(/%(.)?|[^%]+/g)) {
    if (!element.startsWith('%')) pattern += element;
    else if (code === '%') pattern += '%%';
    else if (code === undefined || (timeElements.has(code) && !hasTime)) throw refuse(element, at);
    else if (alike.has(code)) pattern += element;
    else if (shorthand[code] !== undefined) pattern += shorthand[code];
    else {
      const piece = toOwnPiece(code, sql);
      if (piece === null) throw refuse(element, at);
      flush();
      pieces.push(piece);
    }
  }
  flush();
  return pieces.length === 0 ? `(CASE WHEN ${sql} IS NOT NULL THEN '' END)` : `(${pieces.join(' || ')})`;
}

/** Elements that strftime does not know, or is slow to write. */
function toOwnPiece(code: string, sql: string): string | null {
  const pieces: Record<string, string> = {
    A: `dayname(${sql})`,
    B: `monthname(${sql})`,
    Q: `CAST(quarter(${sql}) AS VARCHAR)`,
    e: `lpad(CAST(day(${sql}) AS VARCHAR), 2, ' ')`,
  };
  return pieces[code] ?? null;
}

function refuse(element: string, at: number) {
  return unsupported(`the format element ${element} here`, at);
}
