import { beforeEach, expect, test, vi } from 'vitest';
import { type Warehouse, WarehouseError } from '../warehouse/warehouse.ts';
import { call, createScriptModel, say } from './testing/script-model.ts';
import { stopTime } from './testing/stop-time.ts';
import { createTurnSetting, salesResult, testLimits, toTool, turnId } from './testing/turn-setting.ts';

const read = {
  ...{ columns: [], rows: [], rowsCut: 0, jobId: 'j', bytesProcessed: 100, priceUsd: 1, cacheHit: false },
  asOf: new Date(0),
};
const estimated = { bytes: 100, priceUsd: 1 };

beforeEach(stopTime);

/** A turn whose one tool reads as often as the answers say, side by side. */
async function askWith(answers: (() => Promise<typeof read>)[], changes: { bytesLeft?: number } = {}) {
  const waiting = [...answers];
  const warehouse: Warehouse = {
    read: async (_statement, { onEstimate }) => {
      const answer = waiting.shift();
      await onEstimate?.(estimated);
      return answer === undefined ? read : await answer();
    },
  };
  const tool = toTool('read_twice', async (_args, context) => {
    const options = { signal: context.signal, labels: {}, maxRows: 1 };
    const all = answers.map(() => context.warehouse.read({ sql: '', parameters: {} }, options));
    await Promise.all(all);
    return { kind: 'result', result: salesResult };
  });
  const model = createScriptModel({ parts: [call('read_twice')] }, say('Done.'));
  const setting = createTurnSetting(model, { warehouse, tools: [tool] });
  setting.store.bytesLeft = changes.bytesLeft ?? 1000;
  const asked = setting.ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs);
  await asked;
  const { turn } = setting.read();
  const [entry] = setting.store.audit.entries.values();
  return { turn, entry, bytesLeft: setting.store.bytesLeft };
}

const good = async () => read;

test('every read of a call counts, those too whose rows nobody sees: on the step, in the turn and in the audit log', async () => {
  const { turn, entry, bytesLeft } = await askWith([good, good, good]);
  expect(turn.steps).toMatchObject([{ status: 'done', bytes: 300, priceUsd: 3 }]);
  expect(turn.usage).toMatchObject({ bytesProcessed: 300, priceUsd: 3 });
  expect(entry).toMatchObject({ outcome: 'ok', bytesProcessed: 300 });
  expect(bytesLeft).toBe(700);
});

test('a read that came from the cache counts nothing in the end, and leaves what was set aside to the next', async () => {
  const cached = async () => ({ ...read, bytesProcessed: 0, priceUsd: 0, cacheHit: true });
  const { turn } = await askWith([cached, good]);
  expect(turn.steps).toMatchObject([{ bytes: 100, priceUsd: 1 }]);
  expect(turn.usage).toMatchObject({ bytesProcessed: 100 });
});

test('a read that is refused before it runs counts nothing; one that fails on its way may be billed and counts', async () => {
  const refused = () => Promise.reject(new WarehouseError('too_expensive', 'over the cap'));
  expect((await askWith([refused])).turn.usage).toMatchObject({ bytesProcessed: 0 });
  const failed = () => Promise.reject(new WarehouseError('warehouse_failed', 'broken'));
  const { turn, entry } = await askWith([failed]);
  expect(turn.usage).toMatchObject({ bytesProcessed: 100 });
  expect(entry).toMatchObject({ outcome: 'warehouse_failed', bytesProcessed: 100 });
});

test('a read that still runs when the turn is stopped counts', async () => {
  const { turn, entry } = await askWith([() => new Promise(() => undefined)]);
  expect(turn.usage).toMatchObject({ bytesProcessed: 100 });
  expect(entry).toMatchObject({ bytesProcessed: 100 });
});

test('reads side by side set aside no more than there is', async () => {
  const { turn, bytesLeft } = await askWith([good, good, good, good], { bytesLeft: 250 });
  expect(turn.steps).toMatchObject([{ status: 'failed', message: expect.stringContaining('limit') }]);
  expect(turn.usage?.bytesProcessed).toBeLessThanOrEqual(250);
  expect(bytesLeft).toBeGreaterThanOrEqual(0);
});

test('a read whose time is over before it is sent counts nothing', async () => {
  let isOver: Promise<unknown> | undefined;
  const warehouse: Warehouse = {
    read: async (_statement, { signal, onEstimate }) => {
      isOver = new Promise((resolve) => signal.addEventListener('abort', resolve));
      await onEstimate?.(estimated);
      signal.throwIfAborted();
      throw new Error('the read was sent');
    },
  };
  const tool = toTool('read_once', async (_args, context) => {
    const options = { signal: context.signal, labels: {}, maxRows: 1 };
    await context.warehouse.read({ sql: '', parameters: {} }, options);
    return { kind: 'result', result: salesResult };
  });
  const model = createScriptModel({ parts: [call('read_once')] }, say('It took too long.'));
  const setting = createTurnSetting(model, { warehouse, tools: [tool] });
  setting.store.beforeReserve = async () => {
    await isOver;
  };
  const asked = setting.ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs);
  await asked;
  const { turn } = setting.read();
  expect(turn).toMatchObject({ status: 'completed', usage: { bytesProcessed: 0 } });
  expect(turn.steps).toMatchObject([{ status: 'failed' }]);
});

test('the end of a turn waits for what is being set aside, so that it is settled in the end', async () => {
  const model = createScriptModel({ parts: [call('read_sales')] }, say('Done.'));
  const { ask, store, runner } = createTurnSetting(model);
  const done: string[] = [];
  store.beforeReserve = async () => {
    void runner.cancel({ uid: 'maya', conversationId: turnId, turnId });
    await new Promise((resolve) => setTimeout(resolve, 100));
    done.push('reserve');
  };
  store.before = async (operation) => {
    if (operation === 'end') done.push(operation);
  };
  const asked = ask('q');
  await vi.advanceTimersByTimeAsync(100);
  expect(await asked).toMatchObject({ status: 'cancelled' });
  expect(done).toEqual(['reserve', 'end']);
});
