import {
  type Conversation,
  conversationSchema,
  queryUsageSchema,
  type Turn,
  turnSchema,
} from '@tallyboard/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { createAuditLog } from '../store/audit.ts';
import { createTurnStore } from '../store/create-turn-store.ts';
import { parseDocument } from '../store/documents.ts';
import { givesBack } from '../store/interrupt-turn.ts';
import { conversationRef, usageRef } from '../store/paths.ts';
import { listResults } from '../store/results.ts';
import { createFaultProxy } from '../store/testing/fault-proxy.ts';
import { storeOptions } from '../store/testing/store-options.ts';
import { listTurns } from '../store/turns.ts';
import { toAuditId, toStandInId } from './audit-id.ts';
import { type Clock, systemClock } from './clock.ts';
import { call, createScriptModel, say } from './testing/script-model.ts';
import { caller, createTurnSetting, turnId } from './testing/turn-setting.ts';

/** A turn of the script makes about 20 requests; each is killed before it and after it arrives, several times. */
const kills = Number(process.env.CRASH_KILLS ?? 48);
const requestsOfATurn = 24;
const key = { uid: 'maya', conversationId: turnId, turnId };
const secondTurn = 'turn-0000000000000002';

let firestore: TestServer;
beforeAll(async () => {
  firestore = await startServer();
});
afterAll(() => firestore.close());

const toModel = () =>
  createScriptModel(
    { parts: [call('read_sales')] },
    { parts: [call('show_visualization', { resultId: 'r1' })] },
    { parts: ['Up ', '21 % ', 'since ', 'August', '.'].map((text) => ({ text })), pauseMs: 60 },
  );

/** Asks a question in a function that is dead from its n-th request on: nothing that it does later has an effect. */
async function askAndDie(projectId: string, dieAt: number, arrives: boolean) {
  const proxy = await createFaultProxy(firestore);
  const death = Promise.withResolvers<void>();
  let requests = 0;
  proxy.decide = () => {
    requests += 1;
    if (requests < dieAt) return undefined;
    // What this request causes is done shortly after; then the function is gone.
    setTimeout(death.resolve, 30);
    return { kind: requests === dieAt && arrives ? 'dieAfter' : 'swallow' };
  };
  const clock: Clock = {
    ...systemClock,
    sleep: async (ms, signal) => {
      if (requests >= dieAt) await new Promise(() => undefined);
      await systemClock.sleep(ms, signal);
    },
  };
  const db = createAdmin({ ...firestore, port: proxy.port }, projectId);
  const { ask } = createTurnSetting(toModel(), {
    store: createTurnStore(db, storeOptions),
    audit: createAuditLog(db),
    clock,
  });
  await Promise.race([ask('first').catch(() => undefined), death.promise]);
  await proxy.close();
}

/** Fifty seconds later another function gets the same question again, and then the next one. */
async function goOn(projectId: string) {
  const db = createAdmin(firestore, projectId);
  const { runner } = createTurnSetting(createScriptModel(say('Fine.')), {
    store: createTurnStore(db, storeOptions),
    audit: createAuditLog(db),
    clock: { ...systemClock, now: () => new Date(Date.now() + 50_000) },
  });
  const conversationId = turnId;
  await runner.run({ caller, request: { turnId, message: 'first' } });
  const reply = await runner.run({
    caller,
    request: { conversationId, turnId: secondTurn, message: 'second' },
  });
  const conversation: Conversation = parseDocument(await conversationRef(db, key).get(), conversationSchema);
  const usage = parseDocument(await usageRef(db, 'maya').get(), queryUsageSchema);
  const turns: Turn[] = await Array.fromAsync(listTurns(db, key));
  const results = await listResults(conversationRef(db, key).collection('turns').doc(turnId));
  const audit = await db.collection('auditLog').where('turnId', '==', turnId).get();
  return { reply, conversation, usage, turns, results, audited: audit.docs.map(({ id }) => id) };
}

test(`${kills} kills, before and after every write: no turn is lost, doubled or running for ever, the count is exact, and every call is audited`, {
  timeout: 300_000,
}, async () => {
  const ends: Record<string, number> = {};
  const killOne = async (index: number) => {
    const projectId = `demo-crash-${index}`;
    await askAndDie(projectId, 1 + (Math.floor(index / 2) % requestsOfATurn), index % 2 === 0);
    const { reply, conversation, usage, turns, results, audited } = await goOn(projectId);
    expect(reply.status).toBe('completed');
    expect(turns.map((turn) => turn.turnId)).toEqual([turnId, secondTurn]);
    expect(turns.every((turn) => turnSchema.safeParse(turn).success && turn.status !== 'running')).toBe(true);
    expect(conversation).toMatchObject({ activeTurnId: null, turnCount: 2 });
    const [first] = turns;
    if (first === undefined) throw new Error('no turn');
    const code = first.error?.code ?? first.status;
    expect(['completed', 'interrupted']).toContain(code);
    expect(usage.askedAt).toHaveLength(code === 'interrupted' && givesBack(first) ? 1 : 2);
    for (const step of first.steps) {
      const id = toAuditId('maya', first, step.id);
      expect(audited.some((known) => known === id || known === toStandInId(id))).toBe(true);
    }
    // What is drawn can be read.
    const stored = results.map(({ result }) => result.resultId);
    expect(stored).toEqual(expect.arrayContaining(first.visualizations.map(({ resultId }) => resultId)));
    ends[code] = (ends[code] ?? 0) + 1;
  };
  for (let from = 0; from < kills; from += 8) {
    const indexes = Array.from({ length: Math.min(8, kills - from) }, (_, i) => from + i);
    await Promise.all(indexes.map(killOne));
  }
  // Both ends were seen: the kills did reach the turn, and some came too late to matter.
  expect(ends).toMatchObject({ completed: expect.any(Number), interrupted: expect.any(Number) });
});
