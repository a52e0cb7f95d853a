import { PlacedError, unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import { parseOrdering, parseWindow } from './parse-call.ts';
import { parseFrom } from './parse-from.ts';
import type { Name, Query, Select, SelectItem, SetOperation } from './tree.ts';

/** `[WITH …] body [ORDER BY …] [LIMIT …]`, where the body is a SELECT, a query in brackets, or a set operation. */
export function parseQuery(parser: Parser): Query {
  const { at } = parser.peek();
  const ctes = parser.tryWords('WITH') ? parseWith(parser) : [];
  const body = parseBody(parser);
  return { with: ctes, body, ...parseTail(parser), at };
}

function parseTail(parser: Parser): Pick<Query, 'orderBy' | 'limit' | 'offset'> {
  const orderBy = parser.tryWords('ORDER', 'BY') ? parser.list(() => parseOrdering(parser)) : [];
  const limit = parser.tryWords('LIMIT') ? parser.expression() : null;
  const offset = limit !== null && parser.tryWords('OFFSET') ? parser.expression() : null;
  return { orderBy, limit, offset };
}

function parseWith(parser: Parser): Query['with'] {
  if (parser.isWord('RECURSIVE')) throw unsupported('WITH RECURSIVE', parser.peek().at);
  return parser.list(() => {
    const name = parser.name();
    parser.words('AS');
    parser.symbol('(');
    const query = parser.query();
    parser.symbol(')');
    return { name, query };
  });
}

function parseBody(parser: Parser): Query['body'] {
  const { at } = parser.peek();
  const first = parseBranch(parser);
  const branches = [toQuery(first, at)];
  let operator: SetOperation['operator'] | null = null;
  for (;;) {
    const operatorAt = parser.peek().at;
    const found = trySetOperator(parser);
    if (found === null) break;
    const mixed = operator !== null && (operator !== found || operator === 'EXCEPT');
    if (mixed) throw new PlacedError('Syntax error: Different set operations need parentheses', operatorAt);
    operator = found;
    const branchAt = parser.peek().at;
    branches.push(toQuery(parseBranch(parser), branchAt));
  }
  return operator === null ? first : { kind: 'set', operator, branches, at };
}

function toQuery(body: Query['body'], at: number): Query {
  if (body.kind === 'nested') return body.query;
  return { with: [], body, orderBy: [], limit: null, offset: null, at };
}

function trySetOperator(parser: Parser): SetOperation['operator'] | null {
  if (parser.tryWords('UNION', 'ALL')) return 'UNION ALL';
  if (parser.tryWords('UNION', 'DISTINCT')) return 'UNION';
  if (parser.tryWords('INTERSECT', 'DISTINCT')) return 'INTERSECT';
  if (parser.tryWords('EXCEPT', 'DISTINCT')) return 'EXCEPT';
  const bare = ['UNION', 'INTERSECT', 'EXCEPT'].some((word) => parser.isWord(word));
  return bare ? parser.fail('keyword ALL or DISTINCT after the set operator') : null;
}

function parseBranch(parser: Parser): Query['body'] {
  const { at } = parser.peek();
  if (!parser.trySymbol('(')) return parseSelect(parser);
  const query = parser.query();
  parser.symbol(')');
  return { kind: 'nested', query, at };
}

function parseSelect(parser: Parser): Select {
  const { at } = parser.peek();
  parser.words('SELECT');
  const distinct = parser.tryWords('DISTINCT');
  if (!distinct) parser.tryWords('ALL');
  const asStruct = parser.tryWords('AS', 'STRUCT');
  if (parser.isWord('AS')) throw unsupported('SELECT AS VALUE and typed SELECT AS', at);
  const items = parseItems(parser);
  const from = parser.tryWords('FROM') ? parseFrom(parser) : null;
  const where = parser.tryWords('WHERE') ? parser.expression() : null;
  const groupBy = parser.tryWords('GROUP', 'BY') ? parseGroupBy(parser) : null;
  const having = parser.tryWords('HAVING') ? parser.expression() : null;
  const qualify = parser.tryWords('QUALIFY') ? parser.expression() : null;
  const windows = parser.tryWords('WINDOW') ? parser.list(() => parseNamedWindow(parser)) : [];
  return { kind: 'select', distinct, asStruct, items, from, where, groupBy, having, qualify, windows, at };
}

function parseItems(parser: Parser): SelectItem[] {
  const items = [parseItem(parser)];
  // A comma may also stand after the last item.
  while (parser.trySymbol(',') && !parser.isWord('FROM') && parser.peek().kind !== 'end')
    items.push(parseItem(parser));
  return items;
}

function parseItem(parser: Parser): SelectItem {
  const { at } = parser.peek();
  if (parser.trySymbol('*')) return parseStar(parser, null, at);
  if (parser.isName() && parser.isSymbol('.', 1) && parser.isSymbol('*', 2)) {
    const of = parser.name();
    parser.take();
    parser.take();
    return parseStar(parser, of, at);
  }
  const expression = parser.expression();
  return { kind: 'expression', expression, alias: parser.tryAlias() };
}

function parseStar(parser: Parser, of: Name | null, at: number): SelectItem {
  let except: Name[] = [];
  let replace: Extract<SelectItem, { kind: 'star' }>['replace'] = [];
  if (parser.isWord('EXCEPT') && parser.isSymbol('(', 1)) {
    parser.take();
    parser.take();
    except = parser.list(parser.name);
    parser.symbol(')');
  }
  if (parser.isWord('REPLACE') && parser.isSymbol('(', 1)) {
    parser.take();
    parser.take();
    replace = parser.list(() => {
      const expression = parser.expression();
      parser.words('AS');
      return { expression, name: parser.name() };
    });
    parser.symbol(')');
  }
  return { kind: 'star', of, except, replace, at };
}

function parseGroupBy(parser: Parser): Select['groupBy'] {
  if (parser.tryWords('ALL')) return 'ALL';
  const { at } = parser.peek();
  if (['ROLLUP', 'CUBE', 'GROUPING'].some((word) => parser.isWord(word))) {
    throw unsupported('GROUP BY with ROLLUP, CUBE or GROUPING SETS', at);
  }
  return parser.list(parser.expression);
}

function parseNamedWindow(parser: Parser): Select['windows'][number] {
  const name = parser.name();
  parser.words('AS');
  return { name, window: parseWindow(parser) };
}
