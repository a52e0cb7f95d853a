import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type LocalServer, listen } from '../listen.ts';
import { createAccess } from './access.ts';
import { loadRules } from './rules/load-rules.ts';
import { openDatabase } from './state/database.ts';
import { parseIndexConfig } from './state/index-config.ts';
import { createStore } from './state/store.ts';
import { createSweeper } from './state/sweeper.ts';
import { createTransactions } from './state/transactions.ts';
import { createWatch } from './state/watch.ts';
import type { Context, VerifyToken } from './wire/context.ts';
import { allowOrigin, replyJson } from './wire/http.ts';
import { handleRest } from './wire/rest/handle-rest.ts';
import { createChannels } from './wire/webchannel/channel.ts';

export type FirestoreServerOptions = {
  /** 0 picks a free port. */
  port: number;
  /** The SQLite file, made when missing; `:memory:` keeps nothing. */
  file: string;
  /** Path of `firestore.rules`. */
  rulesFile: string;
  /** Path of `firestore.indexes.json`. Null checks no query for its index and sweeps nothing. */
  indexesFile: string | null;
  /** The claims of a valid Firebase ID token, or null. */
  verifyToken: VerifyToken;
  logger: Logger;
  /** How often expired documents are deleted. Default one minute; production takes up to 24 hours. */
  ttlSweepMs?: number;
  /** How long the past can be read: resume tokens, read times. Default 10 minutes; production keeps one hour. */
  historyMs?: number;
};

/**
 * The Firestore of this machine: REST for the server SDK, WebChannel for the web SDK.
 * @throws Error with line and column when the rules hold what this server does not know; Error that names the port
 * when it is busy.
 */
export async function createFirestoreServer(options: FirestoreServerOptions): Promise<LocalServer> {
  const { logger, verifyToken, indexesFile } = options;
  const indexes = indexesFile ? parseIndexConfig(await readFile(indexesFile, 'utf8'), indexesFile) : null;
  const rules = loadRules(await readFile(options.rulesFile, 'utf8'), options.rulesFile);
  const store = createStore(openDatabase(options.file));
  const watch = createWatch(store);
  const context: Context = {
    store,
    watch,
    indexes,
    verifyToken,
    logger,
    transactions: createTransactions(store),
    access: (caller) => createAccess(store, rules, caller),
  };
  const channels = createChannels(context);
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    const startedMs = performance.now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedMs);
      const bytes = Number(request.headers['content-length'] ?? 0);
      const { method } = request;
      const line = { method, path: url.pathname, status: response.statusCode, bytes, ms };
      logger.debug({ server: 'firestore', ...line }, 'request');
    });
    if (!allowOrigin(request, response)) return;
    if (url.pathname === '/health') replyJson(response, { status: 'ok' });
    else if (channelPath.test(url.pathname)) void channels.handle(request, response, url);
    else void handleRest(context, request, response, url);
  };
  const close = () => {
    sweeper.stop();
    channels.close();
    watch.close();
    store.close();
  };
  const sweeper = createSweeper(store, indexes, {
    sweepMs: options.ttlSweepMs ?? 60_000,
    historyMs: options.historyMs ?? 600_000,
    logger,
  });
  try {
    const server = await listen(handler, {
      name: 'Firestore',
      port: options.port,
      portSetting: 'FIRESTORE_PORT',
    });
    return {
      ...server,
      close: async () => {
        channels.close();
        await server.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

const channelPath = /^\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel$/;
