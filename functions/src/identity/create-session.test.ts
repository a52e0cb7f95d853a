import type { Claims, User } from '@tallyboard/contract';
import { expect, it } from 'vitest';
import { CodedError } from '../coded-error.ts';
import { createSessionCreator } from './create-session.ts';
import type { SsoClaims } from './verify-sso-token.ts';

const now = new Date('2026-11-23T12:00:00Z');
const request = { idToken: 'x', nonce: '12345678' };

function setUp(sso: Partial<SsoClaims> | CodedError) {
  const written: User[] = [];
  const used: string[] = [];
  const minted: { uid: string; claims: Claims }[] = [];
  const createSession = createSessionCreator({
    verifySsoToken: async () => {
      if (sso instanceof CodedError) throw sso;
      const claims = { iss: 'https://sso.example', sub: '1', inventory_roles: [], inventory_warehouses: [] };
      return { ...claims, ...sso };
    },
    saveSignIn: async ({ user, tokenId }) => {
      written.push(user);
      used.push(tokenId);
    },
    mintToken: async (uid, claims) => {
      minted.push({ uid, claims });
      return 'custom-token';
    },
    accessContact: 'Iris',
    maxSignInAgeMs: 3_600_000,
    now: () => now,
  });
  return { createSession, written, minted, used };
}

it('mints a token with the claims and keeps the person, under the same id at every sign-in', async () => {
  const { createSession, written, minted } = setUp({
    name: 'Maya',
    email: 'maya@example.com',
    inventory_roles: ['warehouse_manager'],
    inventory_warehouses: ['WH-NORTH'],
  });
  const first = await createSession(request);
  const second = await createSession(request);
  expect(first).toEqual({
    firebaseToken: 'custom-token',
    uid: second.uid,
    displayName: 'Maya',
    roles: ['warehouse_manager'],
  });
  expect(minted[0]).toEqual({
    uid: first.uid,
    claims: {
      roles: ['warehouse_manager'],
      warehouses: ['WH-NORTH'],
      displayName: 'Maya',
      issuedAt: now.getTime(),
      until: now.getTime() + 3_600_000,
    },
  });
  expect(written[0]).toEqual({
    uid: first.uid,
    displayName: 'Maya',
    email: 'maya@example.com',
    roles: ['warehouse_manager'],
    warehouses: ['WH-NORTH'],
    lastSeenAt: now,
  });
});

it('names the token by what was signed, so that another way to write its signature is the same token', async () => {
  const { createSession, used } = setUp({
    inventory_roles: ['analyst'],
    inventory_warehouses: ['*'],
  });
  await createSession({ idToken: 'head.body.signature', nonce: '12345678' });
  await createSession({ idToken: 'head.body.other', nonce: '12345678' });
  await createSession({ idToken: 'head.more.signature', nonce: '12345678' });
  expect(new Set(used).size).toBe(2);
});

it.each([
  ['no_role', {}],
  ['unauthenticated', new CodedError('unauthenticated', 'Sign in again.')],
] as const)('writes and mints nothing when refused as %s', async (code, sso) => {
  const { createSession, written, minted } = setUp(sso);
  await expect(createSession(request)).rejects.toMatchObject({ code });
  expect([written, minted]).toEqual([[], []]);
});
