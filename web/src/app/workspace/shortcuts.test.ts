import { expect, test } from 'vitest';
import { type KeyPress, toShortcut } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  [press('O', { ctrlKey: true, shiftKey: true }), 'newConversation'],
  [press('o', { metaKey: true, shiftKey: true }), 'newConversation'],
  [press('i', { ctrlKey: true }), 'focusMessage'],
  [press('ArrowDown', { altKey: true }), 'nextSession'],
  [press('PageUp', { altKey: true }), 'previousFigure'],
  [press('/', { ctrlKey: true }), 'showShortcuts'],
  [press('/', { ctrlKey: true, shiftKey: true }), 'showShortcuts'],
])('%o is %s', (event, name) => {
  expect(toShortcut(event)).toBe(name);
});

test('keys that are being typed are no shortcut', () => {
  expect(['o', 'i', '/', 'ArrowUp', 'PageDown'].map((key) => toShortcut(press(key)))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
