import { expect, test } from 'vitest';
import { remember } from './remember.ts';

const still = (key: string) => ({ get: () => key, subscribe: () => () => {} });

test('the values that were asked for last are the same ones again, and older ones are made anew', () => {
  const made: string[] = [];
  const at = remember((key) => {
    made.push(key);
    return still(key);
  }, 2);
  const first = at('a');
  at('b');
  expect(at('a')).toBe(first);
  at('c');
  expect(at('a')).toBe(first);
  expect(at('b').get()).toBe('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('a value that someone subscribes to is kept, however many are asked for after it', () => {
  const at = remember(still, 1);
  const first = at('a');
  const leave = first.subscribe(() => {});
  for (const key of ['b', 'c', 'd']) at(key);
  expect(at('a')).toBe(first);
  leave();
  leave();
  for (const key of ['b', 'c', 'd']) at(key);
  expect(at('a')).not.toBe(first);
});

test('of many that are asked for at once, each is the same one again once it is subscribed to', () => {
  const at = remember(still, 1);
  const all = ['a', 'b', 'c'].map((key) => ({ key, live: at(key) }));
  for (const { live } of all) live.subscribe(() => {});
  for (const { key, live } of all) expect(at(key)).toBe(live);
});
