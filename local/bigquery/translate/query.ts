import { PlacedError } from '../query-error.ts';
import type { Query, SetOperation } from '../syntax/tree.ts';
import { type GoogleType, printType } from '../types/google-type.ts';
import type { Context, Ctes, Place, TranslatedQuery } from './context.ts';
import { translateExpression } from './expression.ts';
import { toOrder } from './ordering.ts';
import { createScope, type Scope } from './scope.ts';
import { toLimit, translateSelect } from './select.ts';
import { coerce, type Typed, toSupertype, toTyped } from './typed.ts';

/** A query in DuckDB's SQL. `parent` is the scope around a subquery, for the columns that it takes from there. */
export function translateQuery(
  query: Query,
  context: Context,
  parent: Scope | null,
  outer: Ctes,
): TranslatedQuery {
  const ctes = new Map(outer);
  const defined = query.with.map(({ name, query: inner }) => {
    const translated = translateQuery(inner, context, null, new Map(ctes));
    const sqlName = context.nextName('w');
    const { columns, asStruct } = translated;
    ctes.set(name.name.toLowerCase(), { sqlName, columns, asStruct });
    return `${sqlName} AS (${translated.sql})`;
  });
  const body = translateBody(query, context, parent, ctes);
  return defined.length === 0 ? body : { ...body, sql: `WITH ${defined.join(', ')} ${body.sql}` };
}

function translateBody(query: Query, context: Context, parent: Scope | null, ctes: Ctes): TranslatedQuery {
  const place = createPlace(context, createScope(parent), ctes);
  if (query.body.kind === 'select') return translateSelect(query.body, query, place);
  const inner =
    query.body.kind === 'set'
      ? translateSet(query.body, context, parent, ctes)
      : translateQuery(query.body.query, context, parent, ctes);
  const name = context.nextName('t');
  const columns = inner.columns.map((column) => ({
    name: column.name ?? '',
    sql: `${name}.${column.id}`,
    type: column.type,
    hidden: false,
  }));
  place.scope.sources.push({ alias: null, columns, read: null, row: null });
  const order = toOrder(query.orderBy, ({ expression }) => {
    const position =
      expression.kind === 'number' && !expression.float ? columns[Number(expression.text) - 1] : undefined;
    if (position !== undefined) return toTyped(position.sql, position.type);
    if (expression.kind === 'number')
      throw new PlacedError('The column number is out of range', expression.at);
    return place.translate(expression);
  });
  const list = inner.columns.map((column) => `${name}.${column.id}`).join(', ');
  const sql = `SELECT ${list} FROM (${inner.sql}) AS ${name}${order === '' ? '' : ` ${order}`}${toLimit(query, place)}`;
  return { ...inner, sql };
}

function createPlace(context: Context, scope: Scope, ctes: Ctes): Place {
  const place: Place = {
    context,
    scope,
    ctes,
    translate: (expression) => translateExpression(expression, place),
    query: (query) => translateQuery(query, context, scope, ctes),
  };
  return place;
}

/** Columns go by position, and take the type that all branches agree on; names are the first branch's. */
function translateSet(
  set: SetOperation,
  context: Context,
  parent: Scope | null,
  ctes: Ctes,
): TranslatedQuery {
  const branches = set.branches.map((branch) => translateQuery(branch, context, parent, ctes));
  const [first, ...rest] = branches;
  const columns = first?.columns ?? [];
  if (rest.some((branch) => branch.columns.length !== columns.length)) {
    const counts = branches.map((branch) => branch.columns.length).join(', ');
    throw new PlacedError(`Queries in ${set.operator} have mismatched column count: ${counts}`, set.at);
  }
  const types = columns.map((_, index) => toCommonType(set, branches, index));
  const parts = branches.map((branch) => {
    const name = context.nextName('t');
    const list = branch.columns.map((column, index) => {
      const typed = toTyped(`${name}.${column.id}`, column.type);
      return `${coerce(typed, types[index] ?? column.type)} AS c${index}`;
    });
    return `SELECT ${list.join(', ')} FROM (${branch.sql}) AS ${name}`;
  });
  return {
    sql: parts.join(` ${set.operator} `),
    asStruct: branches.every((branch) => branch.asStruct),
    columns: columns.map((column, index) => ({
      id: `c${index}`,
      name: column.name,
      type: types[index] ?? column.type,
    })),
  };
}

function toCommonType(set: SetOperation, branches: TranslatedQuery[], index: number): GoogleType {
  const values: Typed[] = branches.flatMap((branch) => {
    const column = branch.columns[index];
    return column === undefined ? [] : [toTyped('NULL', column.type)];
  });
  const type = toSupertype(values);
  if (type !== null) return type;
  const types = values.map((value) => printType(value.type)).join(', ');
  throw new PlacedError(`Column ${index + 1} in ${set.operator} has incompatible types: ${types}`, set.at);
}
