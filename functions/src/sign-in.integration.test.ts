import { errorBodySchema } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { pageOrigin, projectId, useFunctions } from '../../local/functions/testing/use-functions.ts';
import { signInToSso } from '../../local/identity/sso/test-sign-in.ts';

const { setting, signIn, post, get, start } = useFunctions();

test('signs people in with their roles, and tells a person without one whom to ask', async () => {
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

test('takes an ID token of the SSO once, of many at the same moment too', async () => {
  const nonce = 'a-nonce-of-the-page';
  const signedIn = { issuer: `${setting().identity.origin}/sso`, pageOrigin, account: 'inv-1002', nonce };
  const { tokens } = await signInToSso(signedIn);
  const send = () => post('/api/session', { idToken: tokens.id_token, nonce });
  const replies = await Promise.all([send(), send(), send(), send()]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  const again = await send();
  expect(again.status).toBe(401);
  expect(errorBodySchema.parse(await again.json()).message).toContain('used already');
});

test('refuses a person whose account is disabled on every route, though the token has not expired', async () => {
  const { token, session } = await signIn('inv-1001');
  const update = (disableUser: boolean) =>
    fetch(
      `${setting().identity.origin}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:update`,
      {
        method: 'POST',
        body: JSON.stringify({ localId: session.uid, disableUser }),
        headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
      },
    );
  await update(true);
  const other = await start();
  await expectRefused(other.origin, token, 'closed or disabled').finally(() => update(false));
  await other.close();
});

test('refuses every sign-in of a person whom the SSO signed out, on every route, and takes the next sign-in', async () => {
  const first = await signIn('inv-1002');
  const other = await signIn('inv-1001');
  const id = crypto.randomUUID();
  // A sign-in counts in whole seconds: one of this very second would outlast its end.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const ended = await fetch(
    `${setting().identity.origin}/sso-operator/v1/projects/${projectId}/people:endSessions`,
    {
      method: 'POST',
      body: JSON.stringify({ sub: 'inv-1002', uri: `${setting().api.origin}/api/sso-logout` }),
      headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
    },
  );
  expect(await ended.json()).toEqual({ status: 200 });
  await expectRefused(setting().api.origin, first.token, 'signed out');
  const kept = await get(`/api/export/${id}`, other.token);
  expect(kept.status).toBe(404);
  const again = await signIn('inv-1002');
  expect((await get(`/api/export/${id}`, again.token)).status).toBe(404);
});

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
