import { expect, test, vi } from 'vitest';
import { call, createScriptModel, fail, say } from './testing/script-model.ts';
import { stopTime } from './testing/stop-time.ts';
import { createTurnSetting, testLimits, turnId } from './testing/turn-setting.ts';

const read = call('read_sales');
const secondTurn = 'turn-0000000000000002';

test('a follow-up gets the earlier turns verbatim, and result names begin anew', async () => {
  const model = createScriptModel({ parts: [read] }, say('First.'), { parts: [read] }, say('Second.'));
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('one');
  await ask('two', { turnId: secondTurn, conversationId: turnId });
  const contents = model.requests[2]?.contents ?? [];
  expect(contents.map(({ role }) => role)).toEqual(['user', 'model', 'user', 'model', 'user']);
  expect(contents.slice(0, 4)).toEqual(readStored().contents);
  expect(contents[1]?.parts[0]).toEqual(read);
  expect(readStored(secondTurn).turn.steps[0]?.resultId).toBe('r1');
});

test('turns that might expire before their conversation are given the time of the newest', async () => {
  const { ask, store, read: readStored } = createTurnSetting(createScriptModel(say('ok')));
  const extended: unknown[] = [];
  store.extendLife = async (_key, turnIds, expiresAt) => {
    extended.push([turnIds, expiresAt]);
  };
  await ask('one');
  const stored = readStored();
  stored.turn = { ...stored.turn, expiresAt: new Date(stored.turn.expiresAt.getTime() - 43_200_000) };
  await ask('two', { turnId: secondTurn, conversationId: turnId });
  await ask('three', { turnId: 'turn-0000000000000003', conversationId: turnId });
  const expiresAt = readStored(secondTurn).turn.expiresAt;
  expect(extended[0]).toEqual([[turnId], expiresAt]);
});

test('the end of a turn does not wait for the lives of earlier ones, which its reply does', async () => {
  const { ask, store, read: readStored } = createTurnSetting(createScriptModel(say('ok')));
  const extended = Promise.withResolvers<void>();
  store.extendLife = () => extended.promise;
  await ask('one');
  const stored = readStored();
  stored.turn = { ...stored.turn, expiresAt: new Date(stored.turn.expiresAt.getTime() - 43_200_000) };
  let replied = false;
  const reply = ask('two', { turnId: secondTurn, conversationId: turnId }).finally(() => {
    replied = true;
  });
  await expect.poll(() => readStored(secondTurn).turn.status).toBe('completed');
  expect(replied).toBe(false);
  extended.resolve();
  expect(await reply).toMatchObject({ status: 'completed' });
});

test('after a failed turn the next question works and the model is told', async () => {
  const model = createScriptModel({ parts: [read] }, fail('model_rejected', false), say('Fine.'));
  const { ask } = createTurnSetting(model);
  expect(await ask('one')).toMatchObject({ status: 'failed', error: { code: 'model_rejected' } });
  expect(await ask('two', { turnId: secondTurn, conversationId: turnId })).toMatchObject({
    status: 'completed',
  });
  const roles = model.requests[2]?.contents.map(({ role }) => role);
  expect(roles).toEqual(['user', 'model', 'user', 'model', 'user']);
  expect(model.requests[2]?.contents[3]?.parts).toEqual([{ text: '(This answer failed here.)' }]);
});

test('history that was read while the last turn was still being ended is read again', async () => {
  const model = createScriptModel(say('First answer.'), say('Second answer.'));
  const { ask, store } = createTurnSetting(model);
  await ask('first');
  const readHistory = store.readHistory;
  let reads = 0;
  store.readHistory = async (...key) => {
    reads += 1;
    const whole = await readHistory(...key);
    return reads === 1 ? { ...whole, turns: [], running: true } : whole;
  };
  await ask('second', { turnId: secondTurn, conversationId: turnId });
  expect(reads).toBe(2);
  expect(JSON.stringify(model.requests[1]?.contents)).toContain('First answer.');
});

test('history that cannot be read is read again, and where it stays so the turn says so and is given back', async () => {
  stopTime();
  const { ask, store, read } = createTurnSetting(createScriptModel(say('Up.')));
  await ask('first');
  const readHistory = store.readHistory;
  let failures = 3;
  store.readHistory = async (...key) => {
    failures -= 1;
    if (failures >= 0) throw new Error('Firestore took too long');
    return readHistory(...key);
  };
  const [second, third] = ['turn-0000000000000002', 'turn-0000000000000003'];
  const asked = ask('second', { turnId: second, conversationId: turnId });
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs);
  expect(await asked).toMatchObject({ status: 'completed' });
  failures = 1_000;
  const reply = ask('third', { turnId: third, conversationId: turnId });
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs);
  expect(await reply).toMatchObject({ status: 'failed', error: { code: 'unavailable' } });
  expect(read(third, turnId).ends).toMatchObject([{ givesBack: true }]);
});
