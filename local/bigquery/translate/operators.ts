import { PlacedError, unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import { type GoogleType, printType, toDuckdbName } from '../types/google-type.ts';
import type { Place } from './context.ts';
import { coerce, isNeverZero, noSignature, requireKind, type Typed, toSupertype, toTyped } from './typed.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export function translateBinary(expression: Of<'binary'>, place: Place): Typed {
  const { operator, at } = expression;
  const left = place.translate(expression.left);
  const right = place.translate(expression.right);
  const both = [left, right];
  switch (operator) {
    case 'AND':
    case 'OR': {
      const [a, b] = both.map((each) => requireKind(each, 'BOOL', `Each operand of ${operator}`, at));
      return toTyped(`(${a} ${operator} ${b})`, 'BOOL', both);
    }
    case '||': {
      const [a, b] = both.map((each) => requireKind(each, 'STRING', 'Each operand of ||', at));
      return toTyped(`(${a} || ${b})`, 'STRING', both);
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return translateArithmetic(operator, left, right, at);
    default:
      return compare(operator, left, right, at);
  }
}

export function compare(
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  left: Typed,
  right: Typed,
  at: number,
): Typed {
  const type = toComparable([left, right], `operator ${operator}`, at);
  return toTyped(
    `(${coerce(left, type)} ${operator === '!=' ? '<>' : operator} ${coerce(right, type)})`,
    'BOOL',
    [left, right],
  );
}

/** The type to compare values as. */
export function toComparable(values: Typed[], what: string, at: number): GoogleType {
  const type = toSupertype(values);
  if (type === null) throw noSignature(what, values, at);
  if (type.kind === 'ARRAY' || type.kind === 'STRUCT') throw unsupported(`comparing ${printType(type)}`, at);
  return type;
}

/** https://cloud.google.com/bigquery/docs/reference/standard-sql/operators#arithmetic_operators */
function translateArithmetic(operator: '+' | '-' | '*' | '/', left: Typed, right: Typed, at: number): Typed {
  const both = [left, right];
  if (left.type.kind === 'DATE' && right.type.kind === 'INT64' && (operator === '+' || operator === '-')) {
    return toTyped(`(${left.sql} ${operator} CAST(${right.sql} AS INTEGER))`, 'DATE', both);
  }
  const type = toSupertype(both);
  const kind = type?.kind === 'NULL' ? 'INT64' : type?.kind;
  if (kind !== 'INT64' && kind !== 'NUMERIC' && kind !== 'FLOAT64')
    throw noSignature(`operator ${operator}`, both, at);
  if (operator === '/') {
    const to = kind === 'NUMERIC' ? 'NUMERIC' : 'FLOAT64';
    const [a, b] = both.map((each) => coerce(each, { kind: to }));
    if (to === 'FLOAT64' && isNeverZero(right)) return toTyped(`(${a} / ${b})`, to, both);
    return toTyped(`${to === 'NUMERIC' ? 'numeric_divide' : 'float_divide'}(${a}, ${b})`, to, both);
  }
  if (kind !== 'NUMERIC') {
    const [a, b] = both.map((each) => coerce(each, { kind }));
    return toTyped(`(${a} ${operator} ${b})`, kind, both);
  }
  return toTyped(translateNumeric(operator, left, right), 'NUMERIC', both);
}

/** Decimals keep their own scale while they can: a cast of each operand to DECIMAL(38,9) would cost most of the time. */
function translateNumeric(operator: '+' | '-' | '*', left: Typed, right: Typed): string {
  const toOperand = (value: Typed) =>
    value.type.kind === 'NUMERIC' || value.type.kind === 'INT64'
      ? value.sql
      : coerce(value, { kind: 'NUMERIC' });
  const result = `(${toOperand(left)} ${operator} ${toOperand(right)})`;
  // Scales add up in a product; NUMERIC has nine digits and rounds half away from zero, as DuckDB's cast does.
  const scalesAddUp = operator === '*' && left.type.kind !== 'INT64' && right.type.kind !== 'INT64';
  return scalesAddUp ? `CAST(${result} AS DECIMAL(38,9))` : result;
}

/** @throws PlacedError where it is no INT64 */
export function translateInteger(value: bigint, text: string, at: number): Typed {
  if (BigInt.asIntN(64, value) !== value) throw new PlacedError(`Invalid integer literal: ${text}`, at);
  return {
    ...toTyped(`CAST(${value} AS BIGINT)`, 'INT64'),
    literal: { kind: 'number', text: String(value) },
  };
}

export function translateNegate(expression: Of<'negate'>, place: Place): Typed {
  const { operand: negated, at } = expression;
  // The least INT64 is written as the negation of one that is too large by one.
  if (negated.kind === 'number' && !negated.float)
    return translateInteger(-BigInt(negated.text), negated.text, at);
  const operand = place.translate(expression.operand);
  if (!['INT64', 'NUMERIC', 'FLOAT64', 'NULL'].includes(operand.type.kind)) {
    throw noSignature('operator -', [operand], expression.at);
  }
  const typed = toTyped(`(-${operand.sql})`, operand.type, [operand]);
  if (operand.literal?.kind !== 'number') return typed;
  return { ...typed, literal: { kind: 'number', text: `-${operand.literal.text}` } };
}

export function translateLike(expression: Of<'like'>, place: Place): Typed {
  const operand = place.translate(expression.operand);
  const pattern = place.translate(expression.pattern);
  const [a, b] = [operand, pattern].map((each) =>
    requireKind(each, 'STRING', 'Each operand of LIKE', expression.at),
  );
  // In GoogleSQL a backslash always escapes; in DuckDB only where ESCAPE says so.
  return toTyped(`(${a} ${expression.not ? 'NOT ' : ''}LIKE ${b} ESCAPE '\\')`, 'BOOL', [operand, pattern]);
}

export function translateBetween(expression: Of<'between'>, place: Place): Typed {
  const values = [expression.operand, expression.low, expression.high].map(place.translate);
  const type = toComparable(values, 'operator BETWEEN', expression.at);
  const [operand, low, high] = values.map((value) => coerce(value, type));
  return toTyped(`(${operand} ${expression.not ? 'NOT ' : ''}BETWEEN ${low} AND ${high})`, 'BOOL', values);
}

export function translateIs(expression: Of<'is'>, place: Place): Typed {
  const operand = place.translate(expression.operand);
  const sql =
    expression.what === 'NULL'
      ? operand.sql
      : requireKind(operand, 'BOOL', `The operand of IS ${expression.what}`, expression.at);
  return toTyped(`(${sql} IS ${expression.not ? 'NOT ' : ''}${expression.what})`, 'BOOL', [operand]);
}

export function translateDistinctFrom(expression: Of<'distinctFrom'>, place: Place): Typed {
  const values = [expression.left, expression.right].map(place.translate);
  const type = toComparable(values, 'operator IS DISTINCT FROM', expression.at);
  const [left, right] = values.map((value) => coerce(value, type));
  return toTyped(`(${left} IS ${expression.not ? 'NOT ' : ''}DISTINCT FROM ${right})`, 'BOOL', values);
}

export function translateIn(expression: Of<'in'>, place: Place): Typed {
  const { among, at } = expression;
  const operand = place.translate(expression.operand);
  const not = expression.not ? 'NOT ' : '';
  if (among.kind === 'list') {
    const items = among.items.map(place.translate);
    const type = toComparable([operand, ...items], 'operator IN', at);
    const list = items.map((item) => coerce(item, type)).join(', ');
    return toTyped(`(${coerce(operand, type)} ${not}IN (${list}))`, 'BOOL', [operand, ...items]);
  }
  if (among.kind === 'query') {
    const query = place.query(among.query);
    const [column, ...more] = query.columns;
    if (column === undefined || more.length > 0)
      throw new PlacedError('Subquery of type IN must have only one output column', at);
    const item = toTyped('NULL', column.type);
    const type = toComparable([operand, item], 'operator IN', at);
    const name = place.context.nextName('q');
    const items = `SELECT ${coerce({ ...item, sql: `${name}.${column.id}` }, type)} FROM (${query.sql}) AS ${name}`;
    return { ...toTyped(`(${coerce(operand, type)} ${not}IN (${items}))`, 'BOOL'), constant: false };
  }
  const array = place.translate(among.array);
  if (array.type.kind !== 'ARRAY')
    throw new PlacedError(
      `Values referenced in UNNEST must be arrays. UNNEST contains expression of type ${printType(array.type)}`,
      at,
    );
  // A string array's elements coerce as its parameter would.
  const item: Typed = { ...toTyped('NULL', array.type.element), literal: array.literal };
  const type = toComparable([operand, item], 'operator IN UNNEST', at);
  const list = `CAST(${array.sql} AS ${toDuckdbName(type)}[])`;
  return toTyped(`(${not}in_array(${coerce(operand, type)}, ${list}))`, 'BOOL', [operand, array]);
}
