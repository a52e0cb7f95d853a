import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { parseSettings } from '../functions/src/settings.ts';
import { createBigqueryServer } from './bigquery/bigquery-server.ts';
import { listVersions } from './bigquery/catalog/warehouse-versions.ts';
import { createWarehouseFinder } from './data/find-warehouse.ts';
import { generateDemo } from './data/generate-demo.ts';
import { sweepLeftovers } from './data/sweep-leftovers.ts';
import { createFirestoreServer } from './firestore/firestore-server.ts';
import { toFunctionsEnvironment } from './functions/functions-environment.ts';
import type { ProcessUsage } from './functions/process-usage.ts';
import { startRestartingFunction } from './functions/restarting-function.ts';
import { createBrain } from './gemini/create-brain.ts';
import { createGeminiServer } from './gemini/gemini-server.ts';
import { createHostingServer } from './hosting/hosting-server.ts';
import { writeGoogleCredentials } from './identity/google-credentials.ts';
import { createIdentityServer } from './identity/identity-server.ts';
import { createTokenVerifier } from './identity/token-verifier.ts';
import type { LocalServer } from './listen.ts';
import { dataset, projectId } from './project.ts';
import type { LocalSettings } from './settings.ts';

export type LocalOptions = {
  /** The checkout. */
  root: string;
  settings: LocalSettings;
  /** Settings of the functions that the caller sets; they win over what the local servers need. */
  environment: Record<string, string | undefined>;
  logger: Logger;
  onProgress: (sentence: string) => void;
  /** Called with each line that the functions log. */
  onFunctionLog: (line: string) => void;
};

/** Everything that runs. `close` stops it in reverse order and frees every port. */
export type LocalStack = {
  url: string;
  /** The model that answers. */
  model: string;
  warehouseFolder: string;
  /** Of each server; `gemini` is empty when the real one answers. */
  origins: Record<'hosting' | 'api' | 'firestore' | 'bigquery' | 'gemini' | 'identity', string>;
  /** What the function's process used since it started. */
  functionUsage: () => Promise<ProcessUsage>;
  /** Kills the function as a crash does, in the middle of whatever it does, and waits until it is started again. */
  crashFunction: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Starts the whole system on this machine: the page, the function, and a local server for each of Google's services.
 * @throws Error with a sentence that names the port or the setting that is wrong; what had started is stopped.
 */
export async function startLocal(options: LocalOptions): Promise<LocalStack> {
  const starting: Promise<LocalServer>[] = [];
  const start = <S extends LocalServer>(server: Promise<S>): Promise<S> => {
    starting.push(server);
    return server;
  };
  // One that is still starting when another fails is waited for, so that none is left behind.
  const close = async () => {
    const servers = await Promise.allSettled(starting.splice(0).reverse());
    for (const server of servers) if (server.status === 'fulfilled') await server.value.close();
  };
  try {
    return { ...(await startServers(options, start)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServers(
  { root, settings, environment, logger, onProgress, onFunctionLog }: LocalOptions,
  start: <S extends LocalServer>(server: Promise<S>) => Promise<S>,
): Promise<Omit<LocalStack, 'close'>> {
  // Whose shell names a project of Google's means it for other things, too: tokens name it, so all servers have to have the same.
  const project = environment.GOOGLE_CLOUD_PROJECT || projectId;
  const given = { given: environment, projectId: project, dataset };
  // A wrong setting is named here rather than in the log of the function's process, and before the demo company is made.
  const anywhere = 'http://127.0.0.1';
  const { GEMINI_MODEL } = parseSettings(
    toFunctionsEnvironment({
      ...given,
      credentials: '',
      origins: {
        hosting: anywhere,
        firestore: anywhere,
        bigquery: anywhere,
        identity: anywhere,
        gemini: settings.GEMINI_API_KEY ? '' : anywhere,
      },
    }),
  );
  const dataFolder = settings.TALLYBOARD_DATA;
  const warehouseFolder = join(dataFolder, 'warehouse');
  const tablesFolder = join(root, 'bigquery', 'tables');
  // Conversations and keys are for who starts it alone.
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await mkdir(warehouseFolder, { recursive: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The data cannot be kept in ${dataFolder} (TALLYBOARD_DATA): ${message}`, { cause });
  }
  const swept = await sweepLeftovers(warehouseFolder);
  if (swept.length > 0) logger.info({ swept }, 'Deleted what a killed import left behind');

  const origins = { hosting: '', api: '', firestore: '', bigquery: '', gemini: '', identity: '' };
  origins.hosting = (
    await start(
      createHostingServer({
        port: settings.WEB_PORT,
        firebaseJson: join(root, 'firebase.json'),
        findService: (serviceId) => (serviceId === 'api' && origins.api ? origins.api : null),
        connectOrigins: () => [origins.identity, origins.firestore],
        logger,
      }),
    )
  ).origin;

  if ((await listVersions(warehouseFolder)).length === 0) {
    const today = new Date().toISOString().slice(0, 10);
    onProgress('Making the demo company (once)…');
    await generateDemo({
      folder: warehouseFolder,
      tablesFolder,
      dataset,
      today,
      seed: settings.DEMO_SEED,
      scale: settings.DEMO_SCALE,
      onProgress,
    });
  }

  origins.identity = (
    await start(
      createIdentityServer({
        port: settings.IDENTITY_PORT,
        projectId: project,
        pageOrigin: origins.hosting,
        keysFile: join(dataFolder, 'identity-keys.json'),
        stateFile: join(dataFolder, 'identity.json'),
        findWarehouse: createWarehouseFinder(warehouseFolder, dataset),
        logger,
      }),
    )
  ).origin;
  // One Firestore alone holds the folder: a second start ends here, before it deletes or writes what the first one reads.
  origins.firestore = (
    await start(
      createFirestoreServer({
        port: settings.FIRESTORE_PORT,
        file: join(dataFolder, 'firestore.sqlite'),
        rulesFile: join(root, 'firestore.rules'),
        indexesFile: join(root, 'firestore.indexes.json'),
        verifyToken: createTokenVerifier({ projectId: project, jwksUrl: `${origins.identity}/jwks` }),
        logger,
      }),
    )
  ).origin;
  const [bigquery, gemini, credentials] = await Promise.all([
    start(
      createBigqueryServer({
        port: settings.BIGQUERY_PORT,
        projectId: project,
        dataset,
        warehouseFolder,
        tablesFolder,
        maxTimeTravelHours: settings.MAX_TIME_TRAVEL_HOURS,
        logger,
      }),
    ),
    settings.GEMINI_API_KEY
      ? null
      : start(createGeminiServer({ port: settings.GEMINI_PORT, brain: await createBrain(settings), logger })),
    writeGoogleCredentials(dataFolder, origins.identity),
  ]);
  origins.bigquery = bigquery.origin;
  origins.gemini = gemini?.origin ?? '';

  const api = await start(
    startRestartingFunction({
      root,
      target: 'api',
      signatureType: 'http',
      port: settings.API_PORT,
      environment: toFunctionsEnvironment({ ...given, credentials, origins }),
      onLog: onFunctionLog,
      onOrigin: (origin) => {
        origins.api = origin;
      },
      logger,
    }),
  );
  return {
    url: origins.hosting,
    model: GEMINI_MODEL,
    warehouseFolder,
    origins,
    functionUsage: api.usage,
    crashFunction: api.crash,
  };
}
