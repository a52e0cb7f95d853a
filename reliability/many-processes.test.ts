import { setTimeout as sleep } from 'node:timers/promises';
import { queryUsageSchema, type Turn, turnSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../functions/src/store/documents.ts';
import { conversationRef, turnRef, usageRef } from '../functions/src/store/paths.ts';
import { listTurns } from '../functions/src/store/turns.ts';
import type { FunctionsProcess } from '../local/functions/functions-process.ts';
import { type Person, signIn } from './person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const limit = 50;
const wholeText = 'word '.repeat(400);

let system: RunningSystem;
let apis: [FunctionsProcess, FunctionsProcess];
let manager: Person;
let analyst: Person;
beforeAll(async () => {
  system = await startSystem();
  apis = await Promise.all([system.startFunction(), system.startFunction()]);
  system.setScript([
    { when: { userText: 'slowly' }, repeat: true, stream: [{ text: wholeText, chunkSize: 5, everyMs: 50 }] },
    { repeat: true, stream: [{ text: 'Good.' }] },
  ]);
  manager = await signIn(system, apis[0].origin, 'manager');
  analyst = await signIn(system, apis[0].origin, 'analyst');
}, 90_000);
afterAll(() => system?.close());

const toId = (name: string) => `${name}-000000000000000000`;
const readTurn = async ({ uid }: Person, turnId: string, conversationId = turnId): Promise<Turn> =>
  parseDocument(await turnRef(system.db, { uid, conversationId, turnId }).get(), turnSchema);
const countUsage = async ({ uid }: Person) => {
  const snapshot = await usageRef(system.db, uid).get();
  return snapshot.exists ? parseDocument(snapshot, queryUsageSchema).askedAt.length : 0;
};

/** Returns when the answer has begun to show. */
async function waitForText(person: Person, turnId: string): Promise<void> {
  await expect
    .poll(async () => (await turnRef(system.db, toKey(person, turnId)).get()).get('text') ?? '')
    .not.toBe('');
}
const toKey = ({ uid }: Person, turnId: string) => ({ uid, conversationId: turnId, turnId });

test('an answer that runs in one process is stopped by another, and keeps its text', async () => {
  for (const number of [1, 2, 3]) {
    const turnId = toId(`cancel-${number}`);
    const asked = manager.at(apis[0].origin).ask({ turnId, message: 'Tell me slowly' });
    await waitForText(manager, turnId);
    const cancel = await manager
      .at(apis[1].origin)
      .post(`/api/conversations/${turnId}/turns/${turnId}/cancel`, {});
    expect(cancel.status).toBe(200);
    expect(await asked).toMatchObject({ accepted: true, reply: { status: 'cancelled', error: null } });
    const turn = await readTurn(manager, turnId);
    expect(turn).toMatchObject({ status: 'cancelled', text: expect.stringMatching(/^word /) });
    expect(turn.text.length).toBeLessThan(wholeText.length);
  }
});

test('a running conversation takes no second question, in either process, and says when to come back', async () => {
  const turnId = toId('busy');
  const asked = manager.at(apis[0].origin).ask({ turnId, message: 'Tell me slowly' });
  await waitForText(manager, turnId);
  for (const [index, api] of apis.entries()) {
    const second = { turnId: toId(`second-${index}`), conversationId: turnId, message: 'And now?' };
    const refused = await manager.at(api.origin).ask(second);
    expect(refused).toMatchObject({ accepted: false, status: 409, error: { code: 'conversation_busy' } });
    expect(refused).toHaveProperty('retryAfter', expect.stringMatching(/^\d+$/));
  }
  await manager.at(apis[1].origin).post(`/api/conversations/${turnId}/turns/${turnId}/cancel`, {});
  await asked;
  const key = { uid: manager.uid, conversationId: turnId };
  expect(await Array.fromAsync(listTurns(system.db, key))).toHaveLength(1);
});

test('the same question with the same id is one turn and counts once, from both processes at once; another text is a conflict', async () => {
  const before = await countUsage(manager);
  const turnId = toId('same');
  const request = { turnId, message: 'Good morning' };
  const replies = await Promise.all(
    [0, 1, 0, 1, 0, 1].map((at) => manager.at(apis[at === 0 ? 0 : 1].origin).ask(request)),
  );
  for (const asked of replies) expect(asked).toMatchObject({ accepted: true, reply: { turnId } });
  const again = await manager.at(apis[1].origin).ask(request);
  expect(again).toMatchObject({ accepted: true, reply: { status: 'completed' } });
  expect(await countUsage(manager)).toBe(before + 1);
  const other = await manager.at(apis[1].origin).ask({ turnId, message: 'Good evening' });
  expect(other).toMatchObject({ accepted: false, status: 409, error: { code: 'turn_conflict' } });
  expect(await readTurn(manager, turnId)).toMatchObject({ question: 'Good morning', status: 'completed' });
});

test('a question that is still being answered by one process is `running` at the other, which does not wait and spends nothing', async () => {
  const before = await countUsage(manager);
  const turnId = toId('running');
  const request = { turnId, message: 'Tell me slowly' };
  const asked = manager.at(apis[0].origin).ask(request);
  await waitForText(manager, turnId);
  const other = manager.at(apis[1].origin);
  // Not the end of the turn, so it was not waited for.
  for (const again of await Promise.all([other.ask(request), other.ask(request)])) {
    expect(again).toMatchObject({ accepted: true, reply: { turnId, status: 'running', error: null } });
  }
  expect(await other.ask({ turnId, message: 'Something else' })).toMatchObject({
    accepted: false,
    error: { code: 'turn_conflict' },
  });
  await other.post(`/api/conversations/${turnId}/turns/${turnId}/cancel`, {});
  expect(await asked).toMatchObject({ reply: { status: 'cancelled' } });
  expect(await countUsage(manager)).toBe(before + 1);
  expect(await readTurn(manager, turnId)).toMatchObject({ status: 'cancelled' });
  const key = { uid: manager.uid, conversationId: turnId };
  expect(await Array.fromAsync(listTurns(system.db, key))).toHaveLength(1);
});

test('what a person’s reads were billed today counts in every process, and of many at once to two processes none passes the day’s limit', async () => {
  const smallest = 10_485_760;
  // What is read of the sales, and the two small tables that say what there is: once for each process.
  const bytesPerDay = 8 * smallest;
  const settings = { BYTES_PER_USER_DAY: String(bytesPerDay) };
  const both = await Promise.all([system.startFunction(settings), system.startFunction(settings)]);
  const months = (turn: number) => ({ name: 'get_sales_by_month', args: { months: 3 + turn } });
  const names = Array.from({ length: 10 }, (_, turn) => `read-number-${turn}`);
  system.setScript([
    ...names.map((name, turn) => ({
      when: { round: 0, userText: `${name}.` },
      repeat: true,
      stream: [{ call: months(turn) }],
    })),
    { repeat: true, stream: [{ text: 'Done.' }] },
  ]);
  const readAt = async (api: FunctionsProcess, name: string) => {
    await manager.at(api.origin).ask({ turnId: toId(name), message: `Say ${name}.` });
    return readTurn(manager, toId(name));
  };
  const turns = await Promise.all(names.map((name, turn) => readAt(both[turn % 2 === 0 ? 0 : 1], name)));
  const billed = turns.reduce((sum, { usage }) => sum + (usage?.bytesProcessed ?? 0), 0);
  // At least what both processes read to know what there is. How many of the others fit depends on what those that are
  // refused still hold: it is given back at their end.
  expect(billed).toBeGreaterThanOrEqual(4 * smallest);
  expect(billed).toBeLessThanOrEqual(bytesPerDay);
  const refused = turns.flatMap(({ steps }) => steps).filter(({ status }) => status === 'failed');
  expect(refused.length).toBeGreaterThan(1);
  for (const step of refused) {
    expect(step).toMatchObject({ resultId: null, message: expect.stringMatching(/today|day/) });
  }
  const counted = await system.db.collection(`users/${manager.uid}/usage`).where('bytes', '>=', 0).get();
  // Other tests of this file read nothing.
  expect(counted.docs.reduce((sum, day) => sum + day.get('bytes'), 0)).toBe(billed);
});

test('of 100 questions at once to two processes exactly 50 are accepted; the others leave nothing behind and are told when to come back', async () => {
  const replies = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const turnId = toId(`many-${index}`);
      const asked = await analyst
        .at(apis[index % 2 === 0 ? 0 : 1].origin)
        .ask({ turnId, message: 'Good day' });
      return { turnId, asked };
    }),
  );
  const accepted = replies.filter(({ asked }) => asked.accepted);
  expect(accepted).toHaveLength(limit);
  for (const { asked } of accepted) expect(asked).toMatchObject({ reply: { status: 'completed' } });
  for (const { turnId, asked } of replies) {
    if (asked.accepted) continue;
    expect(asked).toMatchObject({ status: 429, error: { code: 'limit_reached' } });
    const seconds = Number(asked.retryAfter);
    expect(seconds).toBeGreaterThan(3_000);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(asked.error.retryAfterMs).toBeLessThanOrEqual(seconds * 1_000);
    expect((await turnRef(system.db, toKey(analyst, turnId)).get()).exists).toBe(false);
    expect((await conversationRef(system.db, toKey(analyst, turnId)).get()).exists).toBe(false);
  }
  expect(await countUsage(analyst)).toBe(limit);
  // Refused ones cost nothing later either.
  await sleep(100);
  const more = await analyst.at(apis[1].origin).ask({ turnId: toId('one-more'), message: 'One more' });
  expect(more).toMatchObject({ accepted: false, error: { code: 'limit_reached' } });
  expect(await countUsage(analyst)).toBe(limit);
});
