import domain from 'node:domain';
import { once } from 'node:events';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, expect, it } from 'vitest';
import { openNoDomains } from './open-no-domains.ts';

const { create } = domain;
afterEach(() => {
  domain.create = create;
});

it('a request of the framework runs in a domain', async () => {
  expect(await askForDomain('with-domain')).toBe('true');
});

it('after openNoDomains a request runs in none', async () => {
  openNoDomains();
  expect(await askForDomain('without-domain')).toBe('false');
});

async function askForDomain(name: string): Promise<string> {
  http(name, (_request, response) => {
    const entered = 'domain' in process && process.domain !== null && process.domain !== undefined;
    response.end(String(entered));
  });
  const server = getTestServer(name).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  try {
    return await (await fetch(`http://127.0.0.1:${port}`)).text();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
