import { PlacedError, unsupported } from '../query-error.ts';
import { parseExpression } from './parse-expression.ts';
import { parseQuery } from './parse-query.ts';
import { createTokenCursor, type TokenCursor } from './token-cursor.ts';
import { toTokens } from './tokens.ts';
import type { Expression, Query } from './tree.ts';

/** What the parts of the grammar share: the cursor, and each other. */
export type Parser = TokenCursor & { query: () => Query; expression: () => Expression };

/**
 * Parses one GoogleSQL query: a single SELECT, set operations and WITH included, and nothing else.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax
 * @throws PlacedError for a syntax error, and for what this server does not take, by name.
 */
export function parse(sql: string): Query {
  const cursor = createTokenCursor(toTokens(sql));
  const parser: Parser = {
    ...cursor,
    query: () => parseQuery(parser),
    expression: () => parseExpression(parser),
  };
  const first = parser.peek();
  if (first.kind === 'end') throw new PlacedError('Syntax error: Unexpected end of script', first.at);
  if (!parser.isWord('SELECT') && !parser.isWord('WITH') && !parser.isSymbol('(')) {
    throw unsupported(`${first.text.toUpperCase()} statements; only a single SELECT runs`, first.at);
  }
  const query = parser.query();
  if (parser.trySymbol(';') && parser.peek().kind !== 'end') {
    throw unsupported('scripts of several statements; only a single SELECT runs', parser.peek().at);
  }
  if (parser.peek().kind !== 'end') parser.fail('end of input');
  return query;
}
