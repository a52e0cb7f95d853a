import { quoteName } from '../catalog/quote.ts';
import { PlacedError, QueryError, unsupported } from '../query-error.ts';
import type { FromItem, Name } from '../syntax/tree.ts';
import { type GoogleType, printType, toScalarKind } from '../types/google-type.ts';
import type { Place, TranslatedQuery } from './context.ts';
import { toComparable } from './operators.ts';
import { applyPartitionFilters } from './partition-filter.ts';
import { isSame, type Source, type SourceColumn, type TableRead } from './scope.ts';
import { coerce, requireKind, toTyped } from './typed.ts';

/** The FROM clause in DuckDB's SQL. Adds its sources to the place's scope. */
export function translateFrom(item: FromItem, place: Place): string {
  switch (item.kind) {
    case 'table':
      return translateTable(item, place);
    case 'query': {
      const query = place.query(item.query);
      const name = place.context.nextName('t');
      addSource(toSource(item.alias?.name ?? null, name, query), place, item.at);
      return `(${query.sql}) AS ${name}`;
    }
    case 'unnest':
      return translateUnnest(item, place);
    case 'join':
      return translateJoin(item, place);
  }
}

function toColumn(name: string, sql: string, type: GoogleType): SourceColumn {
  return { name, sql, type, hidden: false };
}

/** What a query in FROM gives, `name` being what it is called in DuckDB's SQL. */
function toSource(
  alias: string | null,
  name: string,
  { columns, asStruct }: Pick<TranslatedQuery, 'columns' | 'asStruct'>,
): Source {
  const own = columns.map((column) => toColumn(column.name ?? '', `${name}.${column.id}`, column.type));
  const [row] = own;
  return asStruct && row !== undefined
    ? toValueSource(alias, row)
    : { alias, columns: own, read: null, row: null };
}

/** A value as what stands in FROM: the fields of a struct are columns, anything else is one column. */
function toValueSource(alias: string | null, value: SourceColumn): Source {
  const { type } = value;
  if (type.kind !== 'STRUCT')
    return { alias: null, columns: [{ ...value, name: alias ?? '' }], read: null, row: null };
  const columns = type.fields.map((field, index) =>
    toColumn(field.name ?? '', `(${value.sql}).f${index}`, field.type),
  );
  return { alias, columns, read: null, row: { ...value, name: alias ?? '' } };
}

function addSource(source: Source, place: Place, at: number): void {
  const { alias } = source;
  if (alias !== null && place.scope.sources.some((each) => isSame(each.alias, alias))) {
    throw new PlacedError(`Duplicate table alias ${alias} in the same FROM clause`, at);
  }
  place.scope.sources.push(source);
}

function translateTable(item: Extract<FromItem, { kind: 'table' }>, place: Place): string {
  const { context, ctes } = place;
  const [only, ...more] = item.path;
  const name = context.nextName('t');
  const cte = more.length === 0 ? ctes.get((only ?? '').toLowerCase()) : undefined;
  if (cte !== undefined) {
    if (item.asOf !== null) throw new PlacedError('FOR SYSTEM_TIME AS OF needs a table', item.at);
    addSource(toSource(item.alias?.name ?? only ?? null, name, cte), place, item.at);
    return `${cte.sqlName} AS ${name}`;
  }
  const table = context.tables.get(toTableName(item.path, place));
  if (table === undefined) throw notFound(item.path, place);
  const moment = item.asOf === null ? 0 : toMoment(item, place);
  const read: TableRead = { table, moment, columns: new Set(), filter: null };
  context.reads.push(read);
  const columns = table.columns.map((column) => {
    const kind = toScalarKind(column.type.replace(/\(.*/, ''));
    if (kind === null) throw unsupported(`the type ${column.type} of ${table.name}.${column.name}`, item.at);
    return toColumn(column.name, `${name}.${quoteName(column.name)}`, { kind });
  });
  addSource({ alias: item.alias?.name ?? table.name, columns, read, row: null }, place, item.at);
  return `${toCatalogMark(moment)}.${quoteName(context.dataset)}.${quoteName(table.name)} AS ${name}`;
}

/** Stands in the SQL for the catalog of a moment until the versions are known. No query can hold a zero character. */
export function toCatalogMark(moment: number): string {
  return `\0${moment}\0`;
}

function toTableName(path: readonly string[], place: Place): string {
  const { projectId, dataset, hasDefaultDataset } = place.context;
  if (path.length === 1 && !hasDefaultDataset) return '';
  const prefix = [projectId, dataset].slice(Math.max(0, 3 - path.length));
  const fits = path.length <= 3 && prefix.every((part, index) => part === path[index]);
  return fits ? (path.at(-1) ?? '') : '';
}

function notFound(path: readonly string[], place: Place): QueryError {
  const { projectId, dataset, hasDefaultDataset } = place.context;
  if (path.length === 1 && !hasDefaultDataset) {
    const message = `Table "${path[0]}" must be qualified with a dataset (e.g. dataset.table).`;
    return new QueryError('invalidQuery', message, { location: 'query' });
  }
  const [table = '', inDataset = dataset, project = projectId] = path.toReversed();
  return new QueryError('notFound', `Not found: Table ${project}:${inDataset}.${table} was not found`);
}

function toMoment(item: Extract<FromItem, { kind: 'table' }>, place: Place): number {
  if (item.asOf === null) return 0;
  const typed = place.translate(item.asOf);
  if (!typed.constant)
    throw new PlacedError('FOR SYSTEM_TIME AS OF needs a constant timestamp', item.asOf.at);
  const sql = requireKind(typed, 'TIMESTAMP', 'FOR SYSTEM_TIME AS OF', item.asOf.at);
  const { moments } = place.context;
  const known = moments.indexOf(sql);
  return known >= 0 ? known : moments.push(sql) - 1;
}

function translateUnnest(item: Extract<FromItem, { kind: 'unnest' }>, place: Place): string {
  const array = place.translate(item.array);
  if (array.type.kind !== 'ARRAY') {
    throw new PlacedError(
      `Values referenced in UNNEST must be arrays, but got ${printType(array.type)}`,
      item.at,
    );
  }
  const name = place.context.nextName('t');
  const value = toColumn('', `${name}.c0`, array.type.element);
  addSource(toValueSource(item.alias?.name ?? null, value), place, item.at);
  const offset = item.offset === null ? '' : `, generate_subscripts(${array.sql}, 1) - 1 AS c1`;
  if (item.offset !== null) {
    const columns = [toColumn(item.offset.name, `${name}.c1`, { kind: 'INT64' })];
    addSource({ alias: null, columns, read: null, row: null }, place, item.at);
  }
  return `(SELECT unnest(${array.sql}) AS c0${offset}) AS ${name}`;
}

function translateJoin(item: Extract<FromItem, { kind: 'join' }>, place: Place): string {
  const { scope } = place;
  const start = scope.sources.length;
  const left = translateFrom(item.left, place);
  const middle = scope.sources.length;
  const right = translateFrom(item.right, place);
  if (item.type === 'CROSS') return `${left} CROSS JOIN ${wrap(item.right, right)}`;
  const leftSources = scope.sources.slice(start, middle);
  const rightSources = scope.sources.slice(middle);
  if (item.on === null) {
    const conditions = item.using.map((name) => merge(name, leftSources, rightSources, item.type, place));
    return `${left} ${item.type} JOIN ${wrap(item.right, right)} ON ${conditions.join(' AND ')}`;
  }
  const on = requireKind(place.translate(item.on), 'BOOL', 'JOIN ON', item.on.at);
  const filtered = {
    INNER: [...leftSources, ...rightSources],
    LEFT: rightSources,
    RIGHT: leftSources,
    FULL: [],
  };
  applyPartitionFilters(
    item.on,
    place,
    filtered[item.type].flatMap((source) => source.read ?? []),
  );
  return `${left} ${item.type} JOIN ${wrap(item.right, right)} ON ${on}`;
}

function wrap(item: FromItem, sql: string): string {
  return item.kind === 'join' ? `(${sql})` : sql;
}

/** One column of USING: the condition, and a merged column in the scope that hides both sides' own. */
function merge(name: Name, left: Source[], right: Source[], type: string, place: Place): string {
  const { scope } = place;
  const before = scope.merged.filter((each) => isSame(each.name, name.name));
  const a = toSide(name, left, before);
  const b = toSide(name, right, before);
  if (a === b || before.length > 1) throw unsupported('USING over joins that both have USING', name.at);
  const sides = [toTyped(a.sql, a.type), toTyped(b.sql, b.type)];
  const common = toComparable(sides, 'operator =', name.at);
  const [x, y] = sides.map((side) => coerce(side, common));
  const merged = type === 'FULL' ? `coalesce(${x}, ${y})` : type === 'RIGHT' ? `${y}` : `${x}`;
  a.hidden = true;
  b.hidden = true;
  scope.merged = scope.merged.filter((each) => !before.includes(each));
  scope.merged.push(toColumn(a.name, merged, common));
  return `${x} = ${y}`;
}

/** A side's column of that name: its own, or the one that an earlier USING merged. */
function toSide(name: Name, sources: Source[], merged: SourceColumn[]): SourceColumn {
  const found = sources.flatMap((source) =>
    source.columns
      .filter((column) => isSame(column.name, name.name))
      .map((column) => ({ column, read: source.read })),
  );
  const [only, ...more] = found.filter((each) => !each.column.hidden);
  if (more.length > 0) throw new PlacedError(`Column ${name.name} in USING clause is ambiguous`, name.at);
  only?.read?.columns.add(only.column.name);
  const column = only?.column ?? (found.length > 0 ? merged[0] : undefined);
  if (column === undefined) {
    throw new PlacedError(`Column ${name.name} in USING clause not found on one side of the join`, name.at);
  }
  return column;
}
