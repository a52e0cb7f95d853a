import { compare, equals, includes, type Verdict } from './compare.ts';
import { bool, hasUnknown, int, mayFail, RuleError, type RuleValue, text, unknown } from './rule-value.ts';
import type { BinaryOp } from './syntax.ts';

/** @throws RuleError */
export function applyBinary(op: BinaryOp, a: RuleValue, b: RuleValue): RuleValue {
  if (mayFail(a) || mayFail(b)) return unknown;
  switch (op) {
    case '==':
      return toValue(equals(a, b));
    case '!=':
      return toValue(negated(equals(a, b)));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return toValue(compare(op, a, b));
    case 'in':
      return toValue(contains(b, a));
    default:
      return hasUnknown(a) || hasUnknown(b) ? unknown : arithmetic(op, a, b);
  }
}

function toValue(verdict: Verdict): RuleValue {
  return verdict === 'unknown' ? unknown : bool(verdict);
}

/** `is`: a number that a query only bounds may be an int or a float. */
export function isType(value: RuleValue, type: string): RuleValue {
  if (value.type === 'unknown') {
    const known =
      value.facts.bounds?.[0]?.value.type ??
      (value.facts.members ? 'map' : value.facts.contains?.length ? 'list' : null);
    if (!known) return unknown;
    const number = known === 'int' || known === 'float';
    if (number && (type === 'int' || type === 'float')) return unknown;
    return bool(number ? type === 'number' : type === known);
  }
  if (type === 'number') return bool(value.type === 'int' || value.type === 'float');
  return bool(value.type === type);
}

/** @throws RuleError */
export function negate(value: RuleValue): RuleValue {
  if (value.type === 'unknown') return unknown;
  if (value.type === 'int') return integer(-value.value);
  if (value.type === 'float') return { type: 'float', value: -value.value };
  if (value.type === 'duration') return { type: 'duration', nanos: -value.nanos };
  throw new RuleError(`-${value.type} means nothing.`);
}

function negated(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? verdict : !verdict;
}

function contains(container: RuleValue, item: RuleValue): Verdict {
  if (container.type === 'list' || container.type === 'set') return includes(container.items, item);
  if (container.type === 'map') {
    if (item.type === 'unknown') return 'unknown';
    return item.type === 'string' && container.entries.has(item.value);
  }
  if (container.type === 'unknown') {
    const { contains: known = [], members } = container.facts;
    if (known.some((element) => equals(element, item) === true)) return true;
    return item.type === 'string' && members?.has(item.value) ? true : 'unknown';
  }
  throw new RuleError(`Nothing is in a ${container.type}.`);
}

function arithmetic(op: '+' | '-' | '*' | '/' | '%', a: RuleValue, b: RuleValue): RuleValue {
  if (a.type === 'int' && b.type === 'int') return integerArithmetic(op, a.value, b.value);
  const numbers = (a.type === 'int' || a.type === 'float') && (b.type === 'int' || b.type === 'float');
  if (numbers) return { type: 'float', value: floatArithmetic(op, Number(a.value), Number(b.value)) };
  if (op === '+' && a.type === 'string' && b.type === 'string') return text(a.value + b.value);
  if (op === '+' && a.type === 'duration' && b.type === 'timestamp')
    return { type: 'timestamp', nanos: a.nanos + b.nanos };
  if (op === '-' && a.type === 'timestamp' && b.type === 'timestamp')
    return { type: 'duration', nanos: a.nanos - b.nanos };
  if (
    (op === '+' || op === '-') &&
    (a.type === 'timestamp' || a.type === 'duration') &&
    b.type === 'duration'
  ) {
    return { type: a.type, nanos: op === '+' ? a.nanos + b.nanos : a.nanos - b.nanos };
  }
  throw new RuleError(`${a.type} ${op} ${b.type} means nothing.`);
}

function integerArithmetic(op: '+' | '-' | '*' | '/' | '%', a: bigint, b: bigint): RuleValue {
  if (op === '+') return integer(a + b);
  if (op === '-') return integer(a - b);
  if (op === '*') return integer(a * b);
  if (b === 0n) throw new RuleError('Division by zero.');
  return integer(op === '/' ? a / b : a % b);
}

function floatArithmetic(op: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  return op === '/' ? a / b : a % b;
}

function integer(value: bigint): RuleValue {
  if (BigInt.asIntN(64, value) !== value) throw new RuleError('The integer leaves 64 bits.');
  return int(value);
}
