import { expect, test } from 'vitest';
import { exampleScope } from '../../../fixtures/example-turn.ts';
import { toReadAt } from './to-read-at.ts';

test('a read and the age of its data are told in one time zone, wherever the browser is', () => {
  const at = new Date('2026-11-30T16:18:37Z');
  expect(toReadAt(at, { ...exampleScope, timeZone: 'Asia/Kolkata' }, 'en-GB')).toBe(
    'Read as of 30 Nov 2026, 21:48:37',
  );
});
