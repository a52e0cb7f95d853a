import { describe, expect, test, vi } from 'vitest';
import { SignedOutError } from '../listener/identity.ts';
import { ApiError } from './api-error.ts';
import { createApi } from './create-api.ts';

const json = (status: number, body: unknown) => Response.json(body, { status });
const expired = () => json(401, { code: 'token_expired', message: 'Expired.' });

function setUp(replies: (Response | Error)[]) {
  const fetch = vi.fn(async (_path: RequestInfo | URL, _init?: RequestInit) => {
    const reply = replies.shift();
    if (!reply || reply instanceof Error) throw reply ?? new Error('no reply left');
    return reply;
  });
  const idToken = vi.fn(async (fresh: boolean) => (fresh ? 'new' : 'old'));
  const onSignedOut = vi.fn();
  return { api: createApi({ fetch, idToken, onSignedOut }), fetch, idToken, onSignedOut };
}

describe('a call', () => {
  test('carries the ID token', async () => {
    const { api, fetch } = setUp([json(200, {})]);
    await api.patchConversation('c', { title: 'New' });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: 'PATCH',
      headers: { authorization: 'Bearer old' },
    });
  });

  test('whose token has run out is sent once more with a new one', async () => {
    const { api, fetch, onSignedOut } = setUp([expired(), json(200, {})]);
    await api.cancel('c', 't');
    expect(fetch.mock.calls[1]?.[1]?.headers).toMatchObject({ authorization: 'Bearer new' });
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  test('refused twice ends the sign-in', async () => {
    const { api, onSignedOut } = setUp([expired(), expired()]);
    await expect(api.cancel('c', 't')).rejects.toMatchObject({ body: { code: 'token_expired' } });
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  test('that does not get through is unavailable, in a sentence', async () => {
    const { api } = setUp([new TypeError('Failed to fetch')]);
    await expect(api.cancel('c', 't')).rejects.toSatisfy(
      (error) => error instanceof ApiError && error.body.code === 'unavailable',
    );
  });

  test('without a sign-in is token_expired', async () => {
    const { api, idToken, onSignedOut } = setUp([]);
    idToken.mockRejectedValue(new SignedOutError());
    await expect(api.cancel('c', 't')).rejects.toMatchObject({ body: { code: 'token_expired' } });
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  test('whose reply is of another version asks for a reload, and shows nothing of the reply', async () => {
    const { api } = setUp([json(200, { rows: 'many' })]);
    await expect(api.readOverview()).rejects.toSatisfy(
      (error) => error instanceof ApiError && /^The server’s reply .+ Reload the page\.$/.test(error.message),
    );
  });

  test('whose reply is cut is unavailable', async () => {
    const { api } = setUp([new Response('{"status":', { status: 200 })]);
    await expect(api.readOverview()).rejects.toMatchObject({ body: { code: 'unavailable' } });
  });

  test("answered by a proxy's page is not shown as that page", async () => {
    const { api } = setUp([new Response('<html>Bad gateway', { status: 502 })]);
    await expect(api.cancel('c', 't')).rejects.toMatchObject({ body: { code: 'unavailable' } });
  });
});

test('an export is named as the server names it', async () => {
  const reply = new Response('a,b', {
    headers: { 'content-disposition': 'attachment; filename="sales.csv"' },
  });
  const { api } = setUp([reply]);
  expect((await api.exportConversation('c', 'csv')).fileName).toBe('sales.csv');
});
