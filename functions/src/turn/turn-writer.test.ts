import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';
import { stopTime } from './testing/stop-time.ts';
import { TurnEndedError } from './turn-store.ts';
import { createTurnWriter } from './turn-writer.ts';

const ignore = () => undefined;

test('never more than one write is in flight, none goes back, and the newest state is written', async () => {
  const action = fc.record({ urgent: fc.boolean(), pauseMs: fc.integer({ min: 0, max: 3 }) });
  const outcome = fc.record({ fails: fc.boolean(), takesMs: fc.integer({ min: 0, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 1, maxLength: 25 }),
      fc.array(outcome, { maxLength: 12 }),
      async (actions, outcomes) => {
        const written: number[] = [];
        let inFlight = 0;
        let mostInFlight = 0;
        let writes = 0;
        const writer = createTurnWriter<number>({
          write: async (state) => {
            const { fails, takesMs } = outcomes[writes] ?? { fails: false, takesMs: 1 };
            writes += 1;
            inFlight += 1;
            mostInFlight = Math.max(mostInFlight, inFlight);
            await systemClock.sleep(takesMs);
            inFlight -= 1;
            if (fails) throw new Error('failed');
            written.push(state);
          },
          minIntervalMs: 2,
          gatherMs: 1,
          // A hundredth of the real time, so that back-off is short.
          clock: {
            ...systemClock,
            sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 3), signal),
            now: createFastNow(),
          },
          random: () => 0,
          onRetry: ignore,
          onEnded: ignore,
        });
        for (const [index, { urgent, pauseMs }] of actions.entries()) {
          writer.submit(index, urgent);
          if (pauseMs > 0) await systemClock.sleep(pauseMs);
        }
        await expect.poll(() => written.at(-1), { interval: 1 }).toBe(actions.length - 1);
        await writer.stop();
        expect(mostInFlight).toBe(1);
        expect(inFlight).toBe(0);
        expect(written).toEqual([...new Set(written)].toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 40 },
  );
});

function createFastNow() {
  const start = Date.now();
  return () => new Date(start + (Date.now() - start) * 100);
}

const createHeldWriter = () => {
  const written: string[] = [];
  const holds: PromiseWithResolvers<void>[] = [];
  const writer = createTurnWriter<string>({
    write: async (state) => {
      written.push(state);
      const hold = Promise.withResolvers<void>();
      holds.push(hold);
      await hold.promise;
    },
    minIntervalMs: 50,
    gatherMs: 1,
    clock: systemClock,
    random: () => 0,
    onRetry: ignore,
    onEnded: ignore,
  });
  return { writer, written, release: (index: number) => holds[index]?.resolve() };
};

test('an urgent state is written at once, or as soon as no write is in flight', async () => {
  const { writer, written, release } = createHeldWriter();
  writer.submit('a', true);
  expect(written).toEqual(['a']);
  writer.submit('b', false);
  writer.submit('c', true);
  writer.submit('d', false);
  release(0);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(written).toEqual(['a', 'd']);
  release(1);
  await writer.stop();
});

test('an urgent state does not wait for the interval that a patient one waits for', async () => {
  stopTime();
  const { writer, written, release } = createHeldWriter();
  writer.submit('a', true);
  release(0);
  await vi.advanceTimersByTimeAsync(0);
  writer.submit('b', false);
  await vi.advanceTimersByTimeAsync(49);
  expect(written).toEqual(['a']);
  writer.submit('c', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual(['a', 'c']);
  release(1);
  await writer.stop();
});

test('stop waits for the write in flight and drops what waits', async () => {
  const { writer, written, release } = createHeldWriter();
  writer.submit('a', true);
  writer.submit('b', true);
  const stopped = writer.stop();
  release(0);
  await stopped;
  writer.submit('c', true);
  await new Promise(setImmediate);
  expect(written).toEqual(['a']);
});

test('a turn that was ended by someone else is told once and written no more', async () => {
  let writes = 0;
  const ended: unknown[] = [];
  const writer = createTurnWriter<string>({
    write: async () => {
      writes += 1;
      throw new TurnEndedError();
    },
    minIntervalMs: 0,
    gatherMs: 1,
    clock: systemClock,
    random: () => 0,
    onRetry: ignore,
    onEnded: (error) => ended.push(error),
  });
  writer.submit('a', true);
  writer.submit('b', true);
  await writer.stop();
  writer.submit('c', true);
  await writer.stop();
  expect(writes).toBe(1);
  expect(ended).toHaveLength(1);
});

test('a patient state gathers what comes shortly after it', async () => {
  const { writer, written, release } = createHeldWriter();
  writer.submit('a', false);
  writer.submit('b', true);
  await expect.poll(() => written, { interval: 1 }).toEqual(['b']);
  release(0);
  await writer.stop();
});
