import { invalidArgument } from '../status.ts';
import { compareNumbers, compareValues } from '../value/compare.ts';
import { getField, withField } from '../value/field-path.ts';
import { microsToTimestamp } from '../value/timestamp.ts';
import type { Fields, Micros, Value } from '../value/value.ts';
import type { Transform } from './write.ts';

const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);
const nullValue: Value = { type: 'null' };

/**
 * Applies field transforms in order. Results stand in the same order; those of array transforms are null, as in
 * Firestore.
 * @throws FirestoreError INVALID_ARGUMENT for an operand that is not a number.
 */
export function applyTransforms(
  fields: Fields,
  transforms: Transform[],
  time: Micros,
): { fields: Fields; results: Value[] } {
  let current = fields;
  const results: Value[] = [];
  for (const transform of transforms) {
    const value = transformed(getField(current, transform.field), transform, time);
    current = withField(current, transform.field, value);
    results.push(value.type === 'array' ? nullValue : value);
  }
  return { fields: current, results };
}

function transformed(before: Value | null, transform: Transform, time: Micros): Value {
  switch (transform.kind) {
    case 'serverTime': {
      // Server times are kept to the millisecond: https://firebase.google.com/docs/reference/firestore/rest/v1/Write
      const { seconds, nanos } = microsToTimestamp(time);
      return { type: 'timestamp', value: { seconds, nanos: Math.floor(nanos / 1e6) * 1e6 } };
    }
    case 'increment':
      return sum(before, numeric(transform.operand));
    case 'maximum':
      return extreme(before, numeric(transform.operand), 1);
    case 'minimum':
      return extreme(before, numeric(transform.operand), -1);
    case 'union': {
      const values = before?.type === 'array' ? [...before.values] : [];
      for (const operand of transform.operands) {
        if (!values.some((value) => compareValues(value, operand) === 0)) values.push(operand);
      }
      return { type: 'array', values };
    }
    case 'remove': {
      const values = before?.type === 'array' ? before.values : [];
      const stays = (value: Value) =>
        !transform.operands.some((operand) => compareValues(value, operand) === 0);
      return { type: 'array', values: values.filter(stays) };
    }
  }
}

type NumberValue = Extract<Value, { type: 'integer' | 'double' }>;

function numeric(operand: Value): NumberValue {
  if (operand.type === 'integer' || operand.type === 'double') return operand;
  throw invalidArgument('The operand of increment, maximum or minimum is not a number.');
}

/** Integers saturate instead of overflowing; with a double on either side the sum is a double. */
function sum(before: Value | null, operand: NumberValue): Value {
  if (before?.type !== 'integer' && before?.type !== 'double') return operand;
  if (before.type === 'integer' && operand.type === 'integer') {
    const total = before.value + operand.value;
    return { type: 'integer', value: total > maxInt64 ? maxInt64 : total < minInt64 ? minInt64 : total };
  }
  return { type: 'double', value: Number(before.value) + Number(operand.value) };
}

/** Equal numbers keep what is stored; NaN wins, as the protocol says. */
function extreme(before: Value | null, operand: NumberValue, sign: 1 | -1): Value {
  if (before?.type !== 'integer' && before?.type !== 'double') return operand;
  if (Number.isNaN(before.value)) return before;
  if (Number.isNaN(operand.value)) return operand;
  return sign * compareNumbers(operand.value, before.value) > 0 ? operand : before;
}
