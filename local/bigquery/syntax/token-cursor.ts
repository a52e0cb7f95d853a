import { PlacedError } from '../query-error.ts';
import type { Token } from './tokens.ts';
import type { Name } from './tree.ts';

/** https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#reserved_keywords */
const reserved = new Set(
  `ALL AND ANY ARRAY AS ASC ASSERT_ROWS_MODIFIED AT BETWEEN BY CASE CAST COLLATE CONTAINS CREATE CROSS CUBE CURRENT DEFAULT
  DEFINE DESC DISTINCT ELSE END ENUM ESCAPE EXCEPT EXCLUDE EXISTS EXTRACT FALSE FETCH FOLLOWING FOR FROM FULL GROUP GROUPING
  GROUPS HASH HAVING IF IGNORE IN INNER INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT LOOKUP MERGE NATURAL NEW NO
  NOT NULL NULLS OF ON OR ORDER OUTER OVER PARTITION PRECEDING PROTO QUALIFY RANGE RECURSIVE RESPECT RIGHT ROLLUP ROWS SELECT
  SET SOME STRUCT TABLESAMPLE THEN TO TREAT TRUE UNBOUNDED UNION UNNEST USING WHEN WHERE WINDOW WITH WITHIN`.split(
    /\s+/,
  ),
);

export type TokenCursor = ReturnType<typeof createTokenCursor>;

/** Steps through tokens. `try…` takes what it names or nothing; the others fail with BigQuery's syntax error. */
export function createTokenCursor(tokens: Token[]) {
  const last = tokens.at(-1) ?? { kind: 'end' as const, text: '', at: 0, end: 0 };
  let next = 0;
  const peek = (offset = 0): Token => tokens[next + offset] ?? last;
  const take = (): Token => {
    const token = peek();
    next += 1;
    return token;
  };
  const isWord = (word: string, offset = 0) => {
    const token = peek(offset);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  };
  const isSymbol = (symbol: string, offset = 0) => {
    const token = peek(offset);
    return token.kind === 'symbol' && token.text === symbol;
  };
  const fail: (expected: string) => never = (expected) => {
    throw new PlacedError(`Syntax error: Expected ${expected} but got ${describe(peek())}`, peek().at);
  };
  const tryWords = (...words: string[]): boolean => {
    if (!words.every((word, offset) => isWord(word, offset))) return false;
    next += words.length;
    return true;
  };
  const trySymbol = (symbol: string): boolean => {
    if (!isSymbol(symbol)) return false;
    next += 1;
    return true;
  };
  const words = (...expected: string[]) => {
    if (!tryWords(...expected)) fail(`keyword ${expected.join(' ')}`);
  };
  const symbol = (expected: string) => {
    if (!trySymbol(expected)) fail(JSON.stringify(expected));
  };
  const isName = (offset = 0) => {
    const token = peek(offset);
    return token.kind === 'quoted' || (token.kind === 'word' && !reserved.has(token.text.toUpperCase()));
  };
  const name = (): Name => {
    if (!isName()) fail('identifier');
    const token = take();
    return { name: token.text, at: token.at };
  };
  /** After a dot any word is a name. */
  const nameAfterDot = (): Name => {
    if (peek().kind !== 'word' && peek().kind !== 'quoted') fail('identifier');
    const token = take();
    return { name: token.text, at: token.at };
  };
  const tryAlias = (): Name | null => {
    if (tryWords('AS')) return name();
    const isOperator = ['PIVOT', 'UNPIVOT', 'MATCH_RECOGNIZE'].some(
      (word) => isWord(word) && isSymbol('(', 1),
    );
    return isName() && !isOperator ? name() : null;
  };
  const list = <T>(item: () => T): T[] => {
    const items = [item()];
    while (trySymbol(',')) items.push(item());
    return items;
  };
  return {
    peek,
    take,
    isWord,
    isSymbol,
    isName,
    fail,
    tryWords,
    trySymbol,
    words,
    symbol,
    name,
    nameAfterDot,
    tryAlias,
    list,
  };
}

function describe(token: Token): string {
  if (token.kind === 'end') return 'end of script';
  if (token.kind === 'word') {
    const upper = token.text.toUpperCase();
    return reserved.has(upper) ? `keyword ${upper}` : `identifier ${JSON.stringify(token.text)}`;
  }
  const kinds: Partial<Record<Token['kind'], string>> = {
    quoted: 'identifier',
    integer: 'integer literal',
    float: 'floating point literal',
    string: 'string literal',
  };
  const kind = kinds[token.kind];
  return `${kind === undefined ? '' : `${kind} `}${JSON.stringify(token.text)}`;
}
