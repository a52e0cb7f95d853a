import { expect, it } from 'vitest';
import { remember } from './remember.ts';

function setUp() {
  let nowMs = 0;
  const asked: { name: string; answer: PromiseWithResolvers<string> }[] = [];
  const { read, forget } = remember(
    (name: string) => {
      const answer = Promise.withResolvers<string>();
      asked.push({ name, answer });
      return answer.promise;
    },
    { toKey: (name) => name.toLowerCase(), maxAgeMs: 1_000, maxEntries: 2, now: () => new Date(nowMs) },
  );
  return {
    read: (name: string) => void read(name).catch(() => undefined),
    forget,
    listAsked: () => asked.map(({ name }) => name),
    fail: async (index: number) => {
      asked[index]?.answer.reject(new Error('no answer'));
      await new Promise((resolve) => setImmediate(resolve));
    },
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

it('asks once within the time, also for calls at the same moment and others of the same key', () => {
  const { read, listAsked, wait } = setUp();
  for (const name of ['a', 'A']) read(name);
  wait(999);
  read('a');
  expect(listAsked()).toEqual(['a']);
  wait(1);
  read('a');
  expect(listAsked()).toEqual(['a', 'a']);
});

it('forgets what was read longest ago when there is too much', () => {
  const { read, listAsked } = setUp();
  for (const name of ['a', 'b', 'c', 'b', 'a']) read(name);
  expect(listAsked()).toEqual(['a', 'b', 'c', 'a']);
});

it('asks again about what it was told to forget', () => {
  const { read, forget, listAsked } = setUp();
  for (const name of ['a', 'b']) read(name);
  forget('a');
  for (const name of ['a', 'b']) read(name);
  expect(listAsked()).toEqual(['a', 'b', 'a']);
});

it('asks again after a failure', async () => {
  const { read, listAsked, fail } = setUp();
  read('a');
  await fail(0);
  read('a');
  expect(listAsked()).toEqual(['a', 'a']);
});

it('keeps a newer read when an older one fails', async () => {
  const { read, listAsked, fail, wait } = setUp();
  read('a');
  wait(1_000);
  read('a');
  await fail(0);
  read('a');
  expect(listAsked()).toEqual(['a', 'a']);
});
