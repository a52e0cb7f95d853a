import { mkdir } from 'node:fs/promises';
import { quoteName, quoteText } from '../bigquery/catalog/quote.ts';
import { checkFolder } from './import/check-file.ts';
import { checkTable } from './import/check-table.ts';
import { compareSpellings } from './import/compare-spellings.ts';
import { compareStock } from './import/compare-stock.ts';
import { ownTables, toDefaultMapping } from './import/default-mapping.ts';
import { checkMapping, fillTable, toTextTable, toTypedTable } from './import/fill-table.ts';
import { ImportError, type RowIssue } from './import/import-error.ts';
import { readIssueGroups, toClosing, toLines } from './import/issue-groups.ts';
import { describeLeftOut } from './import/left-out.ts';
import { loadSource } from './import/load-sources.ts';
import { type Mapping, readMapping } from './import/mapping.ts';
import { createIssueTable, issueTable, readIssues } from './import/row-issues.ts';
import { readParquetColumns } from './import/stage-parquet.ts';
import { tableRules } from './import/table-rules.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';
import type { VersionWriter } from './version-writer.ts';
import { writeVersion } from './write-version.ts';

export type ImportOptions = {
  /** The folder with the CSV or Parquet files. */
  folder: string;
  /** Without it the files are called like the tables and have their columns. */
  mappingFile?: string;
  /** Takes the good rows and reports the others; without it one bad row stops the import. */
  skipBadRows?: boolean;
  /** Where the version file goes; made when missing. */
  warehouseFolder: string;
  tablesFolder: string;
  dataset: string;
  /** Whose days the days of the company are: an IANA name, UTC without it. */
  timeZone?: string;
  onProgress?: (sentence: string) => void;
  now?: () => Date;
};

export type ImportReport = {
  file: string;
  /** Rows by table; tables without a source are empty. */
  counts: Record<string, number>;
  /** What is right and may not be meant, in sentences: rows that the mapping leaves out, values in several spellings, stock that its movements contradict. */
  notes: string[];
  /** Rows that were left out because they are wrong. */
  badRows: number;
  /** What is wrong with them: the first 10,000. */
  issues: RowIssue[];
  /** The same in lines to print: rows with the same mistake are told once. */
  problems: string[];
};

const issuesKept = 10_000;

/**
 * Imports a folder as a new version of the warehouse, which replaces the whole dataset; a server that runs picks it up.
 * @throws ImportError when nothing was written
 */
export async function importFolder(options: ImportOptions): Promise<ImportReport> {
  const {
    folder,
    warehouseFolder,
    tablesFolder,
    dataset,
    timeZone = 'UTC',
    onProgress = () => {},
    now = () => new Date(),
  } = options;
  await checkFolder(folder);
  const given = options.mappingFile === undefined ? null : await readMapping(options.mappingFile);
  await mkdir(warehouseFolder, { recursive: true });
  await sweepLeftovers(warehouseFolder);
  const { file, counts, filled } = await writeVersion(
    { warehouseFolder, tablesFolder, dataset, now },
    async (version) => {
      await version.connection.run(`SET TimeZone = ${quoteText(timeZone)}`);
      const columnsOf = (path: string) => readParquetColumns(version.connection, path);
      const mapping = given ?? (await toDefaultMapping(folder, version.definitions, columnsOf));
      return takeRows(version, mapping, options, onProgress);
    },
  );
  return { file, counts, ...filled };
}

async function takeRows(
  version: VersionWriter,
  mapping: Mapping,
  { folder, mappingFile, skipBadRows = false, now = () => new Date() }: ImportOptions,
  onProgress: (sentence: string) => void,
): Promise<Omit<ImportReport, 'file' | 'counts'>> {
  const { connection, definitions, toName } = version;
  const tables = Object.keys(tableRules).filter((name) => name in mapping.tables);
  const columns = new Map<string, string[]>();
  await createIssueTable(connection);
  for (const alias of Object.keys(mapping.sources)) {
    columns.set(alias, await loadSource(connection, folder, alias, mapping, onProgress));
  }
  const importable = definitions.filter(({ name }) => !ownTables.includes(name));
  await checkMapping(connection, mapping, importable, columns);
  checkNeeds(tables);
  if (!skipBadRows) await refuseIssues(version, { mapping, isGiven: mappingFile !== undefined });

  const today = now().toISOString().slice(0, 10);
  // Without skipping, an id of a broken row is no orphan as well: one mistake is reported once.
  const toPresent = skipBadRows ? toName : toTypedTable;
  const notes: string[] = [];
  for (const name of tables) {
    const table = mapping.tables[name];
    const definition = definitions.find((each) => each.name === name);
    const rules = tableRules[name];
    if (table === undefined || definition === undefined || rules === undefined) continue;
    onProgress(`Checking ${name}…`);
    await fillTable(connection, name, table, definition, columns);
    const leftOut = await describeLeftOut(connection, name, table);
    notes.push(...leftOut.map((words) => `${name}: ${words}.`));
    await checkTable(connection, { definition, rules, today, imported: tables, toPresent });
    const names = definition.columns.map((column) => quoteName(column.name)).join(', ');
    await connection.run(`INSERT INTO ${toName(name)} SELECT ${names} FROM ${toTypedTable(name)}
      WHERE (_file, _row) NOT IN (SELECT (file, "row") FROM ${issueTable} WHERE "table" = ${quoteText(name)})`);
    await connection.run(`DROP TABLE ${toTextTable(name)}`);
    notes.push(...(await compareSpellings(connection, definition, toName(name))));
  }
  if (!skipBadRows) await refuseIssues(version, { mapping, isGiven: mappingFile !== undefined });
  const hasStock = ['stock_movements', 'stock_snapshots'].every((name) => tables.includes(name));
  if (hasStock) notes.push(...(await compareStock(connection, toName)));
  return {
    notes,
    ...(await readIssues(connection, issuesKept)),
    problems: toLines(await readIssueGroups(connection)),
  };
}

/** @throws ImportError when a table refers to one that is not imported. */
function checkNeeds(tables: readonly string[]): void {
  for (const name of tables) {
    const needed = tableRules[name]?.references.find(
      ({ table, optional }) => !optional && !tables.includes(table),
    );
    if (needed !== undefined) {
      const problem = `${name} refers to ${needed.table}, and there is nothing to import for ${needed.table}.`;
      throw new ImportError('nothing_to_import', problem);
    }
  }
  if (tables.length === 0) throw new ImportError('nothing_to_import', 'The mapping fills no table.');
}

/** @throws ImportError `rows_invalid` when a row is wrong. */
async function refuseIssues(
  { connection, definitions }: VersionWriter,
  read: { mapping: Mapping; isGiven: boolean },
): Promise<void> {
  const { badRows, issues } = await readIssues(connection, issuesKept);
  if (badRows === 0) return;
  const groups = await readIssueGroups(connection);
  const head =
    badRows === 1 ? 'One row cannot be taken' : `${badRows.toLocaleString('en')} rows cannot be taken`;
  throw new ImportError(
    'rows_invalid',
    [`${head}, so nothing was imported:`, ...toLines(groups), toClosing(groups, read, definitions)].join(
      '\n',
    ),
    { issues },
  );
}
