import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginSignIn, finishSignIn, toSignOutUrl } from './sso.ts';
import { createStorage } from './storage-under-test.ts';

const issuer = 'https://sso.example/inventory';
const sso = { issuer, clientId: 'tallyboard-web', scope: 'openid profile inventory' };
const discovery = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function idToken(nonce: string) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'maya', aud: sso.clientId, iat: now, exp: now + 60, nonce };
  return `${encode({ alg: 'RS256' })}.${encode(claims)}.c2ln`;
}

let tokenReply: () => Response;
beforeEach(() => {
  tokenReply = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    return String(url).includes('/.well-known/') ? Response.json(discovery) : tokenReply();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const begin = (storage: Storage, chooseAccount = false, returnTo = '/c/abc') =>
  beginSignIn(sso, { origin: 'https://app.example', storage, returnTo, chooseAccount });

describe('a sign-in', () => {
  test('asks for a code with PKCE, state and nonce, to come back to /signed-in', async () => {
    const url = await begin(createStorage());
    expect(url.href.startsWith(`${issuer}/auth?`)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'tallyboard-web',
      redirect_uri: 'https://app.example/signed-in',
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    });
  });

  test('with another account asks who it is', async () => {
    expect((await begin(createStorage(), true)).searchParams.get('prompt')).toBe('login');
  });

  test('ends with the ID token, its nonce and the page to return to', async () => {
    const storage = createStorage();
    const url = await begin(storage);
    const nonce = url.searchParams.get('nonce') ?? '';
    const state = url.searchParams.get('state') ?? '';
    tokenReply = () => Response.json({ access_token: 'a', token_type: 'bearer', id_token: idToken(nonce) });
    const back = new URL(`https://app.example/signed-in?code=x&state=${state}`);
    expect(await finishSignIn(sso, back, storage, 0)).toEqual({
      idToken: idToken(nonce),
      nonce,
      returnTo: '/c/abc',
    });
    await expect(finishSignIn(sso, back, storage, 0)).rejects.toThrow('begun elsewhere');
  });

  test.each([
    ['//other.example/c', '/other.example/c'],
    ['/\\other.example', '/other.example'],
  ])('that was begun at %s comes back to %s of this site', async (begunAt, returnTo) => {
    const storage = createStorage();
    const url = await begin(storage, false, begunAt);
    const nonce = url.searchParams.get('nonce') ?? '';
    tokenReply = () => Response.json({ access_token: 'a', token_type: 'bearer', id_token: idToken(nonce) });
    const back = new URL(`https://app.example/signed-in?code=x&state=${url.searchParams.get('state')}`);
    expect(await finishSignIn(sso, back, storage, 0)).toMatchObject({ returnTo });
  });

  test.each([
    ['a state that is not ours', (_state: string) => 'code=x&state=forged', 'did not succeed'],
    ['a refusal', (state: string) => `error=access_denied&state=${state}`, 'was cancelled'],
    ['a code that the SSO refuses', (state: string) => `code=x&state=${state}`, 'did not succeed'],
  ])('that comes back with %s is refused in a sentence', async (_name, query, message) => {
    const storage = createStorage();
    const state = (await begin(storage)).searchParams.get('state') ?? '';
    const back = new URL(`https://app.example/signed-in?${query(state)}`);
    await expect(finishSignIn(sso, back, storage, 0)).rejects.toThrow(message);
  });

  test('with an ID token of another sign-in is refused', async () => {
    const storage = createStorage();
    const state = (await begin(storage)).searchParams.get('state') ?? '';
    tokenReply = () =>
      Response.json({ access_token: 'a', token_type: 'bearer', id_token: idToken('another') });
    await expect(
      finishSignIn(sso, new URL(`https://app.example/signed-in?code=x&state=${state}`), storage, 0),
    ).rejects.toThrow('did not succeed');
  });
});

test('an http issuer that is not this machine is refused', async () => {
  await expect(
    beginSignIn(
      { ...sso, issuer: 'http://sso.example' },
      { origin: 'https://app.example', storage: createStorage(), returnTo: '/', chooseAccount: false },
    ),
  ).rejects.toThrow('cannot be reached');
});

test('an SSO that does not answer in time cannot be reached, and a sign-out goes on without it', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  await expect(begin(createStorage())).rejects.toThrow('The inventory system cannot be reached.');
  expect(await toSignOutUrl(sso, 'https://app.example')).toBeNull();
});
