import { unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import type { Call, Expression, FrameBound, Ordering, Window } from './tree.ts';

/** The brackets of a call, what may stand in them beside arguments, and OVER. */
export function parseArguments(parser: Parser, called: Called): Call {
  const call = toBareCall(called);
  parser.symbol('(');
  call.distinct = parser.tryWords('DISTINCT');
  if (parser.trySymbol('*')) call.star = true;
  else if (!parser.isSymbol(')')) call.arguments = parser.list(parser.expression);
  if (parser.isSymbol('=>', 0)) throw unsupported('named arguments', parser.peek().at);
  if (parser.tryWords('HAVING')) call.having = parseHavingBound(parser);
  call.nulls = parseNulls(parser);
  if (parser.tryWords('ORDER', 'BY')) call.orderBy = parser.list(() => parseOrdering(parser));
  if (parser.tryWords('LIMIT')) call.limit = parser.expression();
  parser.symbol(')');
  call.nulls ??= parseNulls(parser);
  if (parser.tryWords('OVER')) call.over = parseWindow(parser);
  return call;
}

type Called = Pick<Call, 'name' | 'safe' | 'at'>;

/** A call with nothing in its brackets. */
export function toBareCall(called: Called): Call {
  return {
    kind: 'call',
    ...called,
    star: false,
    arguments: [],
    distinct: false,
    nulls: null,
    having: null,
    orderBy: [],
    limit: null,
    over: null,
  };
}

function parseHavingBound(parser: Parser): Call['having'] {
  const bound = parser.tryWords('MAX')
    ? 'MAX'
    : parser.tryWords('MIN')
      ? 'MIN'
      : parser.fail('keyword MAX or MIN');
  return { bound, expression: parser.expression() };
}

function parseNulls(parser: Parser): Call['nulls'] {
  if (parser.tryWords('IGNORE', 'NULLS')) return 'IGNORE';
  return parser.tryWords('RESPECT', 'NULLS') ? 'RESPECT' : null;
}

export function parseOrdering(parser: Parser): Ordering {
  const expression: Expression = parser.expression();
  if (parser.isWord('COLLATE')) throw unsupported('COLLATE', parser.peek().at);
  const descending = parser.tryWords('DESC') || (parser.tryWords('ASC') && false);
  const nulls = parser.tryWords('NULLS', 'FIRST')
    ? 'FIRST'
    : parser.tryWords('NULLS', 'LAST')
      ? 'LAST'
      : null;
  return { expression, descending, nulls };
}

/** After OVER: a window's name, or a specification in brackets. */
export function parseWindow(parser: Parser): Window {
  const { at } = parser.peek();
  const none = { partitionBy: [], orderBy: [], frame: null };
  if (!parser.isSymbol('(')) return { base: parser.name(), ...none, at };
  parser.symbol('(');
  const isBase = parser.isName() && !parser.isSymbol('(', 1);
  const window: Window = { base: isBase ? parser.name() : null, ...none, at };
  if (parser.tryWords('PARTITION', 'BY')) window.partitionBy = parser.list(parser.expression);
  if (parser.tryWords('ORDER', 'BY')) window.orderBy = parser.list(() => parseOrdering(parser));
  const unit = parser.tryWords('ROWS') ? 'ROWS' : parser.tryWords('RANGE') ? 'RANGE' : null;
  if (unit !== null) window.frame = { unit, ...parseFrame(parser) };
  parser.symbol(')');
  return window;
}

function parseFrame(parser: Parser): { start: FrameBound; end: FrameBound } {
  if (!parser.tryWords('BETWEEN')) return { start: parseBound(parser), end: { kind: 'current' } };
  const start = parseBound(parser);
  parser.words('AND');
  return { start, end: parseBound(parser) };
}

function parseBound(parser: Parser): FrameBound {
  if (parser.tryWords('CURRENT', 'ROW')) return { kind: 'current' };
  const count = parser.tryWords('UNBOUNDED') ? null : parser.expression();
  const side = parser.tryWords('PRECEDING')
    ? 'PRECEDING'
    : parser.tryWords('FOLLOWING')
      ? 'FOLLOWING'
      : parser.fail('keyword PRECEDING or FOLLOWING');
  return count === null ? { kind: 'unbounded', side } : { kind: 'offset', side, count };
}
