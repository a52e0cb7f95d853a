import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorBodySchema } from '@tallyboard/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirestoreServer } from '../../local/firestore/firestore-server.ts';
import { toFunctionsEnvironment } from '../../local/functions/functions-environment.ts';
import { startFunctionsProcess } from '../../local/functions/functions-process.ts';
import { sendCleanUp } from '../../local/functions/send-clean-up.ts';
import { createGeminiServer } from '../../local/gemini/gemini-server.ts';
import { createScriptBrain } from '../../local/gemini/script/script-brain.ts';
import { writeGoogleCredentials } from '../../local/identity/google-credentials.ts';
import { createIdentityServer } from '../../local/identity/identity-server.ts';
import { signInToSso } from '../../local/identity/sso/test-sign-in.ts';
import { createTokenVerifier } from '../../local/identity/token-verifier.ts';
import type { LocalServer } from '../../local/listen.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const projectId = 'demo-test';
const pageOrigin = 'http://127.0.0.1:4800';
const logger = pino({ level: 'silent' });

let folder: string;
const servers: LocalServer[] = [];
const logged: string[] = [];
let api: LocalServer;
let identity: LocalServer;
let environment: Record<string, string>;
let firestoreOrigin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'));
  identity = await createIdentityServer({ port: 0, projectId, pageOrigin, logger });
  const firestore = await createFirestoreServer({
    port: 0,
    file: ':memory:',
    rulesFile: join(root, 'firestore.rules'),
    indexesFile: join(root, 'firestore.indexes.json'),
    verifyToken: createTokenVerifier({ projectId, jwksUrl: `${identity.origin}/jwks` }),
    logger,
  });
  const gemini = await createGeminiServer({
    port: 0,
    brain: createScriptBrain({
      replies: [
        { repeat: true, when: { userText: 'slowly' }, stream: [{ wait: 800 }, { text: 'At last.' }] },
        { repeat: true, stream: [{ text: 'Good morning.' }] },
      ],
    }),
    logger,
  });
  servers.push(identity, firestore, gemini);
  firestoreOrigin = firestore.origin;
  environment = toFunctionsEnvironment({
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
  api = await startFunctionsProcess({
    root,
    target: 'api',
    signatureType: 'http',
    port: 0,
    environment,
    onLog: (line) => logged.push(line),
  });
  servers.push(api);
}, 60_000);

afterAll(async () => {
  for (const server of servers.toReversed()) await server.close();
  await rm(folder, { recursive: true });
});

/** Signs in as the page does; `token` is the Firebase ID token. */
async function signIn(account: string) {
  const nonce = crypto.randomUUID();
  const { tokens } = await signInToSso({ issuer: `${identity.origin}/sso`, pageOrigin, account, nonce });
  const session = await post('/api/session', { idToken: tokens.id_token, nonce });
  if (!session.ok) return { session: await session.json(), status: session.status, token: '' };
  const { firebaseToken, ...rest } = await session.json();
  const reply = await fetch(
    `${identity.origin}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`,
    { method: 'POST', body: JSON.stringify({ token: firebaseToken, returnSecureToken: true }) },
  );
  const { idToken } = await reply.json();
  return { session: rest, status: session.status, token: String(idToken) };
}

function post(path: string, body: unknown, token = '') {
  return fetch(api.origin + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
  });
}

const get = (path: string, token: string) =>
  fetch(api.origin + path, { headers: { Authorization: `Bearer ${token}` } });

/** Every route that needs a person refuses this one with 401, and says why. */
async function expectRefused(origin: string, token: string, why: string) {
  const id = crypto.randomUUID();
  for (const [method, path, body] of [
    ['POST', '/api/chat', { turnId: id, message: 'x' }],
    ['POST', `/api/conversations/${id}/turns/${id}/cancel`, {}],
    ['POST', `/api/conversations/${id}/turns/${id}/feedback`, { kind: 'positive' }],
    ['POST', `/api/conversations/${id}/turns/${id}/results/r1/rerun`, { asOf: 'now' }],
    ['PATCH', `/api/conversations/${id}`, { title: 'x' }],
    ['GET', `/api/export/${id}`, undefined],
    ['GET', '/api/overview', undefined],
  ] as const) {
    const reply = await fetch(origin + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    });
    expect(reply.status, path).toBe(401);
    expect(errorBodySchema.parse(await reply.json()).message).toContain(why);
  }
}

describe('the api function under functions-framework', () => {
  it('signs people in with their roles, and tells a person without one whom to ask', async () => {
    const maya = await signIn('inv-1001');
    expect(maya.session).toEqual({
      uid: expect.stringMatching(/^sso-/),
      displayName: 'Maya Lindqvist',
      roles: ['warehouse_manager'],
    });
    const nora = await signIn('inv-1003');
    expect(nora.status).toBe(403);
    expect(nora.session).toMatchObject({ code: 'no_role', message: expect.stringContaining('Ask ') });
  });

  it('takes an ID token of the SSO once, of many at the same moment too', async () => {
    const nonce = 'a-nonce-of-the-page';
    const signedIn = { issuer: `${identity.origin}/sso`, pageOrigin, account: 'inv-1002', nonce };
    const { tokens } = await signInToSso(signedIn);
    const send = () => post('/api/session', { idToken: tokens.id_token, nonce });
    const replies = await Promise.all([send(), send(), send(), send()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    const again = await send();
    expect(again.status).toBe(401);
    expect(errorBodySchema.parse(await again.json()).message).toContain('used already');
  });

  it('answers a question, exports the conversation, and keeps it from everyone else', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    const reply = await post('/api/chat', { turnId, message: 'Good morning' }, token);
    expect(await reply.json()).toEqual({ conversationId: turnId, turnId, status: 'completed', error: null });

    const json = await (await get(`/api/export/${turnId}?format=json`, token)).json();
    expect(json.turns[0]).toMatchObject({ question: 'Good morning', text: 'Good morning.' });
    const csv = await get(`/api/export/${turnId}?format=csv`, token);
    expect(csv.headers.get('content-disposition')).toContain('.csv"');

    const other = await signIn('inv-1001');
    for (const refused of [
      await get(`/api/export/${turnId}`, other.token),
      await post(
        '/api/chat',
        { conversationId: turnId, turnId: crypto.randomUUID(), message: 'x' },
        other.token,
      ),
    ]) {
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ code: 'conversation_not_found' });
    }
  });

  it('finishes an answer whose request was given up, as when a tab is closed', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    const reply = fetch(`${api.origin}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({ turnId, message: 'Answer slowly' }),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(reply).rejects.toThrow(/timeout/);
    const readTurn = async () => (await (await get(`/api/export/${turnId}`, token)).json()).turns?.[0];
    expect(await readTurn()).toMatchObject({ status: 'running' });
    await expect.poll(readTurn, { timeout: 5_000 }).toMatchObject({ status: 'completed', text: 'At last.' });
  });

  it('renames, deletes and restores a conversation', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    await post('/api/chat', { turnId, message: 'Hello' }, token);
    const patch = (body: object) =>
      fetch(`${api.origin}/api/conversations/${turnId}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      }).then((reply) => reply.json());
    expect(await patch({ title: 'Renamed', archived: true })).toMatchObject({
      title: 'Renamed',
      archived: true,
    });
    expect(await patch({ archived: false })).toMatchObject({ title: 'Renamed', archived: false });
  });

  it('refuses broken JSON, foreign types and large bodies in its own words', async () => {
    const { token } = await signIn('inv-1002');
    const broken = await post('/api/chat', '{"turnId":', token);
    expect(errorBodySchema.parse(await broken.json()).code).toBe('malformed_json');
    const spelled = await post('/%61pi/chat', '{"turnId":', token);
    expect(errorBodySchema.parse(await spelled.json()).code).toBe('malformed_json');
    const astray = await post('/elsewhere', `"${'x'.repeat(100_000)}"`);
    expect(errorBodySchema.parse(await astray.json()).code).toBe('payload_too_large');
    const large = await post('/api/chat', `"${'x'.repeat(100_000)}"`, token);
    expect(errorBodySchema.parse(await large.json()).code).toBe('payload_too_large');
    const text = await fetch(`${api.origin}/api/chat`, {
      method: 'POST',
      body: 'x',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/plain' },
    });
    expect(errorBodySchema.parse(await text.json()).code).toBe('unsupported_media_type');
    const forged = await post('/api/chat', { turnId: crypto.randomUUID(), message: 'x' }, `${token}x`);
    expect(errorBodySchema.parse(await forged.json()).code).toBe('unauthenticated');
  });

  it('refuses what is empty, too long or unknown, and writes nothing', async () => {
    const { token, session } = await signIn('inv-1001');
    const read = async () => {
      const url = `${firestoreOrigin}/v1/projects/${projectId}/databases/(default)/documents/users/${session.uid}/conversations`;
      return (await fetch(url, { headers: { Authorization: 'Bearer owner' } })).json();
    };
    const before = await read();
    const unknown = crypto.randomUUID();
    const turnId = crypto.randomUUID();
    const replies = [
      [await post('/api/chat', { turnId, message: ' \n ' }, token), 400, 'message_empty'],
      [await post('/api/chat', { turnId, message: 'x'.repeat(4_001) }, token), 400, 'message_too_long'],
      [await post('/api/chat', { turnId, message: { text: 'x' } }, token), 400, 'invalid_request'],
      [
        await post('/api/chat', { conversationId: unknown, turnId, message: 'x' }, token),
        404,
        'conversation_not_found',
      ],
      [await post(`/api/conversations/${unknown}/turns/${turnId}/cancel`, {}, token), 404, 'turn_not_found'],
      [await get(`/api/export/${unknown}`, token), 404, 'conversation_not_found'],
    ] as const;
    for (const [reply, status, code] of replies) {
      expect(reply.status).toBe(status);
      expect(errorBodySchema.parse(await reply.json()).code).toBe(code);
    }
    expect(await read()).toEqual(before);
  });

  it('refuses a person whose account is disabled on every route, though the token has not expired', async () => {
    const { token, session } = await signIn('inv-1001');
    const update = (disableUser: boolean) =>
      fetch(`${identity.origin}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:update`, {
        method: 'POST',
        body: JSON.stringify({ localId: session.uid, disableUser }),
        headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
      });
    await update(true);
    const other = await startFunctionsProcess({
      root,
      target: 'api',
      signatureType: 'http',
      port: 0,
      environment,
      onLog: () => {},
    });
    await expectRefused(other.origin, token, 'closed or disabled').finally(() => update(false));
    await other.close();
  });

  it('refuses every sign-in of a person whom the SSO signed out, on every route, and takes the next sign-in', async () => {
    const first = await signIn('inv-1002');
    const other = await signIn('inv-1001');
    const id = crypto.randomUUID();
    // A sign-in counts in whole seconds: one of this very second would outlast its end.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const ended = await fetch(`${identity.origin}/sso-operator/v1/projects/${projectId}/people:endSessions`, {
      method: 'POST',
      body: JSON.stringify({ sub: 'inv-1002', uri: `${api.origin}/api/sso-logout` }),
      headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
    });
    expect(await ended.json()).toEqual({ status: 200 });
    await expectRefused(api.origin, first.token, 'signed out');
    const kept = await get(`/api/export/${id}`, other.token);
    expect(kept.status).toBe(404);
    const again = await signIn('inv-1002');
    expect((await get(`/api/export/${id}`, again.token)).status).toBe(404);
  });

  it('logs one JSON line a request, with ids and without words or tokens', async () => {
    const { token, session } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    await post('/api/chat', { turnId, message: 'A secret question' }, token);
    const find = () => logged.filter((line) => line.includes('"route":"/api/chat"') && line.includes(turnId));
    await expect.poll(() => find().length).toBeGreaterThan(0);
    const lines = find();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ severity: 'INFO', uid: session.uid, turnId });
    expect(logged.join('\n')).not.toContain('A secret question');
    await expect.poll(() => logged.some((line) => line.includes('"turn ended"'))).toBe(true);
    expect(logged.join('\n')).not.toContain('Good morning.');
    expect(logged.join('\n')).not.toContain(token);
  });
});

describe('the retention function under functions-framework', () => {
  it('runs on each cloud event', async () => {
    const lines: string[] = [];
    const retention = await startFunctionsProcess({
      root,
      target: 'retention',
      signatureType: 'cloudevent',
      port: 0,
      environment,
      onLog: (line) => lines.push(line),
    });
    for (const runs of [1, 2]) {
      const reply = await sendCleanUp(retention.origin);
      expect(reply.status, lines.join('\n')).toBe(204);
      await expect.poll(() => lines.filter((line) => line.includes('Clean-up done')).length).toBe(runs);
    }
    await retention.close();
  });
});

describe('a wrong setting', () => {
  it('ends the start with its name and exit code 1', async () => {
    const library = createRequire(import.meta.url).resolve('@google-cloud/functions-framework');
    const framework = join(dirname(library), 'main.js');
    const child = spawn(process.execPath, [framework, '--target=api', '--port=0'], {
      cwd: join(root, 'functions'),
      env: { ...environment, SSO_ISSUER: '', COMPANY_TIME_ZONE: 'Mars/Olympus', PATH: process.env.PATH },
    });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(printed).toContain('SSO_ISSUER is missing');
    expect(printed).toContain('COMPANY_TIME_ZONE: must be an IANA time zone');
    expect(printed).not.toContain('    at ');
  });
});
