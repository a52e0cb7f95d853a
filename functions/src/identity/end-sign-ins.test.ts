import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSignInEnder } from './end-sign-ins.ts';
import { startKeyServer } from './testing/key-server.ts';
import { toUid } from './to-uid.ts';

const now = new Date('2026-11-23T12:00:00Z');
const seconds = now.getTime() / 1_000;
const event = 'http://schemas.openid.net/event/backchannel-logout';

let keys: Awaited<ReturnType<typeof startKeyServer>>;
const revoked: string[] = [];
const reasons: string[] = [];
beforeAll(async () => {
  keys = await startKeyServer();
});
afterAll(() => keys.close());
beforeEach(() => {
  revoked.length = 0;
  reasons.length = 0;
});

const create = () =>
  createSignInEnder({
    issuer: keys.origin,
    clientId: 'tallyboard-web',
    revoke: async (uid) => void revoked.push(uid),
    onRefused: (reason) => void reasons.push(reason),
    now: () => now,
  });
const claims = () => ({
  iss: keys.origin,
  aud: 'tallyboard-web',
  sub: 'inv-1001',
  iat: seconds,
  exp: seconds + 120,
  jti: 'j1',
  events: { [event]: {} },
});

it.each(['logout+jwt', 'application/logout+jwt', 'JWT', undefined])(
  'ends the sign-ins of the person whom a token of the type %s names, under the id of the sign-in',
  async (typ) => {
    const uid = toUid(keys.origin, 'inv-1001');
    expect(await create()(await keys.sign(claims(), 'k1', typ))).toEqual({ uid });
    expect([revoked, reasons]).toEqual([[uid], []]);
  },
);

it.each([
  ['is an ID token: with a nonce', { nonce: '12345678' }, 'JWT'],
  ['is an ID token: without the event', { events: undefined }, 'JWT'],
  ['is an access token', {}, 'at+jwt'],
  ['tells of another event', { events: { 'https://example.com/other': {} } }, 'logout+jwt'],
  ['tells of no event', { events: undefined }, 'logout+jwt'],
  ['is for another client', { aud: 'other' }, 'logout+jwt'],
  ['is of another issuer', { iss: 'https://evil.example' }, 'logout+jwt'],
  ['names no person', { sub: undefined, sid: 's1' }, 'logout+jwt'],
  ['has no id', { jti: undefined }, 'logout+jwt'],
  ['is three minutes old', { iat: seconds - 180 }, 'logout+jwt'],
  ['has expired', { exp: seconds - 60 }, 'logout+jwt'],
])('refuses a token that %s', async (_what, changes, typ) => {
  const token = await keys.sign({ ...claims(), ...changes }, 'k1', typ);
  await expect(create()(token)).rejects.toMatchObject({ code: 'invalid_request' });
  expect(revoked).toEqual([]);
  expect(reasons).toEqual([expect.any(String)]);
});

it('refuses a token whose signature does not hold, and says when the keys cannot be had', async () => {
  const token = await keys.sign(claims(), 'k1', 'logout+jwt');
  await expect(create()(`${token.slice(0, -8)}AAAAAAAA`)).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(create()('x')).rejects.toMatchObject({ code: 'invalid_request' });
  keys.setFailing(true);
  await expect(create()(token)).rejects.toMatchObject({ code: 'unavailable' });
  keys.setFailing(false);
  expect(revoked).toEqual([]);
});
