import { expect, test } from 'vitest';
import { putAbove } from './put-above.ts';

test.each([
  ['How much?', '', 'How much?'],
  ['How much?', 'And wh', 'How much?\nAnd wh'],
  ['How much?', 'How much?\nAnd wh', 'How much?\nAnd wh'],
  [null, 'And wh ', 'And wh '],
])('"%s" comes back to a box with "%s" as "%s"', (question, draft, box) => {
  expect(putAbove(question, draft)).toBe(box);
});
