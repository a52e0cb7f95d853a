import { unsupported } from '../query-error.ts';
import type { Expression, TypeName } from '../syntax/tree.ts';
import {
  type GoogleType,
  isSameType,
  printType,
  type ScalarKind,
  toDuckdbName,
  toScalarKind,
} from '../types/google-type.ts';
import type { Place } from './context.ts';
import { canCoerce, coerce, type Typed, toTyped } from './typed.ts';

export function translateCast(expression: Extract<Expression, { kind: 'cast' }>, place: Place): Typed {
  const operand = place.translate(expression.operand);
  const type = toType(expression.type);
  return toTyped(castTo(operand, type, expression.safe, expression.at), type, [operand]);
}

export function toType(name: TypeName): GoogleType {
  const [element] = name.arguments;
  if (name.name === 'ARRAY' && element !== undefined) return { kind: 'ARRAY', element: toType(element) };
  const kind = toScalarKind(name.name);
  if (kind === null) throw unsupported(`the type ${name.name}`, name.at);
  return { kind };
}

/** https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_functions#cast */
export function castTo(value: Typed, to: GoogleType, safe: boolean, at: number): string {
  const isEmptyArray = value.type.kind === 'ARRAY' && canCoerce(value, to);
  if (value.type.kind === 'NULL' || isSameType(value.type, to) || isEmptyArray) return coerce(value, to);
  const rule = rules[`${value.type.kind}>${to.kind}`];
  if (rule === undefined) throw unsupported(`CAST from ${printType(value.type)} to ${printType(to)}`, at);
  if (rule === 'plain') return `${safe ? 'TRY_CAST' : 'CAST'}(${value.sql} AS ${toDuckdbName(to)})`;
  return rule(value.sql, (problem) => (safe ? 'NULL' : `error(${problem})`), safe ? 'TRY_CAST' : 'CAST');
}

type Rule = 'plain' | ((sql: string, fail: (problem: string) => string, cast: string) => string);

/** Text that DuckDB's cast would read more freely than GoogleSQL does is checked by its pattern first. */
const fromText =
  (kind: ScalarKind, pattern: string): Rule =>
  (sql, fail, cast) => {
    const type = toDuckdbName({ kind });
    const problem = `'Bad ${kind.toLowerCase()} value: ' || ${sql}`;
    const value = `${cast}(trim(${sql}) AS ${type})`;
    return `(CASE WHEN ${sql} IS NULL THEN NULL WHEN regexp_full_match(${sql}, '${pattern}') THEN ${value} ELSE ${fail(problem)} END)`;
  };

const number = '\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*';
const date = '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}';
const time = '[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]{1,6})?';

const rules: Record<string, Rule> = {
  'INT64>STRING': 'plain',
  'BOOL>STRING': 'plain',
  'DATE>STRING': 'plain',
  // GoogleSQL writes no zeros at the end; DuckDB writes as many as the scale.
  'NUMERIC>STRING': (sql) => `numeric_text(CAST(${sql} AS DECIMAL(38,9)))`,
  'INT64>FLOAT64': 'plain',
  'INT64>NUMERIC': 'plain',
  'INT64>BOOL': (sql) => `(${sql} <> 0)`,
  'BOOL>INT64': 'plain',
  'NUMERIC>FLOAT64': 'plain',
  'NUMERIC>INT64': 'plain',
  // Half away from zero; DuckDB's cast of a DOUBLE rounds half to even.
  'FLOAT64>INT64': (sql, _fail, cast) => `${cast}(round(${sql}) AS BIGINT)`,
  'FLOAT64>NUMERIC': 'plain',
  'STRING>INT64': fromText('INT64', '\\s*[-+]?[0-9]+\\s*'),
  'STRING>FLOAT64': fromText('FLOAT64', number),
  'STRING>NUMERIC': fromText('NUMERIC', number),
  'STRING>BOOL': fromText('BOOL', '(?i)true|false'),
  'STRING>DATE': fromText('DATE', date),
  'STRING>DATETIME': fromText('DATETIME', `${date}([ T]${time})?`),
  'STRING>TIMESTAMP': fromText('TIMESTAMP', `${date}([ T]${time})?(Z|[-+][0-9]{2}(:[0-9]{2})?)?`),
  'DATE>DATETIME': 'plain',
  'DATE>TIMESTAMP': (sql) => `timezone('UTC', CAST(${sql} AS TIMESTAMP))`,
  'DATETIME>DATE': 'plain',
  'DATETIME>TIMESTAMP': (sql) => `timezone('UTC', ${sql})`,
  'TIMESTAMP>DATE': (sql) => `CAST(timezone('UTC', ${sql}) AS DATE)`,
  'TIMESTAMP>DATETIME': (sql) => `timezone('UTC', ${sql})`,
};
