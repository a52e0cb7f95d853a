import type { ClientConfig } from '@tallyboard/contract';
import * as oauth from 'oauth4webapi';
import { keepSignIn, takeSignIn } from './pending-sign-in.ts';

type Sso = ClientConfig['sso'];
export type SignedInAtSso = { idToken: string; nonce: string; returnTo: string };

/** For a way back that this tab was not on. */
export const notPending = 'This sign-in was begun elsewhere or has ended. Sign in again.';

/** A sign-in that did not come about; the message is fit for the person. */
export class SignInError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SignInError';
  }
}

/** A page that waits for the SSO says so after this time. */
const discoveryMs = 10_000;

export type BeginOptions = {
  origin: string;
  storage: Storage;
  returnTo: string;
  /** Asks for the account even where one is signed in at the SSO. */
  chooseAccount: boolean;
};

/** Where to send the browser to sign in: authorization code with PKCE (S256), state and nonce. */
export async function beginSignIn(sso: Sso, options: BeginOptions): Promise<URL> {
  const server = await discover(sso);
  if (!server.authorization_endpoint) throw new SignInError('The inventory system offers no sign-in page.');
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  keepSignIn(options.storage, { state, nonce, codeVerifier, returnTo: options.returnTo });
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: sso.clientId,
    redirect_uri: redirectUri(options.origin),
    response_type: 'code',
    scope: sso.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(options.chooseAccount && { prompt: 'login' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/**
 * Exchanges the code that the SSO came back with.
 * @param clockBehindMs how far this machine's clock is behind; the token's times are held against the right one
 * @throws SignInError
 */
export async function finishSignIn(
  sso: Sso,
  url: URL,
  storage: Storage,
  clockBehindMs: number,
): Promise<SignedInAtSso> {
  const pending = takeSignIn(storage);
  if (!pending) throw new SignInError(notPending);
  try {
    const server = await discover(sso);
    const client = { client_id: sso.clientId, [oauth.clockSkew]: Math.round(clockBehindMs / 1000) };
    const parameters = oauth.validateAuthResponse(server, client, url, pending.state);
    const reply = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri(url.origin),
      pending.codeVerifier,
      insecure(sso),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    });
    if (!tokens.id_token)
      throw new SignInError('The inventory system did not say who you are. Sign in again.');
    return { idToken: tokens.id_token, nonce: pending.nonce, returnTo: pending.returnTo };
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    if (cause instanceof oauth.AuthorizationResponseError && cause.error === 'access_denied') {
      throw new SignInError('The sign-in was cancelled.', { cause });
    }
    throw new SignInError('The sign-in did not succeed. Sign in again.', { cause });
  }
}

/** Where to send the browser to sign out at the SSO too; null where it offers no such page. */
export async function toSignOutUrl(sso: Sso, origin: string): Promise<URL | null> {
  const server = await discover(sso).catch(() => null);
  if (!server?.end_session_endpoint) return null;
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set('client_id', sso.clientId);
  url.searchParams.set('post_logout_redirect_uri', `${origin}/`);
  return url;
}

async function discover(sso: Sso): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(sso.issuer);
  try {
    const signal = AbortSignal.timeout(discoveryMs);
    const reply = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', signal, ...insecure(sso) });
    return await oauth.processDiscoveryResponse(issuer, reply);
  } catch (cause) {
    throw new SignInError('The inventory system cannot be reached. Try again in a moment.', { cause });
  }
}

/** The library refuses http. On this machine's own loopback nothing travels, so there it is let through. */
function insecure(sso: Sso): { [oauth.allowInsecureRequests]?: true } {
  const { protocol, hostname } = new URL(sso.issuer);
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return protocol === 'http:' && loopback ? { [oauth.allowInsecureRequests]: true } : {};
}

function redirectUri(origin: string): string {
  return `${origin}/signed-in`;
}
