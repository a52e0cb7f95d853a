import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { type Logger, pino } from 'pino';
import { createBigqueryServer } from '../local/bigquery/bigquery-server.ts';
import { copyDemo } from '../local/data/testing/copy-demo.ts';
import { createFirestoreServer } from '../local/firestore/firestore-server.ts';
import { createAdmin } from '../local/firestore/testing/admin-client.ts';
import { toFunctionsEnvironment } from '../local/functions/functions-environment.ts';
import { type FunctionsProcess, startFunctionsProcess } from '../local/functions/functions-process.ts';
import type { Brain } from '../local/gemini/brain.ts';
import { createGeminiServer } from '../local/gemini/gemini-server.ts';
import { createScriptBrain } from '../local/gemini/script/script-brain.ts';
import type { ScriptInput } from '../local/gemini/script/script-schema.ts';
import { writeGoogleCredentials } from '../local/identity/google-credentials.ts';
import { createIdentityServer } from '../local/identity/identity-server.ts';
import { createTokenVerifier } from '../local/identity/token-verifier.ts';
import type { LocalServer } from '../local/listen.ts';
import { dataset } from '../local/project.ts';
import { root } from '../scripts/root.ts';

const projectId = 'demo-reliability';
const pageOrigin = 'http://127.0.0.1:4800';
const tablesFolder = join(root, 'bigquery', 'tables');

/** The servers of one machine, with a model that says what a test tells it to, and any number of function processes. */
export type RunningSystem = {
  origins: { identity: string; firestore: string; bigquery: string };
  pageOrigin: string;
  projectId: string;
  /** The database past its rules, as the functions see it. */
  db: Firestore;
  warehouseFolder: string;
  /** From now on the model is this. */
  setBrain: (brain: Brain) => void;
  setScript: (replies: ScriptInput['replies']) => void;
  /** The real function under Google's framework, in a process of its own. */
  startFunction: (
    settings?: Record<string, string>,
    target?: 'api' | 'retention',
    /** Where the function's code lies; `functions` by default. */
    codeFolder?: string,
  ) => Promise<FunctionsProcess>;
  /** The settings that aim a function at these servers. */
  toEnvironment: (settings: Record<string, string>) => Record<string, string>;
  /** What the functions logged so far. */
  log: string[];
  close: () => Promise<void>;
};

export type SystemOptions = {
  /** Fills the folder of the warehouse; by default with a small demo company. */
  fillWarehouse?: (folder: string) => Promise<void>;
  bigqueryLogger?: Logger;
};

/** Starts the local servers, each on a free port, in a folder of their own that goes when they stop. */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'reliability-'));
  const warehouseFolder = join(folder, 'warehouse');
  const logger = pino({ level: 'silent' });
  const started: LocalServer[] = [];
  const keep = <S extends LocalServer>(server: S): S => {
    started.push(server);
    return server;
  };
  await (options.fillWarehouse ?? makeDemo)(warehouseFolder);
  const identity = keep(await createIdentityServer({ port: 0, projectId, pageOrigin, logger }));
  const firestore = keep(
    await createFirestoreServer({
      port: 0,
      file: join(folder, 'firestore.sqlite'),
      rulesFile: join(root, 'firestore.rules'),
      indexesFile: join(root, 'firestore.indexes.json'),
      verifyToken: createTokenVerifier({ projectId, jwksUrl: `${identity.origin}/jwks` }),
      logger,
    }),
  );
  const bigquery = keep(
    await createBigqueryServer({
      ...{ port: 0, projectId, dataset, warehouseFolder, tablesFolder },
      logger: options.bigqueryLogger ?? logger,
    }),
  );
  let brain: Brain = createScriptBrain({ replies: [] });
  const switched: Brain = { name: 'script', answer: (request, signal) => brain.answer(request, signal) };
  const gemini = keep(await createGeminiServer({ port: 0, brain: switched, logger }));
  const origins = { identity: identity.origin, firestore: firestore.origin, bigquery: bigquery.origin };
  const credentials = await writeGoogleCredentials(folder, identity.origin);
  const db = createAdmin({ host: '127.0.0.1', port: firestore.port }, projectId);
  const log: string[] = [];
  const toEnvironment = (settings: Record<string, string>) =>
    toFunctionsEnvironment({
      given: { LOG_LEVEL: 'info', ...settings },
      origins: { ...origins, hosting: pageOrigin, gemini: gemini.origin },
      ...{ projectId, dataset, credentials },
    });
  return {
    ...{ origins, pageOrigin, projectId, db, warehouseFolder, log, toEnvironment },
    setBrain: (next) => {
      brain = next;
    },
    setScript: (replies) => {
      brain = createScriptBrain({ replies });
    },
    startFunction: async (settings = {}, target = 'api', codeFolder) =>
      keep(
        await startFunctionsProcess({
          ...{ root, target, port: 0, codeFolder },
          signatureType: target === 'api' ? 'http' : 'cloudevent',
          environment: toEnvironment(settings),
          onLog: (line) => log.push(line),
        }),
      ),
    close: async () => {
      await db.terminate();
      for (const server of started.toReversed()) await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function makeDemo(folder: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await copyDemo(folder, { today, seed: 1, scale: 0.02 });
}
