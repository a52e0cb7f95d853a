import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKeyServer } from './testing/key-server.ts';
import { createSsoVerifier } from './verify-sso-token.ts';

const now = new Date('2026-11-23T12:00:00Z');
const nowSeconds = now.getTime() / 1_000;
const nonce = 'the-nonce-of-the-page';

let keys: Awaited<ReturnType<typeof startKeyServer>>;
beforeAll(async () => {
  keys = await startKeyServer();
});
afterAll(() => keys.close());

const verifier = () => createSsoVerifier({ issuer: keys.origin, clientId: 'tallyboard-web', now: () => now });
const payload = (changes: object = {}) => ({
  iss: keys.origin,
  aud: 'tallyboard-web',
  sub: 'inv-1',
  iat: nowSeconds - 5,
  exp: nowSeconds + 600,
  nonce,
  name: 'Maya',
  inventory_roles: ['analyst'],
  ...changes,
});
const refused = (code: string) => expect.objectContaining({ code });

describe('the SSO verifier', () => {
  it('gives the claims of a token that holds', async () => {
    const claims = await verifier()({ idToken: await keys.sign(payload()), nonce });
    expect(claims).toEqual({
      iss: keys.origin,
      sub: 'inv-1',
      name: 'Maya',
      inventory_roles: ['analyst'],
      inventory_warehouses: [],
    });
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'another-app' }],
    ['another nonce', { nonce: 'another-nonce' }],
    ['no nonce', { nonce: undefined }],
    ['no subject', { sub: undefined }],
    ['another authorized party', { azp: 'another-app' }],
    ['two audiences and no authorized party', { aud: ['tallyboard-web', 'another-app'] }],
    ['a start in the future', { nbf: nowSeconds + 3_600 }],
    ['roles of the wrong type', { inventory_roles: 'analyst' }],
  ])('refuses a token with %s', async (_what, changes) => {
    const idToken = await keys.sign(payload(changes));
    await expect(verifier()({ idToken, nonce })).rejects.toEqual(refused('unauthenticated'));
  });

  it.each([
    ['has expired', { exp: nowSeconds - 60 }],
    ['is older than ten minutes', { iat: nowSeconds - 700 }],
  ])('calls a token that %s expired', async (_what, changes) => {
    const idToken = await keys.sign(payload(changes));
    await expect(verifier()({ idToken, nonce })).rejects.toEqual(refused('token_expired'));
  });

  it('refuses an unsigned token, one with another key, one signed with the public key as a secret, and noise', async () => {
    const other = await generateKeyPair('RS256');
    const forged = [
      new UnsecuredJWT(payload()).encode(),
      await new SignJWT(payload()).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey),
      await new SignJWT(payload()).setProtectedHeader({ alg: 'RS256', kid: 'k9' }).sign(other.privateKey),
      await new SignJWT(payload())
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(Buffer.from('the published key as a shared secret')),
      'a.b.c',
      'nonsense',
    ];
    for (const idToken of forged) {
      await expect(verifier()({ idToken, nonce })).rejects.toEqual(refused('unauthenticated'));
    }
  });

  it('says that the SSO does not answer, and works once it does', async () => {
    const verify = verifier();
    const idToken = await keys.sign(payload());
    keys.setFailing(true);
    await expect(verify({ idToken, nonce })).rejects.toEqual(refused('unavailable'));
    keys.setFailing(false);
    expect((await verify({ idToken, nonce })).sub).toBe('inv-1');
  });

  it('takes no keys from a server that names another issuer, or that sends it elsewhere', async () => {
    const idToken = await keys.sign(payload());
    keys.setIssuer('https://other.example');
    await expect(verifier()({ idToken, nonce })).rejects.toEqual(refused('unavailable'));
    keys.setIssuer(null);
    const elsewhere = await startKeyServer();
    elsewhere.setIssuer(keys.origin);
    keys.setMovedTo(`${elsewhere.origin}/.well-known/openid-configuration`);
    const foreign = await elsewhere.sign(payload());
    await expect(verifier()({ idToken: foreign, nonce })).rejects.toEqual(refused('unavailable'));
    keys.setMovedTo(null);
    await elsewhere.close();
    expect(await verifier()({ idToken, nonce })).toMatchObject({ sub: 'inv-1' });
  });
});
