import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TableDefinition } from '../catalog/table-definitions.ts';
import { listReplaced, listVersions, type WarehouseVersion } from '../catalog/warehouse-versions.ts';
import { QueryError } from '../query-error.ts';
import { type Engine, type EngineLimits, openEngine } from './engine.ts';
import { measureTable, type Partition } from './table-statistics.ts';

/** The versions of the dataset on disk, opened as they are needed. */
export type Warehouse = {
  /** How far back tables are read as they were. */
  maxTimeTravelHours: number;
  /** Oldest first. Looked for on disk at most once a second. @throws QueryError when there is none. */
  versions(): Promise<[WarehouseVersion, ...WarehouseVersion[]]>;
  /** An engine in which each version is a catalog of the name `toCatalog` gives. Release it when done. */
  open(versions: readonly WarehouseVersion[]): Promise<{ engine: Engine; release: () => void }>;
  measure(version: WarehouseVersion, table: TableDefinition): Promise<Partition[]>;
  /**
   * Deletes the versions that no moment within time travel is read from. The newest stays, and so does one that a query reads.
   * @returns the files that were deleted
   */
  deleteOld(): Promise<string[]>;
  close(): void;
};

type Held = { engine: Promise<Engine>; users: number; lastUse: number; retired: boolean };

const checkEveryMs = 1000;
const hourMs = 3600_000;
/** A query opens its versions soon after it chose them: until then they are kept. */
const openWithinMs = hourMs;
/** Engines held open: the present, and the last few moments of the past. */
const mostEngines = 3;

export function createWarehouse(options: {
  folder: string;
  dataset: string;
  limits: EngineLimits;
  maxTimeTravelHours: number;
  now: () => number;
}): Warehouse {
  const held = new Map<string, Held>();
  /** Queries that read a version, by its catalog. */
  const readers = new Map<string, number>();
  const measured = new Map<string, Promise<Partition[]>>();
  let known: Promise<WarehouseVersion[]> = Promise.resolve([]);
  let checkedAt = Number.NEGATIVE_INFINITY;
  let closed = false;

  const retire = (key: string, entry: Held) => {
    held.delete(key);
    entry.retired = true;
    if (entry.users === 0) closeEngine(entry);
  };
  const trim = () => {
    const byUse = [...held].sort(([, a], [, b]) => a.lastUse - b.lastUse);
    for (const [key, entry] of byUse.slice(0, Math.max(0, held.size - mostEngines))) retire(key, entry);
  };
  const open: Warehouse['open'] = async (versions) => {
    if (closed) throw new Error('The warehouse is closed.');
    const files = new Map(versions.map((version) => [toCatalog(version), version.file]));
    const key = [...files.keys()].sort().join(' ');
    const entry = held.get(key) ?? {
      engine: openEngine(files, options.limits),
      users: 0,
      lastUse: 0,
      retired: false,
    };
    held.set(key, entry);
    entry.users += 1;
    entry.lastUse = options.now();
    const count = (change: number) => {
      for (const catalog of files.keys()) readers.set(catalog, (readers.get(catalog) ?? 0) + change);
    };
    count(1);
    const release = () => {
      entry.users -= 1;
      count(-1);
      if (entry.retired && entry.users === 0) closeEngine(entry);
    };
    try {
      const engine = await entry.engine;
      trim();
      return { engine, release };
    } catch (error) {
      held.delete(key);
      release();
      throw error;
    }
  };
  return {
    maxTimeTravelHours: options.maxTimeTravelHours,
    versions: async () => {
      if (options.now() - checkedAt >= checkEveryMs) {
        checkedAt = options.now();
        known = listVersions(options.folder);
      }
      const [first, ...rest] = await known;
      if (first === undefined) {
        throw new QueryError('notFound', `Not found: Dataset ${options.dataset} holds no data yet`);
      }
      return [first, ...rest];
    },
    open,
    measure: (version, table) => {
      const key = `${version.file} ${table.name}`;
      const found = measured.get(key) ?? measure(open, version, options.dataset, table);
      measured.set(key, found);
      found.catch(() => measured.delete(key));
      return found;
    },
    deleteOld: async () => {
      const by = new Date(options.now() - options.maxTimeTravelHours * hourMs - openWithinMs);
      const deleted: string[] = [];
      for (const version of listReplaced(await listVersions(options.folder), by)) {
        const catalog = toCatalog(version);
        if ((readers.get(catalog) ?? 0) > 0) continue;
        for (const [key, entry] of held) if (key.split(' ').includes(catalog)) retire(key, entry);
        for (const key of measured.keys()) if (key.startsWith(`${version.file} `)) measured.delete(key);
        await rm(version.file, { force: true });
        deleted.push(version.file);
      }
      checkedAt = Number.NEGATIVE_INFINITY;
      return deleted;
    },
    close: () => {
      closed = true;
      for (const [key, entry] of held) retire(key, entry);
    },
  };
}

/** The catalog that a version is attached as. */
export function toCatalog(version: WarehouseVersion): string {
  return `v${basename(version.file, '.duckdb')}`;
}

function closeEngine(entry: Held): void {
  entry.engine.then(
    (engine) => engine.close(),
    () => {},
  );
}

async function measure(
  open: Warehouse['open'],
  version: WarehouseVersion,
  dataset: string,
  table: TableDefinition,
) {
  const { engine, release } = await open([version]);
  try {
    return await measureTable(engine, toCatalog(version), dataset, table);
  } finally {
    release();
  }
}
