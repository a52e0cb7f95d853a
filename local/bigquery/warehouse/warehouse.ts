import { basename } from 'node:path';
import type { TableDefinition } from '../catalog/table-definitions.ts';
import { listVersions, type WarehouseVersion } from '../catalog/warehouse-versions.ts';
import { QueryError } from '../query-error.ts';
import { type Engine, type EngineLimits, openEngine } from './engine.ts';
import { measureTable, type Partition } from './table-statistics.ts';

/** The versions of the dataset on disk, opened as they are needed. */
export type Warehouse = {
  /** Oldest first. Looked for on disk at most once a second. @throws QueryError when there is none. */
  versions(): Promise<[WarehouseVersion, ...WarehouseVersion[]]>;
  /** An engine in which each version is a catalog of the name `toCatalog` gives. Release it when done. */
  open(versions: readonly WarehouseVersion[]): Promise<{ engine: Engine; release: () => void }>;
  measure(version: WarehouseVersion, table: TableDefinition): Promise<Partition[]>;
  close(): void;
};

type Held = { engine: Promise<Engine>; users: number; lastUse: number; retired: boolean };

const checkEveryMs = 1000;
/** Engines held open: the present, and the last few moments of the past. */
const mostEngines = 3;

export function createWarehouse(options: {
  folder: string;
  dataset: string;
  limits: EngineLimits;
  now: () => number;
}): Warehouse {
  const held = new Map<string, Held>();
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
    const release = () => {
      entry.users -= 1;
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
