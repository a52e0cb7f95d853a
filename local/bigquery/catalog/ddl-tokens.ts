/** Where something stands in a text: both count from 1. */
export type Position = { line: number; column: number };

export type Token = { kind: 'word' | 'number' | 'string' | 'symbol'; text: string; at: Position };

/** A table definition that is not in the form this reader knows. The message begins with `file:line:column`. */
export class DefinitionError extends Error {
  constructor(file: string, at: Position, problem: string) {
    super(`${file}:${at.line}:${at.column}: ${problem}`);
    this.name = 'DefinitionError';
  }
}

const pattern =
  /(?<space>\s+|--[^\n]*)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\d+)|'(?<string>(?:[^'\\\n]|\\['\\])*)'|(?<symbol>[(),=;])/y;

/**
 * Splits DDL into tokens, without white space and `--` comments. A string's text is its value, unescaped.
 * @throws DefinitionError at the first character that begins no token.
 */
export function toTokens(file: string, text: string): Token[] {
  const tokens: Token[] = [];
  const scan = new RegExp(pattern);
  let at: Position = { line: 1, column: 1 };
  while (scan.lastIndex < text.length) {
    const from = scan.lastIndex;
    const groups = scan.exec(text)?.groups;
    if (groups === undefined) {
      throw new DefinitionError(file, at, `unexpected ${JSON.stringify(text.charAt(from))}`);
    }
    if (groups.word !== undefined) tokens.push({ kind: 'word', text: groups.word, at });
    else if (groups.number !== undefined) tokens.push({ kind: 'number', text: groups.number, at });
    else if (groups.symbol !== undefined) tokens.push({ kind: 'symbol', text: groups.symbol, at });
    else if (groups.string !== undefined) {
      tokens.push({ kind: 'string', text: groups.string.replaceAll(/\\(.)/g, '$1'), at });
    }
    at = advance(at, text.slice(from, scan.lastIndex));
  }
  return tokens;
}

function advance(at: Position, passed: string): Position {
  const lines = passed.split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: at.line, column: at.column + last.length }
    : { line: at.line + lines.length - 1, column: last.length + 1 };
}
