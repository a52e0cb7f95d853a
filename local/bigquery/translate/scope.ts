import type { TableDefinition } from '../catalog/table-definitions.ts';
import { PlacedError, unsupported } from '../query-error.ts';
import type { Name, Window } from '../syntax/tree.ts';
import type { GoogleType } from '../types/google-type.ts';
import { type Typed, toTyped } from './typed.ts';

/** `hidden` columns are one side of a USING: they need their source's name, and `*` passes over them. */
export type SourceColumn = { name: string; sql: string; type: GoogleType; hidden: boolean };

/**
 * One thing in FROM. `read` is set for a table: what the query needs of it. `row` is set where rows are structs, whose fields are the
 * columns: the whole of one, which the alias stands for.
 */
export type Source = {
  alias: string | null;
  columns: SourceColumn[];
  read: TableRead | null;
  row: SourceColumn | null;
};

/** What one mention of a table reads: for the bytes, the partition filter and the version. */
export type TableRead = {
  table: TableDefinition;
  /** Index into the translation's `moments`: 0 is the present. */
  moment: number;
  columns: Set<string>;
  filter: PartitionFilter | null;
};

/** A condition on a partition column. */
export type PartitionFilter = PartitionTest | { kind: 'and' | 'or'; parts: PartitionFilter[] };

/** `sql` is a constant DATE in DuckDB's SQL, or an array of them for `in`. */
export type PartitionTest =
  | { kind: 'compare'; operator: '=' | '<' | '<=' | '>' | '>='; sql: string }
  | { kind: 'in'; sql: string };

/** Names that one SELECT can use. `merged` are the columns of USING, which need no table's name. */
export type Scope = {
  parent: Scope | null;
  sources: Source[];
  merged: SourceColumn[];
  /** Aliases of the SELECT list, for the clauses after it. */
  aliases: Map<string, Typed | 'ambiguous'> | null;
  windows: Map<string, Window>;
};

export function createScope(parent: Scope | null): Scope {
  return { parent, sources: [], merged: [], aliases: null, windows: new Map() };
}

/** What the leading names of a path stand for, and how many of them. */
export type Resolved = { typed: Typed; used: number; source: Source | null; column: string };

/**
 * Resolves `column`, `source.column` or a SELECT alias, here or in a surrounding query.
 * @throws PlacedError in BigQuery's words when the name is unknown or ambiguous.
 */
export function resolve(scope: Scope, names: readonly Name[]): Resolved {
  const [first, second] = names;
  if (first === undefined) throw new PlacedError('Syntax error: Expected identifier', 0);
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const found = resolveHere(at, first, second);
    if (found !== null) return found;
  }
  throw new PlacedError(`Unrecognized name: ${first.name}`, first.at);
}

function resolveHere(scope: Scope, first: Name, second: Name | undefined): Resolved | null {
  const source = scope.sources.find((each) => isSame(each.alias, first.name));
  if (source !== undefined && second !== undefined) return resolveIn(source, first, second);
  const column = resolveColumn(scope, first);
  const alias = scope.aliases?.get(first.name.toLowerCase());
  if (alias === 'ambiguous') throw new PlacedError(`Column name ${first.name} is ambiguous`, first.at);
  // BigQuery prefers one or the other by clause; where they differ this server refuses to guess.
  const isOther = column !== null && alias !== undefined && alias.sql !== column.typed.sql;
  if (isOther) throw ambiguous(first, 'it is a column and an alias of another expression');
  if (column !== null && source !== undefined) throw ambiguous(first, 'it is a column and a table');
  if (column !== null) return column;
  if (alias !== undefined) return { typed: alias, used: 1, source: null, column: first.name };
  if (source?.row) return toResolved(source, source.row, 1);
  if (source !== undefined) throw unsupported(`the whole row ${first.name} as a value`, first.at);
  return null;
}

function ambiguous(name: Name, why: string): PlacedError {
  return new PlacedError(`Column name ${name.name} is ambiguous: ${why}`, name.at);
}

function resolveIn(source: Source, of: Name, name: Name): Resolved {
  const [found, ...more] = source.columns.filter((each) => isSame(each.name, name.name));
  if (found === undefined) throw new PlacedError(`Name ${name.name} not found inside ${of.name}`, name.at);
  if (more.length > 0) throw new PlacedError(`Column name ${name.name} is ambiguous`, name.at);
  return toResolved(source, found, 2);
}

function resolveColumn(scope: Scope, name: Name): Resolved | null {
  const merged = scope.merged.find((each) => isSame(each.name, name.name));
  if (merged !== undefined) return { typed: toColumn(merged), used: 1, source: null, column: merged.name };
  const found = scope.sources.flatMap((source) =>
    source.columns
      .filter((each) => !each.hidden && isSame(each.name, name.name))
      .map((column) => ({ source, column })),
  );
  if (found.length > 1) throw new PlacedError(`Column name ${name.name} is ambiguous`, name.at);
  const [only] = found;
  return only === undefined ? null : toResolved(only.source, only.column, 1);
}

function toResolved(source: Source, column: SourceColumn, used: number): Resolved {
  source.read?.columns.add(column.name);
  return { typed: toColumn(column), used, source, column: column.name };
}

function toColumn(column: SourceColumn): Typed {
  return { ...toTyped(column.sql, column.type), constant: false };
}

export function isSame(a: string | null, b: string): boolean {
  return a !== null && a.toLowerCase() === b.toLowerCase();
}
