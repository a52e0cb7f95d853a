import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createFirestoreServer } from '../../firestore/firestore-server.ts';
import { createGeminiServer } from '../../gemini/gemini-server.ts';
import { createScriptBrain } from '../../gemini/script/script-brain.ts';
import { writeGoogleCredentials } from '../../identity/google-credentials.ts';
import { createIdentityServer } from '../../identity/identity-server.ts';
import { signInToSso } from '../../identity/sso/test-sign-in.ts';
import { createTokenVerifier } from '../../identity/token-verifier.ts';
import type { LocalServer } from '../../listen.ts';
import { toFunctionsEnvironment } from '../functions-environment.ts';
import { type FunctionsProcessOptions, startFunctionsProcess } from '../functions-process.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const projectId = 'demo-test';
export const pageOrigin = 'http://127.0.0.1:4800';
const logger = pino({ level: 'silent' });

type Setting = {
  api: LocalServer;
  identity: LocalServer;
  firestore: LocalServer;
  environment: Record<string, string>;
  /** What the function `api` has logged. */
  logged: string[];
};

/**
 * The function `api` under functions-framework, on local servers and a model that says good morning. Started once for a test file, so
 * what this returns is read inside the tests.
 */
export function useFunctions() {
  const servers: LocalServer[] = [];
  let folder = '';
  let current: Setting | undefined;
  const setting = (): Setting => {
    if (current === undefined) throw new Error('the functions run inside of tests only');
    return current;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'functions-'));
    const identity = await createIdentityServer({ port: 0, projectId, pageOrigin, logger });
    const firestore = await createFirestoreServer({
      port: 0,
      file: ':memory:',
      rulesFile: join(root, 'firestore.rules'),
      indexesFile: join(root, 'firestore.indexes.json'),
      verifyToken: createTokenVerifier({ projectId, jwksUrl: `${identity.origin}/jwks` }),
      logger,
    });
    const gemini = await createGeminiServer({ port: 0, brain, logger });
    servers.push(identity, firestore, gemini);
    const environment = toFunctionsEnvironment({
      given: { LOG_LEVEL: 'info' },
      projectId,
      dataset: 'tallyboard',
      credentials: await writeGoogleCredentials(folder, identity.origin),
      origins: {
        hosting: pageOrigin,
        firestore: firestore.origin,
        bigquery: 'http://127.0.0.1:9',
        identity: identity.origin,
        gemini: gemini.origin,
      },
    });
    const logged: string[] = [];
    const api = await start({ environment, onLog: (line) => logged.push(line) });
    servers.push(api);
    current = { api, identity, firestore, environment, logged };
  }, 60_000);
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close();
    await rm(folder, { recursive: true });
  });

  const post = (path: string, body: unknown, token = '') =>
    fetch(setting().api.origin + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    });
  return {
    setting,
    post,
    get: (path: string, token: string) =>
      fetch(setting().api.origin + path, { headers: { Authorization: `Bearer ${token}` } }),
    /** One more function on the same servers. */
    start: (options: Partial<FunctionsProcessOptions> = {}) =>
      start({ environment: setting().environment, ...options }),
    /** Signs in as the page does; `token` is the Firebase ID token. */
    signIn: async (account: string) => {
      const { origin } = setting().identity;
      const nonce = crypto.randomUUID();
      const { tokens } = await signInToSso({ issuer: `${origin}/sso`, pageOrigin, account, nonce });
      const session = await post('/api/session', { idToken: tokens.id_token, nonce });
      if (!session.ok) return { session: await session.json(), status: session.status, token: '' };
      const { firebaseToken, ...rest } = await session.json();
      const reply = await fetch(
        `${origin}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`,
        { method: 'POST', body: JSON.stringify({ token: firebaseToken, returnSecureToken: true }) },
      );
      const { idToken } = await reply.json();
      return { session: rest, status: session.status, token: String(idToken) };
    },
  };
}

const brain = createScriptBrain({
  replies: [
    { repeat: true, when: { userText: 'slowly' }, stream: [{ wait: 2_000 }, { text: 'At last.' }] },
    { repeat: true, stream: [{ text: 'Good morning.' }] },
  ],
});

function start(options: Partial<FunctionsProcessOptions> & Pick<FunctionsProcessOptions, 'environment'>) {
  return startFunctionsProcess({
    root,
    target: 'api',
    signatureType: 'http',
    port: 0,
    onLog: () => {},
    ...options,
  });
}
