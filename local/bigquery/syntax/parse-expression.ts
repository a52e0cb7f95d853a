import { unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import { parsePrimary } from './parse-primary.ts';
import type { Among, BinaryOperator, Expression } from './tree.ts';

/**
 * Precedence, loosest first: OR, AND, NOT, comparisons (which do not chain), + and -, then * / and ||, unary minus.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/operators#operator_precedence
 */
export function parseExpression(parser: Parser): Expression {
  let left = parseAnd(parser);
  while (parser.isWord('OR')) {
    const { at } = parser.take();
    left = { kind: 'binary', operator: 'OR', left, right: parseAnd(parser), at };
  }
  return left;
}

function parseAnd(parser: Parser): Expression {
  let left = parseNot(parser);
  while (parser.isWord('AND')) {
    const { at } = parser.take();
    left = { kind: 'binary', operator: 'AND', left, right: parseNot(parser), at };
  }
  return left;
}

function parseNot(parser: Parser): Expression {
  if (!parser.isWord('NOT')) return parseComparison(parser);
  const { at } = parser.take();
  return { kind: 'not', operand: parseNot(parser), at };
}

const comparisons: Record<string, BinaryOperator> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function parseComparison(parser: Parser): Expression {
  const left = parseSum(parser);
  const compared = parseComparisonTail(parser, left);
  if (compared !== left && startsComparison(parser))
    parser.fail('end of the comparison: comparisons do not chain');
  return compared;
}

function startsComparison(parser: Parser): boolean {
  const token = parser.peek();
  if (token.kind === 'symbol') return token.text in comparisons;
  return ['LIKE', 'BETWEEN', 'IN', 'IS'].some((word) => parser.isWord(word));
}

function parseComparisonTail(parser: Parser, left: Expression): Expression {
  const { at, kind, text } = parser.peek();
  const operator = kind === 'symbol' ? comparisons[text] : undefined;
  if (operator !== undefined) {
    parser.take();
    return { kind: 'binary', operator, left, right: parseSum(parser), at };
  }
  if (parser.tryWords('IS')) return parseIs(parser, left, at);
  const negated = ['LIKE', 'BETWEEN', 'IN'].some((word) => parser.isWord('NOT') && parser.isWord(word, 1));
  const not = negated && parser.tryWords('NOT');
  if (parser.tryWords('LIKE')) {
    if (['ANY', 'SOME', 'ALL'].some((word) => parser.isWord(word)))
      throw unsupported('LIKE ANY, SOME and ALL', at);
    return { kind: 'like', operand: left, pattern: parseSum(parser), not, at };
  }
  if (parser.tryWords('BETWEEN')) {
    const low = parseSum(parser);
    parser.words('AND');
    return { kind: 'between', operand: left, low, high: parseSum(parser), not, at };
  }
  if (parser.tryWords('IN')) return { kind: 'in', operand: left, among: parseAmong(parser), not, at };
  return left;
}

function parseIs(parser: Parser, left: Expression, at: number): Expression {
  const not = parser.tryWords('NOT');
  if (parser.tryWords('DISTINCT', 'FROM'))
    return { kind: 'distinctFrom', left, right: parseSum(parser), not, at };
  for (const what of ['NULL', 'TRUE', 'FALSE'] as const) {
    if (parser.tryWords(what)) return { kind: 'is', operand: left, what, not, at };
  }
  return parser.fail('keyword NULL, TRUE, FALSE or DISTINCT FROM');
}

function parseAmong(parser: Parser): Among {
  if (parser.tryWords('UNNEST')) {
    parser.symbol('(');
    const array = parser.expression();
    parser.symbol(')');
    return { kind: 'unnest', array };
  }
  parser.symbol('(');
  const isQuery = parser.isWord('SELECT') || parser.isWord('WITH');
  const among: Among = isQuery
    ? { kind: 'query', query: parser.query() }
    : { kind: 'list', items: parser.list(parser.expression) };
  parser.symbol(')');
  return among;
}

function parseSum(parser: Parser): Expression {
  let left = parseProduct(parser);
  for (;;) {
    const operator = (['+', '-'] as const).find((symbol) => parser.isSymbol(symbol));
    if (operator === undefined) return left;
    const { at } = parser.take();
    left = { kind: 'binary', operator, left, right: parseProduct(parser), at };
  }
}

function parseProduct(parser: Parser): Expression {
  let left = parseUnary(parser);
  for (;;) {
    const operator = (['*', '/', '||'] as const).find((symbol) => parser.isSymbol(symbol));
    if (operator === undefined) return left;
    const { at } = parser.take();
    left = { kind: 'binary', operator, left, right: parseUnary(parser), at };
  }
}

function parseUnary(parser: Parser): Expression {
  const { at } = parser.peek();
  if (parser.trySymbol('-')) return { kind: 'negate', operand: parseUnary(parser), at };
  if (parser.trySymbol('+')) return parseUnary(parser);
  return parsePostfix(parser);
}

function parsePostfix(parser: Parser): Expression {
  let base = parsePrimary(parser);
  for (;;) {
    const { at } = parser.peek();
    if (parser.trySymbol('.')) {
      if (parser.isSymbol('*')) throw unsupported('the fields of an expression as .*', at);
      base = { kind: 'field', base, name: parser.nameAfterDot().name, at };
    } else if (parser.trySymbol('[')) {
      base = { kind: 'subscript', base, index: parser.expression(), at };
      parser.symbol(']');
    } else {
      return base;
    }
  }
}
