import { compareText } from '../value/compare.ts';
import { type Facts, hasUnknown, RuleError, type RuleValue } from './rule-value.ts';

export type Verdict = boolean | 'unknown';

/** `==`. Values of different types differ, only numbers compare across int and float. */
export function equals(a: RuleValue, b: RuleValue): Verdict {
  if (a.type === 'unknown') return unknownEquals(a.facts, b);
  if (b.type === 'unknown') return unknownEquals(b.facts, a);
  if (isNumber(a) && isNumber(b)) return a.value <= b.value && a.value >= b.value;
  if (a.type === 'list' && b.type === 'list') {
    if (a.items.length !== b.items.length) return false;
    return all(a.items.map((item, index) => equals(item, b.items[index] ?? item)));
  }
  if (a.type === 'set' && b.type === 'set') {
    if (a.items.length !== b.items.length) return false;
    return all(a.items.map((item) => includes(b.items, item)));
  }
  if (a.type === 'map' && b.type === 'map') {
    if (a.entries.size !== b.entries.size) return false;
    const pairs = [...a.entries].map(([key, value]) => {
      const other = b.entries.get(key);
      return other ? equals(value, other) : false;
    });
    return all(pairs);
  }
  if (a.type === 'bytes' && b.type === 'bytes') return Buffer.compare(a.value, b.value) === 0;
  if (a.type === 'path' && b.type === 'path') return a.segments.join('/') === b.segments.join('/');
  if (a.type === 'latlng' && b.type === 'latlng')
    return a.latitude === b.latitude && a.longitude === b.longitude;
  if (a.type === 'null' || b.type === 'null') return a.type === b.type;
  return isScalar(a) && a.type === b.type && order(a, b) === 0;
}

/** `item in items` */
export function includes(items: RuleValue[], item: RuleValue): Verdict {
  return any(items.map((other) => equals(other, item)));
}

/**
 * `<`, `<=`, `>` and `>=`.
 * @throws RuleError for values that have no order with each other.
 */
export function compare(op: '<' | '<=' | '>' | '>=', a: RuleValue, b: RuleValue): Verdict {
  if (a.type === 'unknown') return hasUnknown(b) ? 'unknown' : fromBounds(a.facts, op, b);
  if (b.type === 'unknown') return fromBounds(b.facts, flipped[op], a);
  return holds(op, order(a, b));
}

function all(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes('unknown') ? 'unknown' : true;
}

function any(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes('unknown') ? 'unknown' : false;
}

const flipped = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** @throws RuleError. NaN is in no order: the result is NaN. */
function order(a: RuleValue, b: RuleValue): number {
  if (isNumber(a) && isNumber(b))
    return a.value < b.value ? -1 : a.value > b.value ? 1 : a.value >= b.value ? 0 : Number.NaN;
  if (a.type === 'string' && b.type === 'string') return compareText(a.value, b.value);
  if (a.type === 'bool' && b.type === 'bool') return Number(a.value) - Number(b.value);
  if (
    (a.type === 'timestamp' && b.type === 'timestamp') ||
    (a.type === 'duration' && b.type === 'duration')
  ) {
    return a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0;
  }
  throw new RuleError(`${a.type} and ${b.type} cannot be compared.`);
}

function holds(op: '<' | '<=' | '>' | '>=', sign: number): boolean {
  if (op === '<') return sign < 0;
  if (op === '<=') return sign <= 0;
  return op === '>' ? sign > 0 : sign >= 0;
}

/** Bounds are of one type, so a value of another type, or outside of them, is ruled out. */
function unknownEquals(facts: Facts, other: RuleValue): Verdict {
  if (hasUnknown(other)) return 'unknown';
  if (facts.not?.some((value) => equals(value, other) === true)) return false;
  if (facts.bounds?.length) {
    const inside = facts.bounds.every(
      ({ op, value }) => sameKind(other, value) && holds(op, order(other, value)),
    );
    if (!inside) return false;
    const pinned = ['<=', '>='].every((op) =>
      facts.bounds?.some((bound) => bound.op === op && equals(bound.value, other) === true),
    );
    if (pinned) return true;
  }
  if (facts.members && other.type !== 'map') return false;
  if (facts.contains?.length && other.type !== 'list') return false;
  return 'unknown';
}

function fromBounds(facts: Facts, op: '<' | '<=' | '>' | '>=', other: RuleValue): Verdict {
  const bounds = facts.bounds ?? [];
  for (const bound of bounds) {
    if (!sameKind(other, bound.value)) continue;
    const sign = order(bound.value, other);
    // x < 5 proves x < 7 and x <= 5; x >= 5 disproves x < 5.
    if (op === '<' || op === '<=') {
      if (bound.op === '<' && sign <= 0) return true;
      if (bound.op === '<=' && (op === '<' ? sign < 0 : sign <= 0)) return true;
      if (bound.op === '>' && sign >= 0) return false;
      if (bound.op === '>=' && (op === '<' ? sign >= 0 : sign > 0)) return false;
    } else {
      if (bound.op === '>' && sign >= 0) return true;
      if (bound.op === '>=' && (op === '>' ? sign > 0 : sign >= 0)) return true;
      if (bound.op === '<' && sign <= 0) return false;
      if (bound.op === '<=' && (op === '>' ? sign <= 0 : sign < 0)) return false;
    }
  }
  return 'unknown';
}

function sameKind(a: RuleValue, b: RuleValue): boolean {
  return (isNumber(a) && isNumber(b)) || (a.type === b.type && isScalar(a));
}

function isNumber(value: RuleValue): value is Extract<RuleValue, { type: 'int' | 'float' }> {
  return value.type === 'int' || value.type === 'float';
}

function isScalar(value: RuleValue): boolean {
  return ['int', 'float', 'string', 'bool', 'timestamp', 'duration'].includes(value.type);
}
