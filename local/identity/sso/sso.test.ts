import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../listen.ts';
import { createIdentityServer } from '../identity-server.ts';
import { ssoClientId } from './create-sso.ts';
import { createBrowser } from './test-browser.ts';
import { signInToSso, toAuthorization } from './test-sign-in.ts';

const pageOrigin = 'http://127.0.0.1:4800';
const redirectUri = `${pageOrigin}/signed-in`;
const client: oauth.Client = { client_id: ssoClientId };
const insecure = { [oauth.allowInsecureRequests]: true };

let server: LocalServer;
let sso: oauth.AuthorizationServer;
const printed: string[] = [];

beforeAll(async () => {
  const { warn, info } = console;
  console.warn = (text: string) => printed.push(text);
  console.info = console.warn;
  server = await createIdentityServer({
    port: 0,
    projectId: 'demo-test',
    pageOrigin,
    logger: pino({ level: 'silent' }),
  });
  sso = (await signIn('inv-1002')).sso;
  Object.assign(console, { warn, info });
});

afterAll(() => server.close());

const startAuthorization = async (
  browser: ReturnType<typeof createBrowser>,
  changes: Record<string, string> = {},
) => browser.open((await toAuthorization(sso, { redirectUri, nonce: 'the-nonce' }, changes)).url);

const signIn = (account: string) =>
  signInToSso({ issuer: `${server.origin}/sso`, pageOrigin, account, nonce: 'the-nonce' });

describe('the inventory SSO', () => {
  it('lists the three people as buttons', async () => {
    const reply = await startAuthorization(createBrowser());
    const page = await reply.text();
    for (const name of ['Maya Lindqvist', 'Anton Reyes', 'Nora Field']) expect(page).toContain(name);
    expect(page.match(/<button name="account"/g)).toHaveLength(3);
  });

  it.each([
    [
      'inv-1001',
      { name: 'Maya Lindqvist', inventory_roles: ['warehouse_manager'], inventory_warehouses: ['WH-NORTH'] },
    ],
    [
      'inv-1002',
      { email: 'anton@demo.tallyboard.example', inventory_roles: ['analyst'], inventory_warehouses: ['*'] },
    ],
    ['inv-1003', { name: 'Nora Field', inventory_roles: [], inventory_warehouses: [] }],
  ])('puts the claims of %s into an ID token that its published key verifies', async (account, claims) => {
    const { tokens } = await signIn(account);
    const keys = createRemoteJWKSet(new URL(sso.jwks_uri ?? ''));
    const { payload } = await jwtVerify(tokens.id_token ?? '', keys, {
      issuer: `${server.origin}/sso`,
      audience: ssoClientId,
    });
    expect(payload).toMatchObject({ sub: account, nonce: 'the-nonce', ...claims });
  });

  it('makes the manager one of a warehouse that is there, where the data has others', async () => {
    const other = await createIdentityServer({
      port: 0,
      projectId: 'demo-test',
      pageOrigin,
      findWarehouse: async (id) => (id === 'WH-NORTH' ? { id: 'W1', name: 'Hull' } : undefined),
      logger: pino({ level: 'silent' }),
    });
    try {
      const issuer = `${other.origin}/sso`;
      const { tokens } = await signInToSso({ issuer, pageOrigin, account: 'inv-1001', nonce: 'the-nonce' });
      expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({ inventory_warehouses: ['W1'] });
    } finally {
      await other.close();
    }
  });

  it('refreshes', async () => {
    const { tokens } = await signIn('inv-1001');
    const reply = await oauth.refreshTokenGrantRequest(
      sso,
      client,
      oauth.None(),
      tokens.refresh_token ?? '',
      insecure,
    );
    const refreshed = await oauth.processRefreshTokenResponse(sso, client, reply);
    expect(refreshed.id_token).toBeTruthy();
  });

  it('signs in again without asking while its session lasts, and asks after the session was ended', async () => {
    const { browser, tokens } = await signIn('inv-1001');
    const again = await startAuthorization(browser);
    expect(again.headers.get('location')).toContain(`${redirectUri}?code=`);

    const end = new URL(sso.end_session_endpoint ?? '');
    end.search = new URLSearchParams({
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${pageOrigin}/`,
    }).toString();
    const page = await (await browser.open(end)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const ended = await browser.open(new URL(action), new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(ended.headers.get('location')).toBe(`${pageOrigin}/`);

    const asked = await startAuthorization(browser);
    expect(await asked.text()).toContain('Choose an account');
  });

  it('lets someone else sign in while a session lasts, when the page asks for it', async () => {
    const { browser } = await signIn('inv-1001');
    const loginPage = await startAuthorization(browser, { prompt: 'login' });
    const chosen = await browser.open(new URL(loginPage.url), new URLSearchParams({ account: 'inv-1002' }));
    // The first session is ended by a form that a browser submits by itself.
    const page = await chosen.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const back = await browser.open(new URL(action), new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(back.headers.get('location')).toContain(`${redirectUri}?code=`);
  });

  it('refuses a request without PKCE, and a redirect to another address', async () => {
    const withoutPkce = await startAuthorization(createBrowser(), {
      code_challenge: '',
      code_challenge_method: '',
    });
    expect(withoutPkce.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await startAuthorization(createBrowser(), { redirect_uri: 'http://evil.example/' });
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('Demo Inventory SSO');
  });

  it('says that a sign-in has expired when its cookie is gone', async () => {
    const reply = await fetch(`${server.origin}/sso/interaction/nothing`);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('Start again');
  });

  it("lets the page's origin, and no other, call the token endpoint", async () => {
    const preflight = (origin: string) =>
      fetch(sso.token_endpoint ?? '', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const call = (origin: string) =>
      fetch(sso.token_endpoint ?? '', {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams({ grant_type: 'authorization_code', client_id: ssoClientId, code: 'x' }),
      });
    expect((await preflight(pageOrigin)).status).toBe(204);
    expect((await call(pageOrigin)).headers.get('access-control-allow-origin')).toBe(pageOrigin);
    expect((await call('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('prints no warning of the library', () => {
    expect(printed).toEqual([]);
  });
});
