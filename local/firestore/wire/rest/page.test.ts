import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAdmin } from '../../testing/admin-client.ts';
import { startServer, type TestServer } from '../../testing/start-server.ts';

const projectId = 'demo-pages';
const documents = `projects/${projectId}/databases/(default)/documents`;
const pageSchema = z.object({
  documents: z.array(z.object({ name: z.string() })).default([]),
  collectionIds: z.array(z.string()).default([]),
  nextPageToken: z.string().optional(),
});

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A page as plain REST gives it: the SDK asks for the next one itself, and so lets nothing happen in between. */
async function get(path: string, parameters: Record<string, string>, body?: object) {
  const url = `http://${server.host}:${server.port}/v1/${documents}${path}?${new URLSearchParams(parameters)}`;
  const headers = { authorization: 'Bearer owner' };
  const response = await fetch(url, { method: body ? 'POST' : 'GET', headers, body: JSON.stringify(body) });
  const page = pageSchema.safeParse(await response.json());
  const ids = page.data?.documents.map(({ name }) => name.slice(name.lastIndexOf('/') + 1)) ?? [];
  return { status: response.status, ids, ...page.data };
}

describe('a list whose last document given out is deleted goes on behind it', () => {
  test.each([
    ['by name', 'plain', {}, ['a', 'b'], ['c', 'd', 'e']],
    ['by a field', 'sorted', { orderBy: 'n desc' }, ['e', 'd'], ['c', 'b', 'a']],
    ['by name with missing documents', 'sparse', { showMissing: 'true' }, ['a', 'b'], ['c', 'd', 'e']],
  ])('%s', async (_, collection, parameters, given, rest) => {
    const things = createAdmin(server, projectId).collection(collection);
    for (const [n, id] of ['a', 'b', 'c', 'd', 'e'].entries()) await things.doc(id).set({ n: n / 2 });
    await things.doc('c/below/it').set({});
    if ('showMissing' in parameters) await things.doc('c').delete();
    const list = (token = '') => get(`/${collection}`, { pageSize: '2', ...parameters, pageToken: token });
    const first = await list();
    expect(first.ids).toEqual(given);
    await things.doc(given[1] ?? '').delete();
    const second = await list(first.nextPageToken);
    expect(second.ids).toEqual(rest.slice(0, 2));
    const third = await list(second.nextPageToken);
    expect(third.ids).toEqual(rest.slice(2));
    expect(third.nextPageToken).toBeUndefined();
  });

  test('of collections', async () => {
    const parent = createAdmin(server, projectId).doc('parents/p');
    for (const id of ['a', 'b', 'c']) await parent.collection(id).doc('x').set({});
    const list = (body: object) => get('/parents/p:listCollectionIds', {}, body);
    const { nextPageToken } = await list({ pageSize: 2 });
    await parent.collection('b').doc('x').delete();
    expect((await list({ pageToken: nextPageToken })).collectionIds).toEqual(['c']);
  });
});

test('a list is refused with a token that none gave out, a size that is none, and sorted where it shows missing documents', async () => {
  for (const pageSize of ['-2', '1.5', 'x'])
    expect(await get('/plain', { pageSize })).toMatchObject({ status: 400 });
  expect(await get(':listCollectionIds', {}, { pageSize: -2 })).toMatchObject({ status: 400 });
  expect(await get('/plain', { pageToken: 'x' })).toMatchObject({ status: 400 });
  expect(await get('/plain', { showMissing: 'true', orderBy: 'n' })).toMatchObject({ status: 400 });
});
