import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from './firebase-accounts.ts';
import { startKeyServer } from './testing/key-server.ts';
import { createIdTokenVerifier } from './verify-id-token.ts';

const now = new Date('2026-11-23T12:00:00Z');
const nowSeconds = now.getTime() / 1_000;
const nowMs = now.getTime();
const hourMs = 3_600_000;

let keys: Awaited<ReturnType<typeof startKeyServer>>;
beforeAll(async () => {
  keys = await startKeyServer();
});
afterAll(() => keys.close());

const verifier = (account: Account | null | Error = { disabled: false, validSince: null }) =>
  createIdTokenVerifier({
    projectId: 'demo-test',
    jwksUrl: `${keys.origin}/jwks`,
    readAccount: async () => {
      if (account instanceof Error) throw account;
      return account;
    },
    now: () => now,
  });
const payload = (changes: object = {}) => ({
  iss: 'https://securetoken.google.com/demo-test',
  aud: 'demo-test',
  sub: 'sso-1',
  iat: nowSeconds - 60,
  exp: nowSeconds + 3_540,
  auth_time: nowSeconds - 60,
  roles: ['warehouse_manager'],
  warehouses: ['WH-NORTH'],
  displayName: 'Maya',
  issuedAt: nowMs - 60_000,
  until: nowMs + 11 * hourMs,
  ...changes,
});
const refused = (code: string) => expect.objectContaining({ code });

describe('the ID token verifier', () => {
  it('gives the caller with roles and warehouses', async () => {
    expect(await verifier()(`Bearer ${await keys.sign(payload())}`)).toEqual({
      uid: 'sso-1',
      displayName: 'Maya',
      roles: ['warehouse_manager'],
      access: ['WH-NORTH'],
    });
  });

  it.each([
    ['no header', undefined],
    ['no scheme', 'abc'],
    ['another scheme', 'Basic YTpi'],
    ['noise', 'Bearer a.b.c'],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
  ])('refuses %s', async (_what, header) => {
    await expect(verifier()(header)).rejects.toEqual(refused('unauthenticated'));
  });

  it.each([
    ['another issuer', { iss: 'https://securetoken.google.com/other' }],
    ['another project', { aud: 'other' }],
    ['no subject', { sub: '' }],
    ['a sign-in in the future', { auth_time: nowSeconds + 600 }],
    ['a sign-in that is over', { until: nowMs }],
    ['no time at which the sign-in is over', { until: undefined }],
    ['no time of its issue', { issuedAt: undefined }],
  ])('refuses a token with %s', async (_what, changes) => {
    const token = await keys.sign(payload(changes));
    await expect(verifier()(`Bearer ${token}`)).rejects.toEqual(refused('unauthenticated'));
  });

  it('refuses unsigned and forged tokens', async () => {
    const other = await generateKeyPair('RS256');
    const forged = [
      new UnsecuredJWT(payload()).encode(),
      await new SignJWT(payload()).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey),
      await keys.sign(payload(), 'unknown-key'),
    ];
    for (const token of forged) {
      await expect(verifier()(`Bearer ${token}`)).rejects.toEqual(refused('unauthenticated'));
    }
  });

  it('calls an expired token expired, so that the page renews it', async () => {
    const token = await keys.sign(payload({ exp: nowSeconds - 10 }));
    await expect(verifier()(`Bearer ${token}`)).rejects.toEqual(refused('token_expired'));
  });

  it.each([
    ['without roles', { roles: [] }],
    ['with an unknown role', { roles: ['root'] }],
    ['with no warehouse', { warehouses: [] }],
    ['with warehouses that are not a list', { warehouses: 'WH-NORTH' }],
  ])('gives a token %s no access', async (_what, changes) => {
    const token = await keys.sign(payload(changes));
    await expect(verifier()(`Bearer ${token}`)).rejects.toEqual(refused('no_role'));
  });

  it.each([
    ['disabled', { disabled: true, validSince: null }],
    ['deleted', null],
    ['revoked', { disabled: false, validSince: new Date(nowMs - 30_000) }],
  ])('refuses a person whose account was %s after the sign-in', async (_what, account) => {
    const token = await keys.sign(payload());
    await expect(verifier(account)(`Bearer ${token}`)).rejects.toEqual(refused('unauthenticated'));
  });

  it('refuses a custom token that is exchanged again after the person was signed out', async () => {
    const signedOut = { disabled: false, validSince: new Date(nowMs - 30_000) };
    const token = await keys.sign(payload({ auth_time: nowSeconds - 10 }));
    await expect(verifier(signedOut)(`Bearer ${token}`)).rejects.toEqual(refused('unauthenticated'));
    const next = await keys.sign(payload({ auth_time: nowSeconds - 10, issuedAt: nowMs - 10_000 }));
    await expect(verifier(signedOut)(`Bearer ${next}`)).resolves.toMatchObject({ uid: 'sso-1' });
  });

  it('says that it cannot check when the keys or the account are out of reach', async () => {
    const token = await keys.sign(payload());
    const verify = verifier();
    keys.setFailing(true);
    await expect(verify(`Bearer ${token}`)).rejects.toEqual(refused('unavailable'));
    keys.setFailing(false);
    await expect(verifier(new Error('no answer'))(`Bearer ${token}`)).rejects.toEqual(refused('unavailable'));
  });
});
