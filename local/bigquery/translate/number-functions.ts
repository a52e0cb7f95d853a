import { unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import { at, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { coerce, isNeverZero, noSignature, requireKind, type Typed, toSupertype, toTyped } from './typed.ts';

type NumberKind = 'INT64' | 'NUMERIC' | 'FLOAT64';

function toNumberKind(values: Typed[], what: string, where: number): NumberKind {
  const kind = toSupertype(values)?.kind;
  if (kind === 'NULL') return 'INT64';
  if (kind === 'INT64' || kind === 'NUMERIC' || kind === 'FLOAT64') return kind;
  throw noSignature(`function ${what}`, values, where);
}

/** ABS and SIGN keep the type. */
const keepType: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1);
  const kind = toNumberKind(values, call.name, call.at);
  const value = coerce(at(values, 0), { kind });
  // The literal of the least INT64 is wider than that in DuckDB, and would have an absolute value.
  const sql = `${call.name.toLowerCase()}(${kind === 'INT64' ? `CAST(${value} AS BIGINT)` : value})`;
  return toTyped(call.name === 'SIGN' ? toSign(sql, kind) : sql, kind, values);
};

function toSign(sql: string, kind: NumberKind): string {
  const types = { INT64: 'BIGINT', NUMERIC: 'DECIMAL(38,9)', FLOAT64: 'DOUBLE' };
  return `CAST(${sql} AS ${types[kind]})`;
}

/** ROUND and TRUNC: NUMERIC stays, INT64 becomes FLOAT64. Digits of a NUMERIC are a literal, since DuckDB's scale is. */
const translateRound: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1, 2);
  const [value, digits] = values;
  if (value === undefined) throw noSignature(`function ${call.name}`, values, call.at);
  const name = call.name.toLowerCase();
  const kind = toNumberKind([value], call.name, call.at);
  if (kind !== 'NUMERIC') {
    const count =
      digits === undefined ? '' : `, CAST(${requireKind(digits, 'INT64', 'Digits', call.at)} AS INTEGER)`;
    return toTyped(`${name}(${coerce(value, { kind: 'FLOAT64' })}${count})`, 'FLOAT64', values);
  }
  const count = digits === undefined ? 0 : toDigits(at(call.arguments, 1), digits, call.name);
  return toTyped(`CAST(${name}(${value.sql}, ${count}) AS DECIMAL(38,9))`, 'NUMERIC', values);
};

function toDigits(expression: Expression, digits: Typed, what: string): number {
  const count = digits.literal?.kind === 'number' ? Number(digits.literal.text) : Number.NaN;
  if (Number.isInteger(count) && Math.abs(count) <= 29) return Math.min(count, 9);
  throw unsupported(`${what} of a NUMERIC to digits that are not a literal`, expression.at);
}

/** CEIL and FLOOR: NUMERIC stays, INT64 becomes FLOAT64. */
const translateWhole: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1);
  const kind = toNumberKind(values, call.name, call.at) === 'NUMERIC' ? 'NUMERIC' : 'FLOAT64';
  const name = call.name === 'FLOOR' ? 'floor' : 'ceil';
  const sql = `${name}(${coerce(at(values, 0), { kind })})`;
  return toTyped(kind === 'NUMERIC' ? `CAST(${sql} AS DECIMAL(38,9))` : sql, kind, values);
};

/** Functions that GoogleSQL computes in NUMERIC for a NUMERIC, with more digits than DuckDB would give. */
const onFloat =
  (name: string, count = 1): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, count);
    if (toNumberKind(values, call.name, call.at) === 'NUMERIC') {
      throw unsupported(`${call.name} of a NUMERIC; CAST it to FLOAT64`, call.at);
    }
    const list = values.map((value) => coerce(value, { kind: 'FLOAT64' }));
    return toTyped(`finite(${name}(${list.join(', ')}))`, 'FLOAT64', values);
  };

const translateInteger =
  (operator: '//' | '%', name: 'integer_divide' | 'integer_modulo'): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, 2);
    if (toNumberKind(values, call.name, call.at) !== 'INT64') {
      throw unsupported(`${call.name} of anything but INT64`, call.at);
    }
    const [a, b] = values.map((value) => coerce(value, { kind: 'INT64' }));
    const sql = isNeverZero(at(values, 1)) ? `(${a} ${operator} ${b})` : `${name}(${a}, ${b})`;
    return toTyped(sql, 'INT64', values);
  };

const translateSafeDivide: FunctionTranslator = (call, place: Place) => {
  const values = toArguments(call, place, 2);
  const kind = toNumberKind(values, call.name, call.at) === 'NUMERIC' ? 'NUMERIC' : 'FLOAT64';
  const [dividend, divisor] = values.map((value) => coerce(value, { kind }));
  const divide = kind === 'NUMERIC' ? 'numeric_divide' : 'float_divide';
  return toTyped(`${divide}(${dividend}, nullif(${divisor}, 0))`, kind, values);
};

export const numberFunctions: Record<string, FunctionTranslator> = {
  ABS: keepType,
  SIGN: keepType,
  ROUND: translateRound,
  TRUNC: translateRound,
  CEIL: translateWhole,
  CEILING: translateWhole,
  FLOOR: translateWhole,
  DIV: translateInteger('//', 'integer_divide'),
  MOD: translateInteger('%', 'integer_modulo'),
  SAFE_DIVIDE: translateSafeDivide,
  SQRT: onFloat('sqrt'),
  EXP: onFloat('exp'),
  LN: onFloat('ln'),
  LOG: onFloat('ln'),
  LOG10: onFloat('log10'),
  POW: onFloat('pow', 2),
  POWER: onFloat('pow', 2),
};
