import { PlacedError, unsupported } from '../query-error.ts';
import { type StringLiteral, unescapeString } from './string-literal.ts';

/** `text` is the value: unquoted, unescaped. `at` and `end` are offsets in the query. */
export type Token = {
  kind: 'word' | 'quoted' | 'integer' | 'float' | 'string' | 'parameter' | 'symbol' | 'end';
  text: string;
  at: number;
  end: number;
};

const space = /(?:\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const string =
  /(?<prefix>[rR][bB]?|[bB][rR]?)?(?:"""(?<triple>(?:[^\\]|\\[\s\S])*?)"""|'''(?<tripleSingle>(?:[^\\]|\\[\s\S])*?)'''|"(?<double>(?:[^"\\\n]|\\[\s\S])*)"|'(?<single>(?:[^'\\\n]|\\[\s\S])*)')/y;
const quoted = /`((?:[^`\\\n]|\\[\s\S])+)`/y;
const float = /(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/y;
const integer = /0[xX][0-9a-fA-F]+|\d+/y;
const parameter = /@([A-Za-z_][A-Za-z0-9_]*)/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const symbol = /<=|>=|<>|!=|\|\||[-+*/=<>(),.[\];:]/y;

/**
 * Splits a GoogleSQL query into tokens, the last of kind `end`.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical
 * @throws PlacedError
 */
export function toTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = match(space, sql, 0)?.[0].length ?? 0;
  while (at < sql.length) {
    const token = nextToken(sql, at);
    tokens.push(token);
    at = token.end + (match(space, sql, token.end)?.[0].length ?? 0);
  }
  tokens.push({ kind: 'end', text: '', at: sql.length, end: sql.length });
  return tokens;
}

function nextToken(sql: string, at: number): Token {
  const text = match(string, sql, at);
  if (text) {
    return { kind: 'string', text: unescapeString(toLiteral(text, at), at), at, end: at + text[0].length };
  }
  const name = match(quoted, sql, at);
  if (name?.[1] !== undefined) {
    const value = unescapeString({ raw: false, body: name[1] }, at);
    return { kind: 'quoted', text: value, at, end: at + name[0].length };
  }
  const plain = [
    ['float', float],
    ['integer', integer],
    ['word', word],
    ['symbol', symbol],
  ] as const;
  for (const [kind, pattern] of plain) {
    const found = match(pattern, sql, at)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    const isNumber = kind === 'float' || kind === 'integer';
    if (isNumber && /[A-Za-z_]/.test(sql.charAt(end))) {
      throw new PlacedError('Syntax error: Missing whitespace between literal and alias', end);
    }
    return { kind, text: found, at, end };
  }
  const named = match(parameter, sql, at);
  if (named?.[1] !== undefined) return { kind: 'parameter', text: named[1], at, end: at + named[0].length };
  throw toCharacterError(sql, at);
}

function toCharacterError(sql: string, at: number): Error {
  const character = sql.charAt(at);
  if (character === '"' || character === "'")
    return new PlacedError('Syntax error: Unclosed string literal', at);
  if (character === '`') return new PlacedError('Syntax error: Unclosed identifier literal', at);
  if (character === '?') return unsupported('positional parameters; name them, as in @start', at);
  if (sql.startsWith('@@', at)) return unsupported('system variables', at);
  if ('&|^~'.includes(character)) return unsupported(`the operator ${character}`, at);
  return new PlacedError(`Syntax error: Illegal input character ${JSON.stringify(character)}`, at);
}

function toLiteral(found: RegExpExecArray, at: number): StringLiteral {
  const groups = found.groups ?? {};
  const prefix = (groups.prefix ?? '').toLowerCase();
  if (prefix.includes('b')) throw unsupported('bytes literals', at);
  const body = groups.triple ?? groups.tripleSingle ?? groups.double ?? groups.single ?? '';
  return { raw: prefix.includes('r'), body };
}

function match(pattern: RegExp, sql: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(sql);
}
