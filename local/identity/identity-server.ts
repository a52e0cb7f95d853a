import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { type LocalServer, listen } from '../listen.ts';
import { createIdentityApp } from './identity-app.ts';
import { openIdentityState } from './identity-state.ts';
import { createRsaKey } from './rsa-key.ts';
import { loadSigningKeys, saveSigningKeys } from './signing-keys.ts';
import { createSso } from './sso/create-sso.ts';
import { isRotationDue, rotateKeyRing, toRingKeys } from './sso/key-ring.ts';
import { signLogoutToken } from './sso/logout-token.ts';
import { createMemoryAdapter } from './sso/memory-adapter.ts';
import type { FindWarehouse } from './sso/people.ts';

export type IdentityOptions = {
  port: number;
  projectId: string;
  /** Where the page is served: the only origin that may sign in here. */
  pageOrigin: string;
  /** Keeps the signing keys, so that tokens stay valid over a restart. Missing: beside `stateFile`, if there is one. */
  keysFile?: string;
  /** Keeps users and refresh tokens, so that people stay signed in over a restart; in memory when missing. */
  stateFile?: string;
  /** The warehouse of the demo's manager, by its id; it is that one without it. */
  findWarehouse?: FindWarehouse;
  /** Milliseconds since 1970. */
  now?: () => number;
  logger: Logger;
};

/**
 * On one port: the inventory system's SSO (`/sso`), the Firebase Auth endpoints that the web SDK and firebase-admin
 * call, the keys of its ID tokens (`/jwks`), and a token endpoint for Google credentials (`/sts/v1/token`).
 * @throws Error when its port is busy or its keys cannot be read or kept; then nothing listens.
 */
export async function createIdentityServer(options: IdentityOptions): Promise<LocalServer> {
  const { projectId, pageOrigin, logger, now = Date.now } = options;
  const keysFile = options.keysFile ?? (options.stateFile && `${options.stateFile}.keys`);
  const keys = await loadSigningKeys(keysFile, now());
  const state = openIdentityState(options.stateFile);

  const rotateSsoKey = async () => {
    keys.sso = rotateKeyRing(keys.sso, await createRsaKey(), now());
    saveSigningKeys(keysFile, keys);
    serveSso();
    return keys.sso.signing.kid;
  };
  const app = createIdentityApp({
    state,
    key: keys.firebase,
    projectId,
    pageOrigin,
    now,
    rotateSsoKey,
    logger,
    logoutUri: `${pageOrigin}/api/sso-logout`,
    signLogoutToken: (sub) =>
      signLogoutToken(sub, { issuer: `${server.origin}/sso`, key: keys.sso.signing, nowMs: now() }),
  });
  const handleApp = getRequestListener(app.fetch);
  // The issuer names the port, which is known only once the server listens.
  let handleSso: RequestListener = (_request, response) => response.writeHead(503).end();

  const server = await listen(
    (request, response) => {
      logRequest(request, response, logger);
      if (request.url?.startsWith('/sso/')) handleSso(request, response);
      else void handleApp(request, response);
    },
    { name: 'the identity server', port: options.port, portSetting: 'IDENTITY_PORT' },
  );
  // Sessions and refresh tokens outlive a rotation; oidc-provider takes its keys once.
  const adapter = createMemoryAdapter(Date.now);
  const serveSso = () => {
    const { origin } = server;
    handleSso = createSso({
      origin,
      pageOrigin,
      adapter,
      cookieKey: keys.cookie,
      findWarehouse: options.findWarehouse,
      keys: toRingKeys(keys.sso),
      logger,
    });
  };
  try {
    if (isRotationDue(keys.sso, now())) await rotateSsoKey();
    else serveSso();
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}

function logRequest(request: IncomingMessage, response: ServerResponse, logger: Logger): void {
  const startedAt = performance.now();
  const path = request.url?.split('?')[0];
  response.once('finish', () => {
    const ms = Math.round(performance.now() - startedAt);
    const { method } = request;
    logger.debug({ server: 'identity', method, path, status: response.statusCode, ms }, 'request');
  });
}
