import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAuthServer, type TestAuthServer } from '../../../local/identity/testing/start-auth-server.ts';
import { createFirebaseAccounts } from './firebase-accounts.ts';

const projectId = 'demo-test';
const accounts = createFirebaseAccounts(projectId);
let server: TestAuthServer;

beforeAll(async () => {
  server = await startAuthServer(projectId, 'http://127.0.0.1:4800');
  process.env.FIREBASE_AUTH_EMULATOR_HOST = server.host;
});

afterAll(async () => {
  delete process.env.FIREBASE_AUTH_EMULATOR_HOST;
  await server.close();
});

/** Exchanges a custom token that was issued a second before, as over a slow network. */
async function signIn(uid: string) {
  const issuedAt = Date.now();
  const claims = {
    roles: ['analyst' as const],
    warehouses: 'all' as const,
    issuedAt,
    until: issuedAt + 3_600_000,
  };
  const token = await accounts.mintToken(uid, claims);
  await delay(1_100);
  const exchange = `${server.origin}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`;
  const reply = await fetch(exchange, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, returnSecureToken: true }),
  });
  expect(reply.status).toBe(200);
}

test('a first exchange, which makes the account, voids nothing that was issued before it', async () => {
  await signIn('new');
  expect(await accounts.readAccount('new')).toEqual({ disabled: false, validSince: null });
});

test('a revocation voids what was issued before it', async () => {
  await signIn('signed-out');
  await delay(1_100);
  const second = Math.floor(Date.now() / 1_000) * 1_000;
  await accounts.revoke('signed-out');
  const account = await accounts.readAccount('signed-out');
  expect(account?.validSince?.getTime()).toBeGreaterThanOrEqual(second);
});

test('of an account that does not exist nothing is known, and nothing is revoked', async () => {
  await accounts.revoke('nobody');
  expect(await accounts.readAccount('nobody')).toBeNull();
});
