import { expect, test } from 'vitest';
import { draftKey } from '../../chatkit-element/kept-draft.ts';
import { keepDraftsOf } from './keep-drafts-of.ts';
import { createStorage } from './storage-under-test.ts';

test.each([
  ['stays for who wrote it', ['maya', 'maya'], 'Half a question'],
  ['goes for another person', ['maya', 'anton'], null],
  ['goes with a sign-out', ['maya', null], null],
] as const)('a draft %s', (_, [writer, reader], kept) => {
  const storage = createStorage();
  keepDraftsOf(writer, storage);
  storage.setItem(draftKey, 'Half a question');
  keepDraftsOf(reader, storage);
  expect(storage.getItem(draftKey)).toBe(kept);
});

test('a draft that was written while its writer was being signed out goes for the next one', () => {
  const storage = createStorage();
  keepDraftsOf('maya', storage);
  keepDraftsOf(null, storage);
  storage.setItem(draftKey, 'Half a question');
  keepDraftsOf('anton', storage);
  expect(storage.getItem(draftKey)).toBeNull();
});
