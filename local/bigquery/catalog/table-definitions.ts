import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DefinitionError, type Position, type Token, toTokens } from './ddl-tokens.ts';

/** `type` is BigQuery's: STRING, INT64, FLOAT64, NUMERIC, NUMERIC(18,6), DATE, BOOL, TIMESTAMP… */
export type ColumnDefinition = { name: string; type: string; required: boolean; description: string | null };

export type TableDefinition = {
  name: string;
  description: string | null;
  columns: ColumnDefinition[];
  partition: { column: string; granularity: 'DAY' | 'MONTH' } | null;
  clusterBy: string[];
  requirePartitionFilter: boolean;
};

/**
 * Reads every `*.sql` of a folder: one CREATE TABLE each, in file-name order.
 * @throws DefinitionError with file, line and column for anything that is not the form used there.
 */
export async function readTableDefinitions(folder: string): Promise<TableDefinition[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      return parseTableDefinition(path, await readFile(path, 'utf8'));
    }),
  );
}

/**
 * Parses one `CREATE TABLE name (column TYPE [NOT NULL] [OPTIONS(description='…')], …) [PARTITION BY …]
 * [CLUSTER BY …] [OPTIONS(…)];`. `file` is for messages.
 * @throws DefinitionError
 */
export function parseTableDefinition(file: string, text: string): TableDefinition {
  const cursor = createCursor(file, toTokens(file, text));
  cursor.words('CREATE', 'TABLE');
  const name = cursor.name();
  const columns = cursor.list(() => parseColumn(cursor));
  const partition = cursor.tryWords('PARTITION', 'BY') ? parsePartition(cursor, columns) : null;
  const clusterBy = cursor.tryWords('CLUSTER', 'BY') ? parseClusterBy(cursor, columns) : [];
  const options = parseOptions(cursor, { description: 'string', require_partition_filter: 'boolean' });
  cursor.symbol(';');
  cursor.end();
  return {
    name,
    description: options.description ?? null,
    columns,
    partition,
    clusterBy,
    requirePartitionFilter: options.require_partition_filter === 'true',
  };
}

const plainTypes = new Set([
  'STRING',
  'BYTES',
  'INT64',
  'FLOAT64',
  'NUMERIC',
  'BOOL',
  'DATE',
  'DATETIME',
  'TIME',
  'TIMESTAMP',
]);

function parseColumn(cursor: Cursor): ColumnDefinition {
  const name = cursor.name();
  const type = parseType(cursor);
  const required = cursor.tryWords('NOT', 'NULL');
  const options = parseOptions(cursor, { description: 'string' });
  return { name, type, required, description: options.description ?? null };
}

function parseType(cursor: Cursor): string {
  const at = cursor.at();
  const type = cursor.name().toUpperCase();
  if (!plainTypes.has(type)) cursor.fail(`unknown type ${type}`, at);
  if (type !== 'NUMERIC' || !cursor.peek('(')) return type;
  const [precision, scale = 0, ...more] = cursor.list(() => cursor.integer());
  // https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#parameterized_decimal_type
  const fits = precision !== undefined && more.length === 0 && scale <= 9 && precision <= 29 + scale;
  if (!fits || precision < Math.max(1, scale)) cursor.fail('wrong precision or scale of NUMERIC', at);
  return `NUMERIC(${precision},${scale})`;
}

function parsePartition(cursor: Cursor, columns: ColumnDefinition[]): TableDefinition['partition'] {
  const truncated = cursor.tryWords('DATE_TRUNC');
  if (truncated) cursor.symbol('(');
  const at = cursor.at();
  const column = parseColumnName(cursor, columns);
  if (columns.find((each) => each.name === column)?.type !== 'DATE') {
    cursor.fail('only a DATE column can partition a table', at);
  }
  if (!truncated) return { column, granularity: 'DAY' };
  cursor.symbol(',');
  cursor.words('MONTH');
  cursor.symbol(')');
  return { column, granularity: 'MONTH' };
}

function parseClusterBy(cursor: Cursor, columns: ColumnDefinition[]): string[] {
  const names = [parseColumnName(cursor, columns)];
  while (cursor.trySymbol(',')) names.push(parseColumnName(cursor, columns));
  return names;
}

function parseColumnName(cursor: Cursor, columns: ColumnDefinition[]): string {
  const at = cursor.at();
  const name = cursor.name();
  if (!columns.some((column) => column.name === name)) cursor.fail(`no column ${name}`, at);
  return name;
}

function parseOptions<K extends string>(
  cursor: Cursor,
  known: Record<K, 'string' | 'boolean'>,
): Partial<Record<string, string>> {
  if (!cursor.tryWords('OPTIONS')) return {};
  const kinds = new Map<string, string>(Object.entries(known));
  const entries = cursor.list(() => {
    const at = cursor.at();
    const key = cursor.name();
    const kind = kinds.get(key);
    if (kind === undefined) cursor.fail(`unknown option ${key}`, at);
    cursor.symbol('=');
    return [key, kind === 'string' ? cursor.string() : cursor.boolean()] as const;
  });
  return Object.fromEntries(entries);
}

type Cursor = ReturnType<typeof createCursor>;

function createCursor(file: string, tokens: Token[]) {
  let next = 0;
  const at = (): Position => (tokens[next] ?? tokens.at(-1))?.at ?? { line: 1, column: 1 };
  const fail: (problem: string, where?: Position) => never = (problem, where = at()) => {
    throw new DefinitionError(file, where, problem);
  };
  const expected: (what: string) => never = (what) =>
    fail(
      `expected ${what}, found ${tokens[next] === undefined ? 'the end' : JSON.stringify(tokens[next]?.text)}`,
    );
  const isAt = (kind: Token['kind'], text: string, offset = 0) => {
    const token = tokens[next + offset];
    return token?.kind === kind && token.text.toUpperCase() === text;
  };
  const take = (kind: Token['kind'], what: string): string => {
    const token = tokens[next];
    if (token?.kind !== kind) return expected(what);
    next += 1;
    return token.text;
  };
  const tryWords = (...words: string[]): boolean => {
    if (!words.every((word, offset) => isAt('word', word, offset))) return false;
    next += words.length;
    return true;
  };
  const trySymbol = (symbol: string): boolean => {
    if (!isAt('symbol', symbol)) return false;
    next += 1;
    return true;
  };
  const symbol = (text: string) => {
    if (!trySymbol(text)) expected(JSON.stringify(text));
  };
  return {
    at,
    fail,
    peek: (text: string) => isAt('symbol', text),
    name: () => take('word', 'a name'),
    string: () => take('string', 'a string in single quotes'),
    integer: () => Number(take('number', 'a whole number')),
    boolean: () => (tryWords('TRUE') ? 'true' : tryWords('FALSE') ? 'false' : expected('true or false')),
    words: (...words: string[]) => {
      if (!tryWords(...words)) expected(words.join(' '));
    },
    tryWords,
    symbol,
    trySymbol,
    /** `(item, item…)` */
    list: <T>(item: () => T): T[] => {
      symbol('(');
      const items = [item()];
      while (trySymbol(',')) items.push(item());
      symbol(')');
      return items;
    },
    end: () => {
      if (next < tokens.length) expected('the end of the file: one statement a file');
    },
  };
}
