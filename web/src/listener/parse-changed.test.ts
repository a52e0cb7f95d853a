import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createParser } from './parse-changed.ts';

const schema = z.object({ text: z.string() });
const at = (key: string, data: unknown) => ({ key, read: vi.fn(() => data) });

test('a document that has not changed is not read again and stays the same object', () => {
  const parse = createParser(schema);
  const [first] = parse([at('a', { text: 'one' }), at('b', { text: 'two' })], new Set(['a', 'b']));
  const same = at('a', { text: 'one' });
  const next = parse([same, at('b', { text: 'two, longer' })], new Set(['b']));
  expect(same.read).not.toHaveBeenCalled();
  expect(next[0]).toBe(first);
  expect(next[1]).toEqual({ text: 'two, longer' });
});

test('a document that left and came back is read again, in its new place', () => {
  const parse = createParser(schema);
  parse([at('a', { text: 'one' })], new Set(['a']));
  parse([], new Set(['a']));
  const entries = parse([at('b', { text: 'two' }), at('a', { text: 'new' })], new Set(['a', 'b']));
  expect(entries).toEqual([{ text: 'two' }, { text: 'new' }]);
});

test('a document of another schema is left out, and taken once it is right', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const parse = createParser(schema);
  expect(parse([at('a', { text: 1 }), at('b', { text: 'two' })], new Set(['a', 'b']))).toEqual([
    { text: 'two' },
  ]);
  expect(parse([at('a', { text: 'one' }), at('b', { text: 'two' })], new Set(['a']))).toHaveLength(2);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
