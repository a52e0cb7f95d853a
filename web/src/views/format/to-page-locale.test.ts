import { expect, test } from 'vitest';
import { toPageLocale } from './to-page-locale.ts';

test.each([
  ['en-US', 'en-US'],
  ['en-IN', 'en-IN'],
  ['en', 'en'],
  ['de', 'en-GB'],
  ['sv-SE', 'en-GB'],
])('a browser in %s has its page in %s', (browser, page) => {
  expect(toPageLocale(browser)).toBe(page);
});
