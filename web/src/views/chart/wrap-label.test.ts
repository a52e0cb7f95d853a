import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapLabel } from './wrap-label.ts';

test('a short label stays on one line', () => {
  expect(wrapLabel('Road bikes', 22, 2)).toEqual(['Road bikes']);
});

test('a long label is broken between words', () => {
  expect(wrapLabel('Mountain bike with full suspension', 22, 2)).toEqual([
    'Mountain bike with',
    'full suspension',
  ]);
});

test('a figure keeps its unit, and a sign stays at the end of its line', () => {
  expect(wrapLabel('Wildflower Mix 25 g · Sacramento', 14, 3)).toEqual([
    'Wildflower',
    'Mix 25 g ·',
    'Sacramento',
  ]);
});

test('what does not fit ends in an ellipsis', () => {
  expect(wrapLabel('Heavy duty shelving unit of galvanised steel', 12, 2)).toEqual([
    'Heavy duty',
    'shelving…',
  ]);
  expect(wrapLabel('Donaudampfschifffahrt', 12, 2)).toEqual(['Donaudampfs…']);
});

test('no line is longer than the width, and no label has more lines than asked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (label, width) => {
      const lines = wrapLabel(label, width, 2);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
