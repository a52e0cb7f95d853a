import { DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import { quoteName } from '../catalog/quote.ts';
import type { WarehouseVersion } from '../catalog/warehouse-versions.ts';
import { QueryError } from '../query-error.ts';
import type { TableRead } from '../translate/scope.ts';
import type { Translation } from '../translate/translate.ts';
import { type Parameter, toBinding } from '../types/parameters.ts';
import type { Bindings } from '../warehouse/engine.ts';
import { listConstants, prune } from '../warehouse/partition-pruning.ts';
import { toCatalog, type Warehouse } from '../warehouse/warehouse.ts';

/** What a run will read. `sql` is DuckDB's; `versions` are those that it reads from. */
export type Plan = {
  sql: string;
  bindings: Bindings;
  versions: WarehouseVersion[];
  bytesProcessed: number;
  bytesBilled: number;
};

const leastBytesPerTable = 10 * 1024 * 1024;
const megabyte = 1024 * 1024;

/**
 * Chooses the versions of the moments asked for and estimates the bytes: the columns that the query mentions, in the
 * partitions that its filters leave, and 10 MiB billed at least for each table.
 */
export async function planQuery(
  translation: Translation,
  parameters: ReadonlyMap<string, Parameter>,
  warehouse: Warehouse,
  now: number,
  signal: AbortSignal,
): Promise<Plan> {
  const bindings = toBindings(translation, parameters);
  const versions = await warehouse.versions();
  const present = versions.at(-1) ?? versions[0];
  const constants = [
    ...new Set(translation.reads.flatMap((read) => (read.filter === null ? [] : listConstants(read.filter)))),
  ];
  const moments = translation.moments.flatMap((moment) => (moment === null ? [] : [`epoch_ms(${moment})`]));
  const values = await evaluate([...moments, ...constants], bindings, present, warehouse, signal);
  const days = new Map(
    constants.map((constant, index) => [constant, toDays(values[moments.length + index] ?? null)]),
  );
  const chosen = [
    present,
    ...moments.map((_, index) => toVersion(values[index] ?? null, versions, now, warehouse)),
  ];
  let bytesProcessed = 0;
  let bytesBilled = 0;
  for (const [read, bytes] of await measureReads(translation.reads, chosen, days, warehouse)) {
    bytesProcessed += bytes;
    bytesBilled +=
      read.columns.size === 0 ? 0 : Math.max(leastBytesPerTable, Math.ceil(bytes / megabyte) * megabyte);
  }
  return {
    sql: translation.toSql(chosen.map((version) => quoteName(toCatalog(version)))),
    bindings,
    versions: [...new Map(chosen.map((version) => [version.file, version])).values()],
    bytesProcessed,
    bytesBilled,
  };
}

/** Only what the query mentions: DuckDB refuses values for parameters that it does not have. */
function toBindings(translation: Translation, parameters: ReadonlyMap<string, Parameter>): Bindings {
  const bindings: Bindings = { values: {}, types: {} };
  for (const name of translation.usedParameters) {
    const parameter = parameters.get(name);
    if (parameter === undefined) continue;
    const { value, type } = toBinding(parameter);
    bindings.values[name] = value;
    bindings.types[name] = type;
  }
  return bindings;
}

async function evaluate(
  expressions: readonly string[],
  bindings: Bindings,
  version: WarehouseVersion,
  warehouse: Warehouse,
  signal: AbortSignal,
): Promise<DuckDBValue[]> {
  if (expressions.length === 0) return [];
  const sql = `SELECT ${expressions.join(', ')}`;
  const mentioned = Object.keys(bindings.values).filter((name) => new RegExp(`\\$${name}\\b`).test(sql));
  const used: Bindings = {
    values: Object.fromEntries(Object.entries(bindings.values).filter(([name]) => mentioned.includes(name))),
    types: bindings.types,
  };
  const found: DuckDBValue[][] = [];
  const { engine, release } = await warehouse.open([version]);
  try {
    await engine.run(sql, used, signal, (rows) => found.push(...rows));
  } finally {
    release();
  }
  return found[0] ?? [];
}

function toDays(value: DuckDBValue): (string | null)[] {
  if (!(value instanceof DuckDBListValue)) return [];
  return value.items.map((item) => (typeof item === 'string' ? item : null));
}

/** The version that was the newest at a moment. */
function toVersion(
  epochMs: DuckDBValue,
  versions: readonly WarehouseVersion[],
  now: number,
  { maxTimeTravelHours }: Warehouse,
): WarehouseVersion {
  if (epochMs === null) throw invalidSnapshot('NULL');
  const moment = Number(epochMs);
  const at = new Date(moment).toISOString();
  if (moment > now) throw invalidSnapshot(`${at} is in the future`);
  if (moment < now - maxTimeTravelHours * 3600_000)
    throw invalidSnapshot(`${at} is more than ${maxTimeTravelHours / 24} days ago`);
  const version = versions.findLast((each) => each.at.getTime() <= moment);
  if (version === undefined) throw invalidSnapshot(`${at} is before the tables were made`);
  return version;
}

function invalidSnapshot(why: string): QueryError {
  return new QueryError('invalidQuery', `Invalid snapshot time: ${why}`, { location: 'query' });
}

/** A table that is mentioned several times is read once for each moment. */
async function measureReads(
  reads: readonly TableRead[],
  versions: readonly WarehouseVersion[],
  days: ReadonlyMap<string, readonly (string | null)[]>,
  warehouse: Warehouse,
): Promise<[TableRead, number][]> {
  const merged = new Map<string, { read: TableRead; parts: TableRead[] }>();
  for (const read of reads) {
    const key = `${read.moment} ${read.table.name}`;
    const entry = merged.get(key) ?? { read, parts: [] };
    entry.parts.push(read);
    merged.set(key, entry);
  }
  return Promise.all(
    [...merged.values()].map(async ({ read, parts }): Promise<[TableRead, number]> => {
      const version = versions[read.moment];
      if (version === undefined) return [read, 0];
      const partitions = await warehouse.measure(version, read.table);
      const granularity = read.table.partition?.granularity ?? 'DAY';
      const touched = new Map<string, number>();
      for (const part of parts) {
        for (const partition of prune(partitions, part.filter, granularity, days)) {
          for (const column of part.columns) {
            touched.set(`${partition.start} ${column}`, partition.columnBytes.get(column) ?? 0);
          }
        }
      }
      const bytes = [...touched.values()].reduce((sum, each) => sum + each, 0);
      const columns = new Set(parts.flatMap((part) => [...part.columns]));
      return [{ ...read, columns }, bytes];
    }),
  );
}
