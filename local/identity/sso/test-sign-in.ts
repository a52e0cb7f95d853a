import * as oauth from 'oauth4webapi';
import { ssoClientId } from './create-sso.ts';
import { createBrowser } from './test-browser.ts';

const client: oauth.Client = { client_id: ssoClientId };
const insecure = { [oauth.allowInsecureRequests]: true };

/** For tests: walks through the SSO as the page and a browser do, and chooses the person with this `sub`. */
export async function signInToSso(options: {
  issuer: string;
  pageOrigin: string;
  account: string;
  nonce: string;
}) {
  const redirectUri = `${options.pageOrigin}/signed-in`;
  const issuer = new URL(options.issuer);
  const sso = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const browser = createBrowser();
  const { verifier, url } = await toAuthorization(sso, { redirectUri, nonce: options.nonce });
  const loginPage = await browser.open(url);
  const back = await browser.open(new URL(loginPage.url), new URLSearchParams({ account: options.account }));
  const location = new URL(back.headers.get('location') ?? '');
  const reply = await oauth.authorizationCodeGrantRequest(
    sso,
    client,
    oauth.None(),
    oauth.validateAuthResponse(sso, client, location, state),
    redirectUri,
    verifier,
    insecure,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(sso, client, reply, {
    expectedNonce: options.nonce,
    requireIdToken: true,
  });
  return { browser, sso, tokens };
}

const state = 'the-state';

/** The address that the page sends the browser to, with the PKCE verifier that it keeps. */
export async function toAuthorization(
  sso: oauth.AuthorizationServer,
  options: { redirectUri: string; nonce: string },
  changes: Record<string, string> = {},
): Promise<{ verifier: string; url: URL }> {
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(sso.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: ssoClientId,
    redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: 'openid profile email inventory',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce: options.nonce,
    ...changes,
  }).toString();
  return { verifier, url };
}
