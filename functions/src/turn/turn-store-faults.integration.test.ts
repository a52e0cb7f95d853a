import { turnSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { createAuditLog } from '../store/audit.ts';
import { createTurnStore } from '../store/create-turn-store.ts';
import { parseDocument } from '../store/documents.ts';
import { conversationRef, turnRef, usageRef } from '../store/paths.ts';
import { createFaultProxy, type Fault } from '../store/testing/fault-proxy.ts';
import { storeOptions } from '../store/testing/store-options.ts';
import { call, createScriptModel } from './testing/script-model.ts';
import { createTurnSetting, turnId } from './testing/turn-setting.ts';

const key = { uid: 'maya', conversationId: turnId, turnId };
const words = 'October made $121, up 10.0% from September.'.split(/(?<= )/);

let firestore: TestServer;
let proxy: Awaited<ReturnType<typeof createFaultProxy>>;
let project = 0;
beforeAll(async () => {
  firestore = await startServer();
  proxy = await createFaultProxy(firestore);
});
afterAll(async () => {
  await proxy.close();
  await firestore.close();
});
beforeEach(() => {
  project += 1;
});

/** Asks one question while requests go wrong as `decide` says, from the first after the start on. */
async function askWith(decide: (number: number, path: string) => Fault | undefined) {
  const db = createAdmin({ ...firestore, port: proxy.port }, `demo-store-faults-${project}`);
  const model = createScriptModel(
    { parts: [call('read_sales')] },
    { parts: [call('show_visualization', { resultId: 'r1' })] },
    { parts: words.map((text) => ({ text })), pauseMs: 25 },
  );
  const { ask } = createTurnSetting(model, {
    store: createTurnStore(db, storeOptions),
    audit: createAuditLog(db),
  });
  let commits = 0;
  proxy.decide = (path) => {
    if (!path.includes(':commit')) return undefined;
    commits += 1;
    // The first commit starts the turn; what it may do is another test's matter.
    return commits === 1 ? undefined : decide(commits, path);
  };
  const reply = await ask('q');
  proxy.decide = () => undefined;
  const clean = createAdmin(firestore, `demo-store-faults-${project}`);
  const turn = parseDocument(await turnRef(clean, key).get(), turnSchema);
  const conversation = await conversationRef(clean, key).get();
  const results = await turnRef(clean, key).collection('results').get();
  const audit = await clean.collection('auditLog').get();
  const usage = (await usageRef(clean, 'maya').get()).get('askedAt').length;
  return {
    reply,
    turn,
    activeTurnId: conversation.get('activeTurnId'),
    results: results.size,
    audit: audit.size,
    usage,
  };
}

const whole = {
  reply: { status: 'completed' },
  turn: {
    status: 'completed',
    text: words.join(''),
    visualizations: [{ resultId: 'r1' }],
    figures: [{}, {}],
  },
  activeTurnId: null,
  ...{ results: 1, audit: 2, usage: 1 },
};

test.each<[string, (number: number) => Fault | undefined]>([
  ['every second commit is refused', (number) => (number % 2 === 0 ? { kind: 'refuse' } : undefined)],
  ['every second commit’s reply is lost', (number) => (number % 2 === 0 ? { kind: 'loseReply' } : undefined)],
  ['every commit takes 150 ms', () => ({ kind: 'delayMs', ms: 150 })],
  [
    'commits arrive late and out of order',
    (number) => ({ kind: 'delayMs', ms: number % 3 === 0 ? 250 : 10 }),
  ],
  ['seven commits in a row are refused', (number) => (number < 9 ? { kind: 'refuse' } : undefined)],
])('%s: the turn ends once and whole', async (_name, decide) => {
  expect(await askWith(decide)).toMatchObject(whole);
});

test('a commit that never answers is given up and tried again', async () => {
  let swallowed = 0;
  const outcome = await askWith((number) => {
    if (number !== 4) return undefined;
    swallowed += 1;
    return { kind: 'swallow' };
  });
  expect(swallowed).toBe(1);
  expect(outcome).toMatchObject(whole);
});
