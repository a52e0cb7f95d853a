import { expect, it } from 'vitest';
import { rememberAccounts } from './remember-accounts.ts';

function setUp() {
  let nowMs = 0;
  const asked: string[] = [];
  let failing = false;
  const { readAccount: read, forget } = rememberAccounts(
    async (uid) => {
      asked.push(uid);
      if (failing) throw new Error('no answer');
      return { disabled: false, validSince: null };
    },
    { maxAgeMs: 1_000, maxAccounts: 2, now: () => new Date(nowMs) },
  );
  return {
    read,
    forget,
    asked,
    wait: (ms: number) => {
      nowMs += ms;
    },
    setFailing: (value: boolean) => {
      failing = value;
    },
  };
}

it('asks once within the time, also for calls at the same moment', async () => {
  const { read, asked, wait } = setUp();
  await Promise.all([read('a'), read('a')]);
  wait(999);
  await read('a');
  expect(asked).toEqual(['a']);
  wait(1);
  await read('a');
  expect(asked).toEqual(['a', 'a']);
});

it('forgets the account read longest ago when there are too many', async () => {
  const { read, asked } = setUp();
  for (const uid of ['a', 'b', 'c', 'b', 'a']) await read(uid);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

it('asks again about an account that it was told to forget', async () => {
  const { read, forget, asked } = setUp();
  for (const uid of ['a', 'b']) await read(uid);
  forget('a');
  for (const uid of ['a', 'b']) await read(uid);
  expect(asked).toEqual(['a', 'b', 'a']);
});

it('asks again after a failure', async () => {
  const { read, asked, setFailing } = setUp();
  setFailing(true);
  await expect(read('a')).rejects.toThrow('no answer');
  setFailing(false);
  await read('a');
  expect(asked).toEqual(['a', 'a']);
});
