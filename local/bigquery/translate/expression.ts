import { quoteText } from '../catalog/quote.ts';
import { PlacedError, unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import { type GoogleType, toDuckdbName } from '../types/google-type.ts';
import {
  toField,
  translateArray,
  translateArrayQuery,
  translateStruct,
  translateSubscript,
} from './array-functions.ts';
import { castTo, translateCast } from './cast.ts';
import { translateCase } from './conditional.ts';
import type { Place } from './context.ts';
import { translateCall } from './functions.ts';
import {
  translateBetween,
  translateBinary,
  translateDistinctFrom,
  translateIn,
  translateInteger,
  translateIs,
  translateLike,
  translateNegate,
} from './operators.ts';
import { resolve } from './scope.ts';
import { translateExtract } from './timestamp-functions.ts';
import { requireKind, type Typed, toTyped } from './typed.ts';

/** GoogleSQL's expression in DuckDB's SQL, with its type. @throws PlacedError for what is wrong or not on the list. */
export function translateExpression(expression: Expression, place: Place): Typed {
  switch (expression.kind) {
    case 'number':
      return translateNumber(expression);
    case 'string':
      return {
        ...toTyped(quoteText(expression.value), 'STRING'),
        literal: { kind: 'string', text: expression.value, at: expression.at },
      };
    case 'boolean':
      return toTyped(expression.value ? 'TRUE' : 'FALSE', 'BOOL');
    case 'null':
      return toTyped('NULL', { kind: 'NULL' });
    case 'typed':
      return translateTypedLiteral(expression);
    case 'parameter':
      return translateParameter(expression, place);
    case 'path':
      return translatePath(expression, place);
    case 'field':
      return toField(place.translate(expression.base), expression.name, expression.at);
    case 'subscript':
      return translateSubscript(expression, place);
    case 'negate':
      return translateNegate(expression, place);
    case 'not': {
      const operand = place.translate(expression.operand);
      return toTyped(`(NOT ${requireKind(operand, 'BOOL', 'The operand of NOT', expression.at)})`, 'BOOL', [
        operand,
      ]);
    }
    case 'binary':
      return translateBinary(expression, place);
    case 'like':
      return translateLike(expression, place);
    case 'between':
      return translateBetween(expression, place);
    case 'in':
      return translateIn(expression, place);
    case 'is':
      return translateIs(expression, place);
    case 'distinctFrom':
      return translateDistinctFrom(expression, place);
    case 'case':
      return translateCase(expression, place);
    case 'cast':
      return translateCast(expression, place);
    case 'extract':
      return translateExtract(expression, place);
    case 'interval':
      throw unsupported('INTERVAL outside of a date or timestamp function', expression.at);
    case 'array':
      return translateArray(expression, place);
    case 'struct':
      return translateStruct(expression, place);
    case 'scalarQuery':
      return translateScalarQuery(expression, place);
    case 'exists':
      return { ...toTyped(`EXISTS (${place.query(expression.query).sql})`, 'BOOL'), constant: false };
    case 'arrayQuery':
      return translateArrayQuery(expression, place);
    case 'call':
      return translateCall(expression, place);
  }
}

function translateNumber(expression: Extract<Expression, { kind: 'number' }>): Typed {
  const { text, float, at } = expression;
  if (float) return { ...toTyped(`CAST('${text}' AS DOUBLE)`, 'FLOAT64'), literal: { kind: 'number', text } };
  return translateInteger(BigInt(text), text, at);
}

function translateTypedLiteral(expression: Extract<Expression, { kind: 'typed' }>): Typed {
  const { type, value, at } = expression;
  const kind = type === 'DECIMAL' ? 'NUMERIC' : type;
  if (kind !== 'DATE' && kind !== 'DATETIME' && kind !== 'TIMESTAMP' && kind !== 'NUMERIC')
    throw unsupported(`${type} literals`, at);
  return toTyped(castTo(toTyped(quoteText(value), 'STRING'), { kind }, false, at), kind);
}

function translateParameter(expression: Extract<Expression, { kind: 'parameter' }>, place: Place): Typed {
  const { name, at } = expression;
  const known = [...place.context.parameters].find(([each]) => each.toLowerCase() === name.toLowerCase());
  if (known === undefined) throw new PlacedError(`Query parameter '${name}' not found`, at);
  const [key, type] = known;
  place.context.usedParameters.add(key);
  return { ...toTyped(`CAST($${key} AS ${toDuckdbName(type)})`, type), literal: { kind: 'parameter' } };
}

function translatePath(expression: Extract<Expression, { kind: 'path' }>, place: Place): Typed {
  const { typed, used } = resolve(place.scope, expression.names);
  return expression.names.slice(used).reduce((base, name) => toField(base, name.name, name.at), typed);
}

function translateScalarQuery(expression: Extract<Expression, { kind: 'scalarQuery' }>, place: Place): Typed {
  const query = place.query(expression.query);
  const [column, ...more] = query.columns;
  if (column === undefined || more.length > 0) {
    throw new PlacedError(
      'Scalar subquery cannot have more than one column unless using SELECT AS STRUCT',
      expression.at,
    );
  }
  const type: GoogleType = column.type;
  return { ...toTyped(`(${query.sql})`, type), constant: false };
}
