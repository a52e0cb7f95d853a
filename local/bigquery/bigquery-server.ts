import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type LocalServer, listen } from '../listen.ts';
import { readTableDefinitions } from './catalog/table-definitions.ts';
import { listVersions, type WarehouseVersion } from './catalog/warehouse-versions.ts';
import { toErrorBody, toErrorResponse } from './error-response.ts';
import { createJobStore } from './jobs/job-store.ts';
import { createResultCache } from './jobs/result-cache.ts';
import { createQueryRunner } from './jobs/run-query.ts';
import type { Operation, ServerState } from './operations/operation.ts';
import { QueryError } from './query-error.ts';
import { routes } from './routes.ts';
import type { EngineLimits } from './warehouse/engine.ts';
import { createWarehouse, type Warehouse } from './warehouse/warehouse.ts';

export type BigqueryServerOptions = {
  /** 0 picks a free port. */
  port: number;
  projectId: string;
  dataset: string;
  /** Holds `<epochMillis>.duckdb` files: see catalog/warehouse-versions.ts. */
  warehouseFolder: string;
  /** Holds the `*.sql` that define the tables. */
  tablesFolder: string;
  logger: Logger;
  /** How long tables are kept as they were: 168 hours by default, as a dataset of BigQuery. */
  maxTimeTravelHours?: number;
  limits?: Partial<EngineLimits>;
  /** Cells of one result at most. */
  maxResultCells?: number;
  now?: () => number;
};

const defaultLimits: EngineLimits = { memory: '1GB', threads: 2, connections: 4 };

/**
 * BigQuery's REST interface over the newest version of the warehouse, on loopback. A newer version is served from the
 * next query on.
 * @throws Error that names the port when it is busy, or the newest version when it is damaged
 */
export async function createBigqueryServer(options: BigqueryServerOptions): Promise<LocalServer> {
  const {
    projectId,
    dataset,
    now = Date.now,
    maxResultCells = 4_000_000,
    maxTimeTravelHours = 168,
  } = options;
  const definitions = await readTableDefinitions(options.tablesFolder);
  const tables = new Map(definitions.map((table) => [table.name, table]));
  const limits = { ...defaultLimits, ...options.limits };
  const folder = options.warehouseFolder;
  const warehouse = createWarehouse({ folder, dataset, limits, maxTimeTravelHours, now });
  const present = (await listVersions(folder)).at(-1);
  if (present !== undefined) await checkVersion(warehouse, present);
  const runner = createQueryRunner({
    catalog: { projectId, dataset, tables },
    warehouse,
    cache: createResultCache(maxResultCells),
    maxCells: maxResultCells,
    now,
  });
  const jobs = createJobStore({ projectId, runner, now, maxCells: 2 * maxResultCells });
  const state: ServerState = { projectId, dataset, tables, warehouse, runner, jobs, location: 'EU' };
  const app = createApp(state, options.logger);
  const server = await listen(getRequestListener(app.fetch), {
    name: 'BigQuery',
    port: options.port,
    portSetting: 'BIGQUERY_PORT',
  });
  let closing = false;
  measureAhead(state, present).catch((error) => {
    if (!closing)
      options.logger.error({ server: 'bigquery', err: error }, 'the tables could not be measured');
  });
  void deleteOld(state, options.logger);
  const hourly = setInterval(() => void deleteOld(state, options.logger), 3600_000).unref();
  return {
    ...server,
    close: async () => {
      closing = true;
      clearInterval(hourly);
      jobs.cancelAll();
      await server.close();
      warehouse.close();
    },
  };
}

/** Without it every query would fail, and none would say why. @throws Error that names a version that is damaged */
async function checkVersion(warehouse: Warehouse, version: WarehouseVersion): Promise<void> {
  try {
    (await warehouse.open([version])).release();
  } catch (cause) {
    warehouse.close();
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${version.file} cannot be read, and is damaged: ${message}. Delete it: the version before it is read then.`,
      { cause },
    );
  }
}

/** Measures the tables before the first query asks for their bytes: each takes a scan. */
async function measureAhead(
  { warehouse, tables }: ServerState,
  present: WarehouseVersion | undefined,
): Promise<void> {
  if (present === undefined) return;
  for (const table of tables.values()) await warehouse.measure(present, table);
}

/** Each version is a copy of all tables: those beyond time travel go. */
async function deleteOld({ warehouse }: ServerState, logger: Logger): Promise<void> {
  try {
    const deleted = await warehouse.deleteOld();
    if (deleted.length > 0) logger.info({ server: 'bigquery', deleted }, 'old versions were deleted');
  } catch (error) {
    logger.warn({ server: 'bigquery', err: error }, 'an old version could not be deleted');
  }
}

function createApp(state: ServerState, logger: Logger) {
  const app = new Hono<{ Variables: { failure: unknown } }>();
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    const failure = c.get('failure');
    const line = { server: 'bigquery', method: c.req.method, path: c.req.path, status: c.res.status, ms };
    if (failure instanceof QueryError) logger.debug({ ...line, reason: failure.reason }, failure.message);
    else if (failure !== undefined) logger.error({ ...line, err: failure }, 'a request failed');
    else logger.debug(line, 'request');
  });
  app.get('/health', (c) => c.json({ ok: true }));
  // Google's client puts /bigquery/v2 before the path, but not where BIGQUERY_EMULATOR_HOST gives the address.
  for (const prefix of ['/bigquery/v2', '']) {
    for (const { method, path, operation } of routes) {
      app.on(method, `${prefix}/projects/:projectId${path}`, async (c) => {
        if (!/^Bearer \S/.test(c.req.header('authorization') ?? '')) {
          return c.json(
            toErrorBody(401, 'required', 'Login Required. The request has no access token.'),
            401,
          );
        }
        const answer = await answerRequest(operation, state, {
          path: c.req.param(),
          query: c.req.query(),
          readBody: () => c.req.text(),
          host: new URL(c.req.url).origin,
          isPost: method === 'POST',
        });
        c.set('failure', answer.failure);
        return c.json(answer.body, answer.status);
      });
    }
  }
  app.notFound((c) => {
    const message = `Not supported by the local BigQuery server: ${c.req.method} ${c.req.path}`;
    return c.json(toErrorBody(404, 'notFound', message), 404);
  });
  return app;
}

type RequestParts = {
  path: Record<string, string>;
  query: Record<string, string>;
  readBody: () => Promise<string>;
  host: string;
  isPost: boolean;
};

async function answerRequest(operation: Operation, state: ServerState, parts: RequestParts) {
  try {
    if (parts.path.projectId !== state.projectId) {
      throw new QueryError('notFound', `Not found: Project ${parts.path.projectId}`);
    }
    const body = parts.isPost ? parseJson(await parts.readBody()) : undefined;
    const { path, query, host } = parts;
    return {
      body: await operation({ state, path, query, body, host }),
      status: 200 as const,
      failure: undefined,
    };
  } catch (error) {
    return { ...toErrorResponse(error), failure: error };
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new QueryError('invalid', 'Invalid JSON payload received.', { cause: error });
  }
}
