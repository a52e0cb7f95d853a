import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';
import { toCreateTable } from '../bigquery/catalog/duckdb-table.ts';
import { quoteName, quoteText } from '../bigquery/catalog/quote.ts';
import { readTableDefinitions, type TableDefinition } from '../bigquery/catalog/table-definitions.ts';

/** A version of the warehouse while it is written: one DuckDB file with an empty table for each definition. */
export type VersionWriter = {
  definitions: TableDefinition[];
  /**
   * The tables are `out.<dataset>.<table>`; unqualified names are of an in-memory database for work in between.
   */
  connection: DuckDBConnection;
  /** `out.<dataset>.<table>` */
  toName: (table: string) => string;
  /** Makes an in-memory table of INTEGER columns; far faster than row by row. */
  stage: (table: string, columns: Record<string, Int32Array>) => Promise<void>;
  /**
   * Fills replication_status, checks that the file is complete and lets go of it: it can be renamed after that.
   * @returns rows by table
   */
  finish: (replicatedAt: Date) => Promise<Record<string, number>>;
  /** Lets go of everything, finished or not. */
  close: () => void;
};

export type VersionOptions = { file: string; tablesFolder: string; dataset: string };

export async function createVersion({ file, tablesFolder, dataset }: VersionOptions): Promise<VersionWriter> {
  const definitions = await readTableDefinitions(tablesFolder);
  // What does not fit in memory goes beside the file, where there must be room for it anyway.
  const spillFolder = `${file}.spill`;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    temp_directory: spillFolder,
  });
  const connection = await instance.connect();
  const toName = (table: string) => `out.${quoteName(dataset)}.${quoteName(table)}`;
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`ATTACH ${quoteText(file)} AS out`);
  await connection.run(`CREATE SCHEMA out.${quoteName(dataset)}`);
  await connection.run('USE out');
  for (const definition of definitions) await connection.run(toCreateTable(definition, dataset));
  await connection.run('USE memory');

  const readStatus = async (definition: TableDefinition, replicatedAt: Date) => {
    const days = definition.partition?.column;
    const range = days === undefined ? 'NULL, NULL' : `min(${quoteName(days)}), max(${quoteName(days)})`;
    await connection.run(
      `INSERT INTO ${toName('replication_status')} (table_name, first_date, last_date, row_count, replicated_at)
       SELECT $name, ${range}, count(*), make_timestamptz($micros::BIGINT) FROM ${toName(definition.name)}`,
      { name: definition.name, micros: BigInt(replicatedAt.getTime()) * 1000n },
    );
  };

  return {
    definitions,
    connection,
    toName,
    stage: async (table, columns) => {
      const names = Object.keys(columns);
      await connection.run(
        `CREATE TABLE ${quoteName(table)} (${names.map((name) => `${quoteName(name)} INTEGER`).join(', ')})`,
      );
      const appender = await connection.createAppender(table);
      const values = Object.values(columns);
      const rowCount = values[0]?.length ?? 0;
      for (let from = 0; from < rowCount; from += chunkRows) {
        const chunk = DuckDBDataChunk.create(
          values.map(() => INTEGER),
          Math.min(chunkRows, rowCount - from),
        );
        values.forEach((column, index) => {
          chunk.setColumnValues(index, Array.from(column.subarray(from, from + chunkRows)));
        });
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    finish: async (replicatedAt) => {
      const counts: Record<string, number> = {};
      for (const definition of definitions) {
        if (definition.name === 'replication_status') continue;
        await readStatus(definition, replicatedAt);
        const reader = await connection.runAndReadAll(`SELECT count(*) FROM ${toName(definition.name)}`);
        counts[definition.name] = Number(reader.getRowsJson()[0]?.[0] ?? 0);
      }
      await connection.run('CHECKPOINT out');
      await connection.run('DETACH out');
      return counts;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(spillFolder, { recursive: true, force: true });
    },
  };
}

/** Rows of a DuckDB vector. */
const chunkRows = 2048;
