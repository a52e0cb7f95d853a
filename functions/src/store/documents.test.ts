import { expect, test } from 'vitest';
import { toFields } from './documents.ts';

test('half characters, as where a text was cut, become signs that Firestore takes', () => {
  const half = '📦'.slice(0, 1);
  expect(toFields({ text: `a${half}`, steps: [{ title: half }], at: new Date(0), none: undefined })).toEqual({
    text: 'a\ufffd',
    steps: [{ title: '\ufffd' }],
    at: new Date(0),
  });
});
