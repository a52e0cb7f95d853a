import { PlacedError } from '../query-error.ts';
import type { Expression, Name, Ordering, Query, Select, SelectItem } from '../syntax/tree.ts';
import type { GoogleType } from '../types/google-type.ts';
import { toStruct } from './array-functions.ts';
import type { Place, TranslatedQuery } from './context.ts';
import { translateFrom } from './from.ts';
import { toOrder } from './ordering.ts';
import { applyPartitionFilters } from './partition-filter.ts';
import { isSame, type SourceColumn } from './scope.ts';
import { requireKind, type Typed, toTyped } from './typed.ts';

type Item = { typed: Typed; name: string | null; alias: string | null };
type Tail = Pick<Query, 'orderBy' | 'limit' | 'offset'>;

/** A SELECT with what follows it. `place` has the query's own, empty scope. */
export function translateSelect(select: Select, tail: Tail, place: Place): TranslatedQuery {
  const from = select.from === null ? '' : ` FROM ${translateFrom(select.from, place)}`;
  for (const { name, window } of select.windows) place.scope.windows.set(name.name.toLowerCase(), window);
  const where = select.where === null ? '' : ` WHERE ${toCondition(select.where, 'WHERE', place)}`;
  if (select.where !== null) {
    const reads = place.scope.sources.flatMap((source) => source.read ?? []);
    applyPartitionFilters(select.where, place, reads);
  }
  const listed = select.items.flatMap((item) => toItems(item, place));
  const items = select.asStruct ? [toStructItem(listed)] : listed;
  place.scope.aliases = toAliases(listed);
  const groupBy = toGroupBy(select.groupBy, listed, place);
  const having = select.having === null ? '' : ` HAVING ${toCondition(select.having, 'HAVING', place)}`;
  const qualify = select.qualify === null ? '' : ` QUALIFY ${toCondition(select.qualify, 'QUALIFY', place)}`;
  const paths = select.distinct ? toListedPaths(tail.orderBy, listed, place) : new Map<Ordering, Typed>();
  if (select.distinct) keepListed(listed, place);
  const order = toOrder(tail.orderBy, (item) => paths.get(item) ?? toOrderItem(item, listed, place));
  place.scope.aliases = null;
  const list = items.map((item, index) => `${item.typed.sql} AS c${index}`).join(', ');
  const body = `SELECT ${select.distinct ? 'DISTINCT ' : ''}${list}${from}${where}${groupBy}${having}${qualify}`;
  const columns = items.map((item, index) => ({ id: `c${index}`, name: item.name, type: item.typed.type }));
  const sql = `${body}${order === '' ? '' : ` ${order}`}${toLimit(tail, place)}`;
  return { sql, columns, asStruct: select.asStruct };
}

export function toLimit(tail: Tail, place: Place): string {
  const clauses = [
    ['LIMIT', tail.limit],
    ['OFFSET', tail.offset],
  ] as const;
  return clauses
    .map(([word, expression]) => {
      if (expression === null) return '';
      const count = place.translate(expression);
      const isPlain = count.literal !== null && count.type.kind === 'INT64';
      if (!isPlain || count.sql.startsWith('(-')) {
        throw new PlacedError(`${word} expects a non-negative integer literal or parameter`, expression.at);
      }
      return ` ${word} ${count.sql}`;
    })
    .join('');
}

function toCondition(expression: Expression, clause: string, place: Place): string {
  return requireKind(place.translate(expression), 'BOOL', `${clause} clause`, expression.at);
}

function toItems(item: SelectItem, place: Place): Item[] {
  if (item.kind === 'star') return toStarItems(item, place);
  const { expression, alias } = item;
  const typed = place.translate(expression);
  const own =
    expression.kind === 'path'
      ? (expression.names.at(-1)?.name ?? null)
      : expression.kind === 'field'
        ? expression.name
        : null;
  return [{ typed, name: alias?.name ?? own, alias: alias?.name ?? own }];
}

function toStarItems(star: Extract<SelectItem, { kind: 'star' }>, place: Place): Item[] {
  const columns = toStarColumns(star.of, place, star.at);
  for (const name of [...star.except, ...star.replace.map((each) => each.name)]) {
    const isThere = columns.some((column) => isSame(column.name, name.name));
    if (!isThere)
      throw new PlacedError(`Column ${name.name} in SELECT * EXCEPT or REPLACE does not exist`, name.at);
  }
  const kept = columns.filter((column) => !star.except.some((name) => isSame(column.name, name.name)));
  return kept.map((column) => {
    const replaced = star.replace.find((each) => isSame(column.name, each.name.name));
    const typed =
      replaced === undefined ? toTyped(column.sql, column.type) : place.translate(replaced.expression);
    if (replaced === undefined) column.note();
    return {
      typed: { ...typed, constant: false },
      name: column.name === '' ? null : column.name,
      alias: null,
    };
  });
}

type StarColumn = Pick<SourceColumn, 'name' | 'sql' | 'type'> & { note: () => void };

function toStarColumns(of: Name | null, place: Place, at: number): StarColumn[] {
  const { sources, merged } = place.scope;
  const wanted = of === null ? sources : sources.filter((source) => isSame(source.alias, of.name));
  if (wanted.length === 0) {
    const problem = of === null ? 'SELECT * must have a FROM clause' : `Unrecognized name: ${of.name}`;
    throw new PlacedError(problem, at);
  }
  const own = wanted.flatMap((source) =>
    source.columns
      .filter((column) => of !== null || !column.hidden)
      .map((column) => ({ ...column, note: () => source.read?.columns.add(column.name) })),
  );
  return of === null ? [...merged.map((column) => ({ ...column, note: () => {} })), ...own] : own;
}

function toStructItem(items: Item[]): Item {
  return {
    typed: toStruct(items.map((item) => ({ name: item.name, typed: item.typed }))),
    name: null,
    alias: null,
  };
}

function toAliases(items: Item[]): Map<string, Typed | 'ambiguous'> {
  const aliases = new Map<string, Typed | 'ambiguous'>();
  for (const { alias, typed } of items) {
    if (alias === null) continue;
    const key = alias.toLowerCase();
    const other = aliases.get(key);
    const isSameValue = other === undefined || (other !== 'ambiguous' && other.sql === typed.sql);
    aliases.set(key, isSameValue ? typed : 'ambiguous');
  }
  return aliases;
}

/** `ORDER BY c.name` where `c.name` is listed: the item's number. */
function toListedPaths(orderBy: Tail['orderBy'], items: Item[], place: Place): Map<Ordering, Typed> {
  const paths = new Map<Ordering, Typed>();
  for (const ordering of orderBy) {
    const { expression } = ordering;
    if (expression.kind !== 'path' || expression.names.length < 2) continue;
    const { sql } = place.translate(expression);
    const index = items.findIndex(({ typed }) => typed.sql === sql);
    if (index >= 0) paths.set(ordering, toTyped(`${index + 1}`, 'INT64'));
  }
  return paths;
}

/** After SELECT DISTINCT only what is listed can be named: a row may stand for several that differ in the rest. */
function keepListed(items: Item[], { scope }: Place): void {
  scope.sources = [];
  scope.merged = [];
  scope.aliases = toAliases(items.map((item) => ({ ...item, alias: item.name })));
}

function toGroupBy(groupBy: Select['groupBy'], items: Item[], place: Place): string {
  if (groupBy === null) return '';
  if (groupBy === 'ALL') return ' GROUP BY ALL';
  const keys = groupBy.map((expression) => {
    const ordinal = toOrdinal(expression, items);
    if (ordinal !== null) return `${ordinal}`;
    const key = place.translate(expression);
    refuseGrouping(key.type, expression.at);
    return key.sql;
  });
  return ` GROUP BY ${keys.join(', ')}`;
}

function refuseGrouping(type: GoogleType, at: number): void {
  if (type.kind === 'ARRAY' || type.kind === 'STRUCT') {
    throw new PlacedError(`Grouping by expressions of type ${type.kind} is not allowed`, at);
  }
}

function toOrderItem(ordering: Ordering, items: Item[], place: Place): Typed {
  const ordinal = toOrdinal(ordering.expression, items);
  return ordinal === null ? place.translate(ordering.expression) : toTyped(`${ordinal}`, 'INT64');
}

/**
 * The number of the listed item that GROUP BY or ORDER BY names by number or by its alias, which there goes before a
 * column of the same name. Null for any other expression.
 */
function toOrdinal(expression: Expression, items: Item[]): number | null {
  if (expression.kind === 'number' && !expression.float) {
    const ordinal = Number(expression.text);
    const isInside = ordinal >= 1 && ordinal <= items.length;
    if (!isInside)
      throw new PlacedError(
        `Column number ${ordinal} is out of range: there are ${items.length}`,
        expression.at,
      );
    return ordinal;
  }
  const [name, ...more] = expression.kind === 'path' ? expression.names : [];
  if (name === undefined || more.length > 0) return null;
  const found = items.flatMap((item, index) =>
    isSame(item.alias, name.name) ? [{ item, ordinal: index + 1 }] : [],
  );
  const [first, ...others] = found;
  const isAmbiguous = others.some((other) => other.item.typed.sql !== first?.item.typed.sql);
  if (isAmbiguous) throw new PlacedError(`Column name ${name.name} is ambiguous`, name.at);
  return first?.ordinal ?? null;
}
