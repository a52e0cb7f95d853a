import { expect, test } from 'vitest';
import { toInk, withOpacity } from './chart-style.ts';

test('a colour that is no #rrggbb, as one of a forced palette, stays as it is', () => {
  expect(toInk('CanvasText', '#000000')).toBe('CanvasText');
  expect(withOpacity('CanvasText', 0.5)).toBe('CanvasText');
});
