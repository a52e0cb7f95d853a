import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { toErrorPage, toLoginPage } from './pages.ts';
import { type FindWarehouse, readPeople } from './people.ts';

/**
 * The sign-in page of one authorization request (`GET /sso/interaction/:uid`) and its answer (`POST`, the chosen
 * person's `sub` as the form field `account`).
 */
export async function handleInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  options: { pageOrigin: string; findWarehouse: FindWarehouse | undefined; logger: Logger },
): Promise<void> {
  const { pageOrigin, findWarehouse, logger } = options;
  try {
    const people = await readPeople(findWarehouse);
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      sendPage(response, 200, toLoginPage(people, `/sso/interaction/${uid}`), pageOrigin);
      return;
    }
    const chosen = new URLSearchParams(await text(request)).get('account');
    const person = people.find((each) => each.sub === chosen);
    if (!person) {
      sendPage(response, 400, toErrorPage('Choose one of the accounts.', pageOrigin), pageOrigin);
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  } catch (error) {
    // The cookie is missing or the request is over: there is nothing to continue.
    if (!(error instanceof errors.SessionNotFound))
      logger.error({ server: 'identity', err: error }, 'SSO failed');
    const page = toErrorPage('This sign-in has expired. Start again.', pageOrigin);
    sendPage(response, 400, page, pageOrigin);
  }
}

function sendPage(response: ServerResponse, status: number, page: string, pageOrigin: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // A browser checks form-action on the redirects that follow as well, so the page's origin is in it.
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${pageOrigin}; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page);
}
