import { expect, test, vi } from 'vitest';
import { call, createScriptModel, say } from './testing/script-model.ts';
import { stopTime } from './testing/stop-time.ts';
import { createTurnSetting, testLimits, toTool } from './testing/turn-setting.ts';

/** What becomes of a turn whose store fails, hangs, or has it ended by someone else. */
const short = { limits: { ...testLimits, turnTimeoutMs: 300 } };
const read = call('read_sales');

test('a store that fails for a while loses nothing: the final state is written', async () => {
  const {
    ask,
    store,
    read: readStored,
  } = createTurnSetting(createScriptModel({ parts: [read] }, say('Up.')));
  let failures = 6;
  store.before = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('UNAVAILABLE');
  };
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  expect(readStored().turn).toMatchObject({ status: 'completed', text: 'Up.' });
  expect(readStored().results.size).toBe(1);
  expect(store.audit.entries.size).toBe(1);
});

test('a final write that fails again and again is tried until it is written, whole', async () => {
  const { ask, store, read: readStored } = createTurnSetting(createScriptModel(say('Up.')));
  let failures = 0;
  store.before = async (operation) => {
    if (operation !== 'end' || failures >= 3) return;
    failures += 1;
    throw new Error('UNAVAILABLE');
  };
  expect(await ask('q')).toMatchObject({ status: 'completed', error: null });
  expect(failures).toBe(3);
  expect(readStored().turn).toMatchObject({ status: 'completed', text: 'Up.' });
  expect(readStored().ends).toHaveLength(1);
});

test('an answer whose result cannot be stored is not completed', async () => {
  const { ask, store } = createTurnSetting(createScriptModel({ parts: [read] }, say('Up.')), short);
  store.before = async (operation) => {
    if (operation === 'saveResult') throw new Error('UNAVAILABLE');
  };
  expect(await ask('q')).toMatchObject({ status: 'failed' });
});

test('a write that hangs after the end holds the reply for a minute, and no longer', async () => {
  stopTime();
  const {
    ask,
    store,
    read: readStored,
  } = createTurnSetting(createScriptModel({ parts: [read] }, say('Up.')));
  store.before = (operation) =>
    operation === 'saveResult' ? new Promise(() => undefined) : Promise.resolve();
  let replied: unknown;
  void ask('q').then((reply) => {
    replied = reply;
  });
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs + 10_000);
  expect(readStored().turn.status).toBe('failed');
  expect(replied).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(replied).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
});

test('a call of a turn that was ended by someone else is audited apart', async () => {
  const tool = toTool('stuck', () => new Promise(() => undefined));
  const model = createScriptModel({ parts: [call('stuck')] });
  const { ask, read: readStored, store } = createTurnSetting(model, { tools: [tool] });
  const reply = ask('q');
  await expect.poll(() => readStored().turn.steps.length).toBe(1);
  const stored = readStored();
  stored.turn = { ...stored.turn, status: 'failed', error: { code: 'interrupted', message: 'x' } };
  expect(await reply).toMatchObject({ status: 'failed' });
  expect(stored.ends).toEqual([]);
  expect([...store.audit.entries.values()]).toMatchObject([{ tool: 'stuck', outcome: 'interrupted' }]);
});

test('a turn that was ended by someone else is written no more', async () => {
  stopTime();
  const model = createScriptModel({ parts: [{ text: 'a' }, { text: 'b' }, { text: 'c' }], pauseMs: 200 });
  const { ask, read: readStored } = createTurnSetting(model);
  const reply = ask('q');
  await vi.advanceTimersByTimeAsync(200);
  expect(readStored().turn.text).toBe('a');
  const stored = readStored();
  const error = { code: 'interrupted' as const, message: 'x' };
  stored.turn = { ...stored.turn, status: 'failed', error };
  await vi.advanceTimersByTimeAsync(400);
  expect(await reply).toMatchObject({ status: 'failed', error });
  expect(stored.ends).toEqual([]);
  expect(stored.turn.text).toBe('a');
});
