import { expect, test } from 'vitest';
import { parseDeeplink } from './parse-deeplink.ts';

test.each([
  ['chatkit-link://order?id=7&line=2', { name: 'order', data: { id: '7', line: '2' } }],
  ['chatkit-link://start', { name: 'start' }],
  ['chatkit-link://', null],
  ['https://example.com/order?id=7', null],
])('%s', (href, deeplink) => {
  expect(parseDeeplink(href)).toEqual(deeplink);
});
