import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import { ownColumns } from './csv-header.ts';
import { ImportError } from './import-error.ts';
import { findNearest, toAdvice, toColumnAdvice } from './nearest.ts';

const serializedSchema = z.object({
  error: z.boolean(),
  error_message: z.string().optional(),
  /** One SELECT of one value from nothing. */
  statements: z
    .tuple([
      z.object({
        node: z.object({
          select_list: z.tuple([z.unknown()]),
          from_table: z.object({ type: z.literal('EMPTY') }),
        }),
      }),
    ])
    .optional(),
});

/**
 * Checks that a text is one DuckDB expression whose columns are there.
 * @param place where it stands in the mapping, for messages
 * @param columns by source
 * @throws ImportError `mapping_invalid`, or `column_missing` with the nearest name
 */
export async function checkExpression(
  connection: DuckDBConnection,
  place: string,
  expression: string,
  columns: Map<string, string[]>,
): Promise<void> {
  const tree = serializedSchema.safeParse(await parseExpression(connection, expression));
  const statements = tree.data?.error === false ? tree.data.statements : undefined;
  if (statements === undefined || hasStar(statements)) {
    const problem = tree.data?.error_message ?? 'it is more than one value';
    const quoted = listQuoted(columns).find(({ bare }) => expression.includes(bare));
    const hint =
      quoted === undefined
        ? ''
        : `. A column whose name is not one word stands in double quotes: ${quoted.written}`;
    throw new ImportError(
      'mapping_invalid',
      `${place}: "${expression}" is no DuckDB expression: ${problem}${hint}`,
    );
  }
  for (const names of findColumns(statements)) checkColumn(place, names, columns);
}

function checkColumn(place: string, names: string[], columns: Map<string, string[]>): void {
  const [first = '', second] = names;
  if (second === undefined) {
    const owners = [...columns].filter(([, list]) => hasColumn(list, first));
    const all = [...columns].flatMap(([source, list]) => list.map((name) => `${source}.${name}`));
    if (owners.length === 1) return;
    const problem =
      owners.length === 0
        ? `there is no column "${first}"${toAdvice(first, all)}`
        : `"${first}" is in several sources: write ${owners.map(([source]) => `${source}.${first}`).join(' or ')}`;
    throw new ImportError('column_missing', `${place}: ${problem}`);
  }
  const list = columns.get(first);
  if (list === undefined) {
    const advice = toAdvice(first, [...columns.keys()]);
    throw new ImportError('column_missing', `${place}: the table does not read a source "${first}"${advice}`);
  }
  if (hasColumn(list, second)) return;
  const near = `${first}.${findNearest(second, list)}`;
  const quoted = listQuoted(columns).find(({ bare }) => bare === near);
  const hint = quoted === undefined ? '' : ` It is written ${quoted.written}.`;
  throw new ImportError(
    'column_missing',
    `${place}: "${first}" has no column "${second}"${toColumnAdvice(second, list)}${hint}`,
  );
}

/** The columns that need quotes in an expression, without and with them. */
function listQuoted(columns: Map<string, string[]>): { bare: string; written: string }[] {
  return [...columns].flatMap(([source, names]) =>
    names
      .filter((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
      .map((name) => ({ bare: `${source}.${name}`, written: `${source}.${quoteName(name)}` })),
  );
}

const columnSchema = z.object({ class: z.literal('COLUMN_REF'), column_names: z.array(z.string()) });

/**
 * The columns that an expression reads, which was checked.
 * @param columns by source
 */
export async function listColumns(
  connection: DuckDBConnection,
  expression: string,
  columns: Map<string, string[]>,
): Promise<{ source: string; name: string }[]> {
  return findColumns(await parseExpression(connection, expression)).flatMap((names) =>
    listOwners(names, columns),
  );
}

/** The column that a node of the tree is, if it is one. */
export function resolveColumn(
  node: unknown,
  columns: Map<string, string[]>,
): { source: string; name: string } | undefined {
  const column = columnSchema.safeParse(node);
  return column.success ? listOwners(column.data.column_names, columns)[0] : undefined;
}

function listOwners([first = '', second]: string[], columns: Map<string, string[]>) {
  if (second !== undefined) return columns.has(first) ? [{ source: first, name: second }] : [];
  const owners = [...columns].filter(([, list]) => hasColumn(list, first));
  return owners.map(([source]) => ({ source, name: first }));
}

/** DuckDB's serialized syntax tree. */
export async function parseExpression(connection: DuckDBConnection, expression: string): Promise<unknown> {
  const sql = quoteText(`SELECT (${expression}\n)`);
  const reader = await connection.runAndReadAll(`SELECT json_serialize_sql(${sql})`);
  return JSON.parse(String(reader.getRowsJson()[0]?.[0]));
}

function hasColumn(list: string[] | undefined, name: string): boolean {
  return (
    ownColumns.includes(name) || list?.some((each) => each.toLowerCase() === name.toLowerCase()) === true
  );
}

/** `*` and `COLUMNS(…)`, which stand for several columns. */
function hasStar(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return ('class' in tree && tree.class === 'STAR') || Object.values(tree).some(hasStar);
}

/** The column references in DuckDB's serialized syntax tree. */
function findColumns(tree: unknown): string[][] {
  const column = columnSchema.safeParse(tree);
  if (column.success) return [column.data.column_names];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap(findColumns);
}
