import { PlacedError } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import { type GoogleType, printType } from '../types/google-type.ts';
import { at, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { compare, toComparable } from './operators.ts';
import { coerce, requireKind, type Typed, toSupertype, toTyped } from './typed.ts';

export function translateCase(expression: Extract<Expression, { kind: 'case' }>, place: Place): Typed {
  const operand = expression.operand === null ? null : place.translate(expression.operand);
  const conditions = expression.whens.map((when) => {
    const condition = place.translate(when.condition);
    if (operand !== null) return compare('=', operand, condition, when.condition.at);
    return { ...condition, sql: requireKind(condition, 'BOOL', 'WHEN', when.condition.at) };
  });
  const results = expression.whens.map((when) => place.translate(when.result));
  const otherwise = expression.otherwise === null ? null : place.translate(expression.otherwise);
  const values = otherwise === null ? results : [...results, otherwise];
  const type = toCommonType(values, 'CASE', expression.at);
  const whens = conditions.map(
    (condition, index) => `WHEN ${condition.sql} THEN ${coerce(at(results, index), type)}`,
  );
  const end = otherwise === null ? '' : ` ELSE ${coerce(otherwise, type)}`;
  return toTyped(`(CASE ${whens.join(' ')}${end} END)`, type, [...conditions, ...values]);
}

function toCommonType(values: Typed[], what: string, where: number): GoogleType {
  const type = toSupertype(values);
  if (type !== null) return type;
  const types = values.map((value) => printType(value.type)).join(', ');
  throw new PlacedError(
    `No matching signature for ${what}: all values must have a common type, but are ${types}`,
    where,
  );
}

const translateIf: FunctionTranslator = (call, place) => {
  const [condition, yes, no] = toThree(toArguments(call, place, 3));
  const type = toCommonType([yes, no], 'function IF', call.at);
  const test = requireKind(condition, 'BOOL', 'The condition of IF', call.at);
  return toTyped(`(CASE WHEN ${test} THEN ${coerce(yes, type)} ELSE ${coerce(no, type)} END)`, type, [
    condition,
    yes,
    no,
  ]);
};

function toThree(values: Typed[]): [Typed, Typed, Typed] {
  return [at(values, 0), at(values, 1), at(values, 2)];
}

const translateCoalesce =
  (least: number, most: number): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, least, most);
    const type = toCommonType(values, `function ${call.name}`, call.at);
    return toTyped(`coalesce(${values.map((value) => coerce(value, type)).join(', ')})`, type, values);
  };

const translateNullif: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 2);
  const type = toComparable(values, 'function NULLIF', call.at);
  return toTyped(`nullif(${values.map((value) => coerce(value, type)).join(', ')})`, type, values);
};

/** GoogleSQL's are NULL when any argument is; DuckDB's pass over NULLs. */
const translateExtreme: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1, Number.POSITIVE_INFINITY);
  const type = toComparable(values, `function ${call.name}`, call.at);
  const list = values.map((value) => coerce(value, type));
  const isNull = list.map((sql) => `${sql} IS NULL`).join(' OR ');
  return toTyped(
    `(CASE WHEN ${isNull} THEN NULL ELSE ${call.name.toLowerCase()}(${list.join(', ')}) END)`,
    type,
    values,
  );
};

export const conditionalFunctions: Record<string, FunctionTranslator> = {
  IF: translateIf,
  COALESCE: translateCoalesce(1, Number.POSITIVE_INFINITY),
  IFNULL: translateCoalesce(2, 2),
  NULLIF: translateNullif,
  GREATEST: translateExtreme,
  LEAST: translateExtreme,
};
