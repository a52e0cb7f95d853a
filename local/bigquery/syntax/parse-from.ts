import { PlacedError, unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import type { Expression, FromItem, Name } from './tree.ts';

/** Tables, queries and UNNEST, joined by commas and JOINs. */
export function parseFrom(parser: Parser): FromItem {
  let left = parseSource(parser);
  for (;;) {
    const { at } = parser.peek();
    const type = tryJoin(parser, at);
    if (type === null) return left;
    const right = parseSource(parser);
    left = { kind: 'join', type, left, right, ...parseCondition(parser, type), at };
  }
}

type JoinType = Extract<FromItem, { kind: 'join' }>['type'];

function tryJoin(parser: Parser, at: number): JoinType | null {
  if (parser.trySymbol(',') || parser.tryWords('CROSS', 'JOIN')) return 'CROSS';
  if (parser.tryWords('JOIN') || parser.tryWords('INNER', 'JOIN')) return 'INNER';
  for (const type of ['LEFT', 'RIGHT', 'FULL'] as const) {
    if (parser.tryWords(type, 'OUTER', 'JOIN') || parser.tryWords(type, 'JOIN')) return type;
  }
  if (parser.isWord('NATURAL')) throw unsupported('NATURAL JOIN', at);
  return null;
}

function parseCondition(parser: Parser, type: JoinType): { on: Expression | null; using: Name[] } {
  if (type === 'CROSS') return { on: null, using: [] };
  if (parser.tryWords('ON')) return { on: parser.expression(), using: [] };
  if (!parser.tryWords('USING')) parser.fail('keyword ON or USING after the joined table');
  parser.symbol('(');
  const using = parser.list(parser.name);
  parser.symbol(')');
  return { on: null, using };
}

function parseSource(parser: Parser): FromItem {
  const { at } = parser.peek();
  const source = parseBareSource(parser, at);
  for (const word of ['PIVOT', 'UNPIVOT', 'TABLESAMPLE', 'MATCH_RECOGNIZE']) {
    if (parser.isWord(word)) throw unsupported(word, parser.peek().at);
  }
  return source;
}

function parseBareSource(parser: Parser, at: number): FromItem {
  if (parser.tryWords('UNNEST')) return parseUnnest(parser, at);
  if (parser.isSymbol('(')) return parseBracketed(parser, at);
  const path = parsePath(parser);
  if (parser.isSymbol('(')) throw unsupported(`the table function ${path.join('.')}`, at);
  const alias = parser.tryAlias();
  const asOf = parser.tryWords('FOR', 'SYSTEM_TIME', 'AS', 'OF') ? parser.expression() : null;
  return { kind: 'table', path, alias, asOf, at };
}

function parseBracketed(parser: Parser, at: number): FromItem {
  parser.symbol('(');
  const isQuery = parser.isWord('SELECT') || parser.isWord('WITH') || parser.isSymbol('(');
  if (!isQuery) {
    const join = parseFrom(parser);
    if (join.kind !== 'join') throw new PlacedError('Syntax error: Expected keyword JOIN', parser.peek().at);
    parser.symbol(')');
    return join;
  }
  const query = parser.query();
  parser.symbol(')');
  return { kind: 'query', query, alias: parser.tryAlias(), at };
}

function parseUnnest(parser: Parser, at: number): FromItem {
  parser.symbol('(');
  const array = parser.expression();
  parser.symbol(')');
  const alias = parser.isWord('WITH') ? null : parser.tryAlias();
  if (!parser.tryWords('WITH', 'OFFSET')) return { kind: 'unnest', array, alias, offset: null, at };
  const named = parser.tryAlias();
  return { kind: 'unnest', array, alias, offset: named ?? { name: 'offset', at }, at };
}

/** `table`, `dataset.table`, `project.dataset.table`; a project's dashes need no backticks. */
function parsePath(parser: Parser): string[] {
  const parts = [parser.name().name];
  while (
    parser.isSymbol('-') &&
    parser.peek(-1).end === parser.peek().at &&
    parser.peek(1).at === parser.peek().end
  ) {
    parser.take();
    const part = parser.take();
    parts[0] = `${parts[0]}-${part.text}`;
  }
  while (parser.trySymbol('.')) parts.push(parser.nameAfterDot().name);
  // In backticks the whole path may be one name.
  return parts.flatMap((part) => part.split('.'));
}
