import { PlacedError } from '../query-error.ts';

export type StringLiteral = { raw: boolean; body: string };

const plain: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '?': '?',
  '"': '"',
  "'": "'",
  '`': '`',
};

/**
 * The value of a string or quoted identifier between its quotes.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#escape_sequences
 */
export function unescapeString(literal: StringLiteral, at: number): string {
  const value = literal.raw
    ? literal.body
    : literal.body.replaceAll(
        /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2}|[\s\S])/g,
        (_, code) => toCharacter(code, at),
      );
  // DuckDB's query text ends at a zero character.
  if (value.includes('\0')) throw new PlacedError('Illegal zero character in a literal', at);
  return value;
}

function toCharacter(code: string, at: number): string {
  const known = plain[code];
  if (known !== undefined) return known;
  if (/^[xuU]./.test(code)) return fromCodePoint(Number.parseInt(code.slice(1), 16), at);
  if (/^[0-3][0-7]{2}$/.test(code)) return fromCodePoint(Number.parseInt(code, 8), at);
  throw new PlacedError(`Syntax error: Illegal escape sequence: \\${code}`, at);
}

function fromCodePoint(point: number, at: number): string {
  const legal = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  if (!legal) throw new PlacedError('Syntax error: Illegal escape sequence', at);
  return String.fromCodePoint(point);
}
