import { QueryError } from '../query-error.ts';
import { type Catalog, type Translation, translate } from '../translate/translate.ts';
import { type Cell, toCell } from '../types/cells.ts';
import { type GoogleType, printType } from '../types/google-type.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { toQueryFailure } from './duckdb-failure.ts';
import { type Plan, planQuery } from './plan-query.ts';
import type { QueryRequest } from './query-request.ts';
import type { ResultCache } from './result-cache.ts';

export type QueryResult = {
  columns: { name: string; type: GoogleType }[];
  rows: Cell[][];
  bytesProcessed: number;
  bytesBilled: number;
  cacheHit: boolean;
  /** Names of the tables read. */
  tables: string[];
};

export type QueryRunner = {
  /** Everything but the run: the result has no rows. */
  dryRun(request: QueryRequest): Promise<QueryResult>;
  run(request: QueryRequest, signal: AbortSignal): Promise<QueryResult>;
};

const mostTranslations = 500;

/** @throws QueryError from both, and the signal's reason from `run`. */
export function createQueryRunner(options: {
  catalog: Catalog;
  warehouse: Warehouse;
  cache: ResultCache;
  /** Cells of a result at most. */
  maxCells: number;
  now: () => number;
}): QueryRunner {
  const { catalog, warehouse, cache, now } = options;
  const translations = new Map<string, Translation>();

  const translateOnce = (request: QueryRequest): { key: string; translation: Translation } => {
    const types = new Map([...request.parameters].map(([name, { type }]) => [name, type]));
    const signature = [...types].map(([name, type]) => `${name} ${printType(type)}`).join(', ');
    const key = `${request.hasDefaultDataset}\0${signature}\0${request.sql}`;
    const known = translations.get(key);
    const translation = known ?? translate(request.sql, catalog, types, request.hasDefaultDataset);
    translations.delete(key);
    translations.set(key, translation);
    const [oldest] = translations.keys();
    if (translations.size > mostTranslations && oldest !== undefined) translations.delete(oldest);
    return { key, translation };
  };

  const plan = async (request: QueryRequest, signal: AbortSignal) => {
    const { key, translation } = translateOnce(request);
    const planned = await failAsBigquery(
      () => planQuery(translation, request.parameters, warehouse, now(), signal),
      signal,
    );
    const { maxBytesBilled } = request;
    if (maxBytesBilled !== null && planned.bytesBilled > maxBytesBilled) {
      const message = `Query exceeded limit for bytes billed: ${maxBytesBilled}. ${planned.bytesBilled} or higher required.`;
      throw new QueryError('bytesBilledLimitExceeded', message);
    }
    const tables = [...new Set(translation.reads.map((read) => read.table.name))];
    const { bytesProcessed, bytesBilled } = planned;
    const empty: QueryResult = {
      columns: translation.columns,
      rows: [],
      bytesProcessed,
      bytesBilled,
      cacheHit: false,
      tables,
    };
    const files = planned.versions.map((version) => version.file).join(' ');
    return {
      planned,
      translation,
      empty,
      cacheKey: `${key}\0${JSON.stringify([...request.parameters])}\0${files}`,
    };
  };

  return {
    dryRun: async (request) => {
      const { planned, empty } = await plan(request, new AbortController().signal);
      const { engine, release } = await warehouse.open(planned.versions);
      try {
        await failAsBigquery(() => engine.check(planned.sql, planned.bindings));
      } finally {
        release();
      }
      return empty;
    },
    run: async (request, signal) => {
      const { planned, translation, empty, cacheKey } = await plan(request, signal);
      const cached = request.useCache && translation.deterministic ? cache.get(cacheKey) : undefined;
      if (cached !== undefined)
        return { ...empty, rows: cached, bytesProcessed: 0, bytesBilled: 0, cacheHit: true };
      const rows = await failAsBigquery(() => readRows(planned, translation, signal), signal);
      if (translation.deterministic) cache.set(cacheKey, rows, translation.columns.length);
      return { ...empty, rows };
    },
  };

  async function readRows(planned: Plan, translation: Translation, signal: AbortSignal): Promise<Cell[][]> {
    const rows: Cell[][] = [];
    const { engine, release } = await warehouse.open(planned.versions);
    try {
      await engine.run(planned.sql, planned.bindings, signal, (chunk) => {
        for (const row of chunk)
          rows.push(translation.columns.map(({ type }, index) => toCell(row[index] ?? null, type)));
        if (rows.length * translation.columns.length > options.maxCells) {
          throw new QueryError(
            'responseTooLarge',
            'Response too large to return. Add a LIMIT, or select fewer columns.',
          );
        }
      });
      return rows;
    } finally {
      release();
    }
  }
}

async function failAsBigquery<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw toQueryFailure(error);
  }
}
