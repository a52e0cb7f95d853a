import { readFileSync } from 'node:fs';
import type { Firestore } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdmin } from '../firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../firestore/testing/start-server.ts';
import { createWebClient, sdk, type WebClient } from '../firestore/testing/web-client.ts';
import { type Caller, callers, documents, type Operation, rulesCases } from './rules-cases.ts';
import { toRulesTable } from './to-rules-table.ts';

const projectId = `demo-rules-${process.pid}`;
const root = new URL('../../', import.meta.url);

let server: TestServer;
let admin: Firestore;
const clients = new Map<Caller, WebClient>();

beforeAll(async () => {
  server = await startServer({ rules: readFileSync(new URL('firestore.rules', root), 'utf8') });
  admin = createAdmin(server, projectId);
  await Promise.all(documents.map(({ path }) => admin.doc(path).set({ kept: true })));
  for (const caller of callers) {
    const uid = caller === 'nobody' ? null : caller === 'late' ? 'owner' : caller;
    const until = Date.now() + (caller === 'late' ? -1_000 : 3_600_000);
    clients.set(caller, createWebClient(server, projectId, uid, { claims: { roles: ['analyst'], until } }));
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.close();
  await admin.terminate();
  await server.close();
});

function clientOf(caller: Caller) {
  const client = clients.get(caller);
  if (!client) throw new Error(`No client for ${caller}`);
  return client.db;
}

/** Does it through the web SDK, asking the server and not the cache. */
async function attempt(caller: Caller, path: string, operation: Operation): Promise<'allowed' | 'denied'> {
  const db = clientOf(caller);
  const ref = sdk.doc(db, path);
  const attempts: Record<Operation, () => Promise<unknown>> = {
    get: () => sdk.getDocFromServer(ref),
    list: () => sdk.getDocsFromServer(sdk.query(ref.parent, sdk.limit(100))),
    create: () => sdk.setDoc(sdk.doc(ref.parent, `new-${caller}-00000000`), { made: true }),
    update: () => sdk.updateDoc(ref, { kept: false }),
    delete: () => sdk.deleteDoc(ref),
  };
  return outcome(attempts[operation]());
}

async function outcome(attempted: Promise<unknown>): Promise<'allowed' | 'denied'> {
  try {
    await attempted;
    return 'allowed';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'permission-denied') return 'denied';
    throw error;
  }
}

describe('firestore.rules', () => {
  it.each(
    rulesCases.map((each) => ({ ...each, verb: each.allowed ? 'may' : 'may not', path: each.document.path })),
  )('$caller $verb $operation $path', async ({ caller, path, operation, allowed }) => {
    expect(await attempt(caller, path, operation)).toBe(allowed ? 'allowed' : 'denied');
  });

  it('leaves every document as it was', async () => {
    for (const { path } of documents) {
      expect((await admin.doc(path).get()).data(), path).toEqual({ kept: true });
      expect((await admin.doc(path).parent.get()).size, path).toBe(1);
    }
  });

  it.each([
    ['without a limit', []],
    ['of more than 100', [sdk.limit(101)]],
  ])('refuses the owner a list of conversations %s', async (_what, constraints) => {
    const conversations = sdk.collection(clientOf('owner'), 'users/owner/conversations');
    expect(await outcome(sdk.getDocsFromServer(sdk.query(conversations, ...constraints)))).toBe('denied');
  });

  it.each(['conversations', 'turns', 'results', 'parts', 'private', 'usage'])(
    'refuses everyone a query over the %s of all people',
    async (group) => {
      for (const caller of callers) {
        const query = sdk.query(sdk.collectionGroup(clientOf(caller), group), sdk.limit(10));
        expect(await outcome(sdk.getDocsFromServer(query)), caller).toBe('denied');
      }
    },
  );

  it.each(['other', 'late'] as const)('refuses a listener to a turn: %s', async (caller) => {
    const ref = sdk.doc(clientOf(caller), documents.find(({ path }) => path.includes('turns/'))?.path ?? '');
    const first = new Promise((resolve, reject) => sdk.onSnapshot(ref, resolve, reject));
    expect(await outcome(first)).toBe('denied');
  });
});

it('the table in docs/security.md is what "npm run generate" writes now', () => {
  expect(readFileSync(new URL('docs/security.md', root), 'utf8')).toContain(toRulesTable());
});
