import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type AdapterFactory, Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import type { RsaKey } from '../rsa-key.ts';
import { handleInteraction } from './interaction.ts';
import { toErrorPage, toSignedOutPage, toSigningOutPage } from './pages.ts';
import { type FindWarehouse, readPeople } from './people.ts';

export type SsoOptions = {
  origin: string;
  pageOrigin: string;
  /** Sessions, codes and tokens. */
  adapter: AdapterFactory;
  /** The published keys; the first signs. */
  keys: RsaKey[];
  cookieKey: string;
  /** The warehouse of the demo's manager, by its id. */
  findWarehouse?: FindWarehouse | undefined;
  logger: Logger;
};

export const ssoClientId = 'tallyboard-web';
const scopes = 'openid profile email inventory';

/**
 * The inventory system's SSO under `/sso`: OpenID Connect with authorization code and PKCE for one public client. It
 * stands in for the company's own; nothing of it is part of the product.
 */
export function createSso(options: SsoOptions): RequestListener {
  const { pageOrigin, findWarehouse, logger } = options;
  const provider = createProvider(options);
  const handle = provider.callback();
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path.startsWith('/sso/interaction/')) {
      void handleInteraction(provider, request, response, { pageOrigin, findWarehouse, logger });
      return;
    }
    if (path === '/sso/.well-known/openid-configuration' || path === '/sso/jwks') allowAnyOrigin(response);
    mount(request);
    void handle(request, response);
  };
}

function createProvider(options: SsoOptions): Provider {
  const { origin, pageOrigin, adapter, keys, cookieKey, findWarehouse, logger } = options;
  const provider = new Provider(`${origin}/sso`, {
    adapter,
    jwks: { keys },
    cookies: { keys: [cookieKey] },
    clients: [
      {
        client_id: ssoClientId,
        client_name: 'Tallyboard',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${pageOrigin}/signed-in`],
        post_logout_redirect_uris: [`${pageOrigin}/`],
      },
    ],
    clientBasedCORS: (_context, requestOrigin) => requestOrigin === pageOrigin,
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email', 'inventory'],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      inventory: ['inventory_roles', 'inventory_warehouses'],
    },
    // The page reads who signed in from the ID token alone and never calls the userinfo endpoint.
    conformIdTokenClaims: false,
    findAccount: async (_context, sub) => {
      const person = (await readPeople(findWarehouse)).find((each) => each.sub === sub);
      if (!person) return undefined;
      const { description, ...claims } = person;
      return { accountId: sub, claims: () => ({ ...claims, email_verified: true }) };
    },
    // The company's own application: nobody is asked for consent.
    loadExistingGrant: async ({ oidc }) => {
      if (!oidc.client || !oidc.session?.accountId) return undefined;
      const known = oidc.session.grantIdFor(oidc.client.clientId);
      const kept = known ? await oidc.provider.Grant.find(known) : undefined;
      if (kept) return kept;
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope(scopes);
      await grant.save();
      return grant;
    },
    issueRefreshToken: () => true,
    interactions: { url: (_context, interaction) => `/sso/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = toSigningOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = toSignedOutPage(pageOrigin);
        },
      },
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = toErrorPage(out.error_description ?? out.error, pageOrigin);
    },
    ttl: {
      AccessToken: 3_600,
      AuthorizationCode: 60,
      IdToken: 3_600,
      RefreshToken: 24 * 3_600,
      Interaction: 3_600,
      Session: 24 * 3_600,
      Grant: 24 * 3_600,
    },
  });
  provider.on('server_error', (_context, error) =>
    logger.error({ server: 'identity', err: error }, 'SSO failed'),
  );
  return provider;
}

/** Express's way to mount a handler under a path: oidc-provider reads the prefix from `originalUrl`. */
function mount(request: IncomingMessage): void {
  Object.assign(request, { originalUrl: request.url });
  request.url = request.url?.slice('/sso'.length);
}

/** Public documents: pages of any origin may read them, as with other identity providers. */
function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
}
