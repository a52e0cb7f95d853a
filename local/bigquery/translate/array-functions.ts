import { PlacedError, unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import { type GoogleType, printType, toDuckdbName } from '../types/google-type.ts';
import { toType } from './cast.ts';
import { at, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { isSame } from './scope.ts';
import { coerce, requireKind, type Typed, toSupertype, toTyped } from './typed.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export function translateArray(expression: Of<'array'>, place: Place): Typed {
  const items = expression.items.map(place.translate);
  const declared = expression.element === null ? null : toType(expression.element);
  const element = declared ?? (items.length === 0 ? { kind: 'NULL' as const } : toSupertype(items));
  if (element === null)
    throw new PlacedError('Array elements of types without a common supertype', expression.at);
  if (element.kind === 'ARRAY')
    throw new PlacedError('Cannot construct array with element type ARRAY', expression.at);
  const list = `CAST([${items.map((item) => coerce(item, element)).join(', ')}] AS ${toDuckdbName(element)}[])`;
  return toTyped(list, { kind: 'ARRAY', element }, items);
}

export function translateArrayQuery(expression: Of<'arrayQuery'>, place: Place): Typed {
  const query = place.query(expression.query);
  const [column, ...more] = query.columns;
  if (column === undefined || more.length > 0) {
    throw new PlacedError(
      'ARRAY subquery cannot have more than one column unless using SELECT AS STRUCT',
      expression.at,
    );
  }
  return { ...toTyped(`ARRAY(${query.sql})`, { kind: 'ARRAY', element: column.type }), constant: false };
}

/** A struct's fields are f0, f1, … in DuckDB, since GoogleSQL lets names repeat or be missing. */
export function translateStruct(expression: Of<'struct'>, place: Place): Typed {
  const fields = expression.fields.map((field) => ({
    name: field.name,
    typed: place.translate(field.value),
  }));
  return toStruct(fields);
}

export function toStruct(fields: { name: string | null; typed: Typed }[]): Typed {
  const values = fields.map((field, index) => `f${index} := ${field.typed.sql}`);
  const type: GoogleType = {
    kind: 'STRUCT',
    fields: fields.map((field) => ({ name: field.name, type: field.typed.type })),
  };
  return toTyped(
    `struct_pack(${values.join(', ')})`,
    type,
    fields.map((field) => field.typed),
  );
}

export function toField(base: Typed, name: string, where: number): Typed {
  if (base.type.kind !== 'STRUCT')
    throw new PlacedError(`Cannot access field ${name} on a value with type ${printType(base.type)}`, where);
  const index = base.type.fields.findIndex((field) => isSame(field.name, name));
  const field = base.type.fields[index];
  if (field === undefined)
    throw new PlacedError(`Field name ${name} does not exist in ${printType(base.type)}`, where);
  return toTyped(`(${base.sql}).f${index}`, field.type, [base]);
}

/** `array[OFFSET(i)]` and its kin; a plain number is an offset. Out of bounds is an error, or NULL when SAFE. */
export function translateSubscript(expression: Of<'subscript'>, place: Place): Typed {
  const base = place.translate(expression.base);
  if (base.type.kind !== 'ARRAY') throw unsupported(`subscripts of ${printType(base.type)}`, expression.at);
  const { index } = expression;
  const how = index.kind === 'call' && /^(SAFE_)?(OFFSET|ORDINAL)$/.test(index.name) ? index : null;
  const number = place.translate(how === null ? index : at(how.arguments, 0));
  const position = requireKind(number, 'INT64', 'An array position', expression.at);
  const fromOne = how?.name.endsWith('ORDINAL') ? position : `(${position} + 1)`;
  const name = how?.name.startsWith('SAFE_') ? 'item_or_null' : 'item_or_error';
  return toTyped(`${name}(${base.sql}, ${fromOne})`, base.type.element, [base, number]);
}

const translateLength: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1);
  return toTyped(`len(${toArray(at(values, 0), call.at).sql})`, 'INT64', values);
};

/** NULL elements are left out. */
const translateToString: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 2);
  const array = toArray(at(values, 0), call.at);
  const by = requireKind(at(values, 1), 'STRING', 'The delimiter', call.at);
  if (array.type.kind !== 'ARRAY' || array.type.element.kind !== 'STRING')
    throw unsupported('ARRAY_TO_STRING of anything but strings', call.at);
  return toTyped(`array_to_string(${array.sql}, ${by})`, 'STRING', values);
};

const translateGenerate: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 2, 3);
  const [start, end, step = '1'] = values.map((value) =>
    requireKind(value, 'INT64', 'Each argument of GENERATE_ARRAY', call.at),
  );
  const sql = `(CASE WHEN ${step} = 0 THEN error('Sequence step cannot be 0.') ELSE generate_series(${start}, ${end}, ${step}) END)`;
  return toTyped(sql, { kind: 'ARRAY', element: { kind: 'INT64' } }, values);
};

function toArray(value: Typed, where: number): Typed {
  if (value.type.kind !== 'ARRAY')
    throw new PlacedError(`Expected an array but got ${printType(value.type)}`, where);
  return value;
}

export const arrayFunctions: Record<string, FunctionTranslator> = {
  ARRAY_LENGTH: translateLength,
  ARRAY_TO_STRING: translateToString,
  GENERATE_ARRAY: translateGenerate,
};
