import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { LocalServer } from '../../listen.ts';
import { createIdentityServer } from '../identity-server.ts';
import { signInToSso } from './test-sign-in.ts';

const pageOrigin = 'http://127.0.0.1:4800';
const dayMs = 24 * 3_600_000;
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });

let folder: string;
let server: LocalServer;
let skewMs = 0;

const start = (port: number) =>
  createIdentityServer({
    port,
    projectId: 'demo-test',
    pageOrigin,
    keysFile: join(folder, 'keys.json'),
    logger: pino({ level: 'silent' }),
    now: () => Date.now() + skewMs,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sso-keys-'));
  server = await start(0);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const signIn = () =>
  signInToSso({ issuer: `${server.origin}/sso`, pageOrigin, account: 'inv-1002', nonce: 'n' });

const toKeyId = (token: string | undefined) => decodeProtectedHeader(token ?? '').kid;

const rotate = (headers: Record<string, string> = { authorization: 'Bearer owner' }) =>
  fetch(`${server.origin}/sso-operator/v1/projects/demo-test/keys:rotate`, { method: 'POST', headers });

const readKeys = async () =>
  keySetSchema.parse(await (await fetch(`${server.origin}/sso/jwks`, { cache: 'no-store' })).json());

it('signs with the key that was published before, and keeps the former one published', async () => {
  const before = await signIn();
  const keptByAClient = createLocalJWKSet(await readKeys());
  expect((await rotate()).status).toBe(200);
  const after = await signIn();

  expect(toKeyId(after.tokens.id_token)).not.toBe(toKeyId(before.tokens.id_token));
  await jwtVerify(after.tokens.id_token ?? '', keptByAClient);
  const published = createRemoteJWKSet(new URL(before.sso.jwks_uri ?? ''));
  await jwtVerify(before.tokens.id_token ?? '', published);
  await jwtVerify(after.tokens.id_token ?? '', published);
});

it('publishes no private part of a key', async () => {
  for (const key of (await readKeys()).keys) expect(Object.keys(key)).not.toContain('d');
});

it('refreshes over a rotation what was signed in before', async () => {
  const { sso, tokens } = await signIn();
  await rotate();
  const insecure = { [oauth.allowInsecureRequests]: true };
  const client = { client_id: 'tallyboard-web' };
  const reply = await oauth.refreshTokenGrantRequest(
    sso,
    client,
    oauth.None(),
    tokens.refresh_token ?? '',
    insecure,
  );
  const refreshed = await oauth.processRefreshTokenResponse(sso, client, reply);
  expect(toKeyId(refreshed.id_token)).not.toBe(toKeyId(tokens.id_token));
});

it('withdraws a former key a day later, at the next rotation', async () => {
  const first = toKeyId((await signIn()).tokens.id_token);
  await rotate();
  skewMs += dayMs + 1;
  await rotate();
  const { keys } = await readKeys();
  expect(keys.map(({ kid }) => kid)).not.toContain(first);
  expect(keys).toHaveLength(3);
});

it('keeps its keys over a restart, and rotates at a start when a key has signed for thirty days', async () => {
  const { port } = server;
  const first = toKeyId((await signIn()).tokens.id_token);
  // Node's fetch may still hold a connection that the restart closed.
  const signInAgain = () => vi.waitFor(signIn, { timeout: 10_000 });
  await server.close();
  server = await start(port);
  expect(toKeyId((await signInAgain()).tokens.id_token)).toBe(first);
  await server.close();
  skewMs += 30 * dayMs;
  server = await start(port);
  expect(toKeyId((await signInAgain()).tokens.id_token)).not.toBe(first);
});

it('is rotated by its operator alone', async () => {
  const before = await readKeys();
  expect((await rotate({})).status).toBe(401);
  expect((await readKeys()).keys.map(({ kid }) => kid)).toEqual(before.keys.map(({ kid }) => kid));
});

it('frees its port when the key that it rotates at a start cannot be kept', async () => {
  const { port } = server;
  await server.close();
  skewMs += 30 * dayMs;
  const blocked = join(folder, 'keys.json.tmp');
  await mkdir(blocked);
  await expect(start(port)).rejects.toThrow('EISDIR');
  await rm(blocked, { recursive: true });
  server = await start(port);
});
