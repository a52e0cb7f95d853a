import type { Scanner } from './scan.ts';
import type { BinaryOp, Expression } from './syntax.ts';

/** Binary operators from the loosest to the tightest, as the rules reference orders them. */
const levels: string[][] = [
  ['==', '!='],
  ['in', 'is'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const maxInt64 = 2n ** 63n - 1n;

/** @throws RulesSyntaxError */
export function parseExpression(scanner: Scanner): Expression {
  const condition = parseOr(scanner);
  const at = condition.at;
  if (!scanner.accept('?')) return condition;
  const yes = parseExpression(scanner);
  scanner.expect(':');
  return { kind: 'ternary', at, condition, yes, no: parseExpression(scanner) };
}

function parseOr(scanner: Scanner): Expression {
  let left = parseAnd(scanner);
  while (scanner.accept('||')) {
    left = { kind: 'or', at: left.at, left, right: parseAnd(scanner) };
  }
  return left;
}

function parseAnd(scanner: Scanner): Expression {
  let left = parseBinary(scanner, 0);
  while (scanner.accept('&&')) left = { kind: 'and', at: left.at, left, right: parseBinary(scanner, 0) };
  return left;
}

function parseBinary(scanner: Scanner, level: number): Expression {
  const ops = levels[level];
  if (!ops) return parseUnary(scanner);
  let left = parseBinary(scanner, level + 1);
  for (;;) {
    const token = scanner.peek();
    const known = (token.kind === 'mark' || token.kind === 'name') && ops.includes(token.text);
    if (!known) return left;
    const { at } = scanner.next();
    if (token.text === 'is') left = { kind: 'is', at, operand: left, type: scanner.expectName('a type') };
    else
      left = {
        kind: 'binary',
        at,
        op: toOp(token.text, scanner),
        left,
        right: parseBinary(scanner, level + 1),
      };
  }
}

function toOp(text: string, scanner: Scanner): BinaryOp {
  const ops: BinaryOp[] = ['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'in'];
  return ops.find((op) => op === text) ?? scanner.fail(`Unknown operator "${text}".`);
}

function parseUnary(scanner: Scanner): Expression {
  const { at } = scanner.peek();
  if (scanner.accept('!')) return { kind: 'not', at, operand: parseUnary(scanner) };
  if (scanner.accept('-')) return { kind: 'negate', at, operand: parseUnary(scanner) };
  return parsePostfix(scanner);
}

function parsePostfix(scanner: Scanner): Expression {
  let object = parsePrimary(scanner);
  for (;;) {
    const { at } = scanner.peek();
    if (scanner.accept('.')) {
      const name = scanner.peek().kind === 'name' ? scanner.next().text : scanner.expectName('a member');
      object = scanner.accept('(')
        ? { kind: 'method', at, object, name, args: parseList(scanner, ')') }
        : { kind: 'member', at, object, name };
    } else if (scanner.accept('[')) {
      const index = parseExpression(scanner);
      if (scanner.accept(':'))
        object = { kind: 'range', at, object, from: index, to: parseExpression(scanner) };
      else object = { kind: 'index', at, object, index };
      scanner.expect(']');
    } else {
      return object;
    }
  }
}

function parsePrimary(scanner: Scanner): Expression {
  const token = scanner.peek();
  const { at, kind, text } = token;
  if (kind === 'mark') {
    if (text === '/') return parsePath(scanner);
    scanner.next();
    if (text === '(') {
      const inner = parseExpression(scanner);
      scanner.expect(')');
      return inner;
    }
    if (text === '[') return { kind: 'list', at, items: parseList(scanner, ']') };
    if (text === '{') return { kind: 'map', at, entries: parseEntries(scanner) };
  }
  if (kind === 'name' && !['true', 'false', 'null'].includes(text)) {
    const name = scanner.expectName('a value');
    return scanner.accept('(')
      ? { kind: 'call', at, name, args: parseList(scanner, ')') }
      : { kind: 'name', at, name };
  }
  if (kind !== 'mark') scanner.next();
  switch (kind) {
    case 'name':
      return {
        kind: 'literal',
        at,
        value: text === 'null' ? { type: 'null' } : { type: 'bool', value: text === 'true' },
      };
    case 'string':
      return { kind: 'literal', at, value: { type: 'string', value: text } };
    case 'bytes':
      return { kind: 'literal', at, value: { type: 'bytes', value: Buffer.from(text, 'latin1') } };
    case 'float':
      return { kind: 'literal', at, value: { type: 'float', value: Number(text) } };
    case 'integer': {
      const value = BigInt(text);
      if (value > maxInt64) return scanner.fail(`${text} is too large for an integer.`);
      return { kind: 'literal', at, value: { type: 'int', value } };
    }
    default:
      return scanner.fail(`Expected a value, found "${text}".`);
  }
}

function parseList(scanner: Scanner, close: string): Expression[] {
  const items: Expression[] = [];
  while (!scanner.accept(close)) {
    items.push(parseExpression(scanner));
    if (!scanner.accept(',')) {
      scanner.expect(close);
      return items;
    }
  }
  return items;
}

function parseEntries(scanner: Scanner): { key: string; value: Expression }[] {
  const entries: { key: string; value: Expression }[] = [];
  while (!scanner.accept('}')) {
    if (scanner.peek().kind !== 'string') scanner.fail('Expected a string as the key of a map.');
    const key = scanner.next().text;
    scanner.expect(':');
    entries.push({ key, value: parseExpression(scanner) });
    if (!scanner.accept(',')) {
      scanner.expect('}');
      return entries;
    }
  }
  return entries;
}

/** `/databases/$(database)/documents/users/$(uid)` */
function parsePath(scanner: Scanner): Expression {
  const { at } = scanner.peek();
  const segments: (string | Expression)[] = [];
  while (scanner.accept('/')) {
    const text = scanner.pathText();
    if (text !== '') {
      segments.push(text);
      continue;
    }
    scanner.expect('$');
    scanner.expect('(');
    segments.push(parseExpression(scanner));
    scanner.expect(')');
  }
  return { kind: 'path', at, segments };
}
