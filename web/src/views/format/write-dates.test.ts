import { describe, expect, test, vi } from 'vitest';
import { withoutHalfDate, writeDates, writeHeading } from './write-dates.ts';

test.each([
  ['Stock on 28 Nov 2026', 'Stock on Nov 28, 2026'],
  ['Revenue by day, 1 Nov 2026 to 28 Nov 2026', 'Revenue by day, Nov 1, 2026 to Nov 28, 2026'],
  ['the week of 5 October 2026 (7 days)', 'the week of October 5, 2026 (7 days)'],
  ['October 5, 2026', 'October 5, 2026'],
  ['on 3 June 2026 and 4 July 2026', 'on June 3, 2026 and July 4, 2026'],
  ['due 2026-09-25, 64 days late', 'due Sep 25, 2026, 64 days late'],
  ['2026-02-31', '2026-02-31'],
  ['PO-2026-11-28-7 and 12026-11-28', 'PO-2026-11-28-7 and 12026-11-28'],
  ['in May 2026', 'in May 2026'],
  ['31 Feb 2026', '31 Feb 2026'],
  ['28 Novella 2026', '28 Novella 2026'],
  ['28 Xyz 2026', '28 Xyz 2026'],
  ['2 Sept 2026', 'Sep 2, 2026'],
  ['1.28 Nov 2026', '1.28 Nov 2026'],
  ['12 March hares, 2026', '12 March hares, 2026'],
])('for the United States "%s" is "%s"', (text, written) => {
  expect(writeDates(text, 'en-US').text).toBe(written);
});

test.each([
  ['Stock on Nov 28, 2026', 'Stock on 28 Nov 2026'],
  ['from January 5, 2026 on', 'from 5 January 2026 on'],
  ['28 Nov 2026', '28 Nov 2026'],
])('for Britain "%s" is "%s"', (text, written) => {
  expect(writeDates(text, 'en-GB').text).toBe(written);
});

test.each([
  ['Revenue, 1 Oct 2026 to 30 Nov 2026', 'Revenue, Oct 1\u202f–\u2009Nov 30, 2026'],
  [
    'Oct 1, 2026 to Oct 30, 2026 against 1 Sep 2026 to 30 Sep 2026',
    'Oct 1\u202f–\u200930, 2026 against Sep 1\u202f–\u200930, 2026',
  ],
  ['first order from 1 Oct 2026 to 30 Nov 2026', 'first order from Oct 1, 2026 to Nov 30, 2026'],
  ['stock at the end of 30 Nov 2026', 'stock at the end of Nov 30, 2026'],
  ['99 Oct 2026 to 30 Nov 2026', '99 Oct 2026 to Nov 30, 2026'],
])('for the United States the heading "%s" is "%s"', (text, written) => {
  expect(writeHeading(text, 'en-US')).toBe(written);
});

test('what stood at a place of the old text stands at the place that is told for it', () => {
  const text = 'Sold 40 on 1 October 2026 and 50 on 2 October 2026, 90 in all.';
  const written = writeDates(text, 'en-US');
  for (const figure of ['40', '50', '90']) {
    const at = text.indexOf(figure);
    expect(written.text.slice(written.toOffset(at), written.toOffset(at + 2))).toBe(figure);
  }
  expect(written.toOffset(text.length)).toBe(written.text.length);
});

test('no line of a heading begins with the dash, also where a browser writes plain spaces around it', () => {
  const formatRange = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatRange');
  formatRange.mockReturnValue('Sep 1 \u2013 Nov 30, 2026');
  expect(writeHeading('Revenue, 1 Sep 2026 to 30 Nov 2026', 'en-US')).toBe(
    'Revenue, Sep 1\u202f\u2013 Nov 30, 2026',
  );
  formatRange.mockRestore();
});

describe('while a text grows, its end is held back where a day may be in the making', () => {
  test.each([
    ['Stock on 28', 'Stock on '],
    ['Stock on 28 ', 'Stock on '],
    ['Stock on 28 Nov', 'Stock on '],
    ['Stock on 28 Nov 20', 'Stock on '],
    ['Stock on 28 Nov 2026', 'Stock on '],
    ['Stock on 28 Nov 2026.', 'Stock on 28 Nov 2026.'],
    ['Stock on 28 Nov ', 'Stock on '],
    ['Stock on Nov 28', 'Stock on Nov '],
    ['Stock on Nov 28, 2026', 'Stock on Nov '],
    ['Sold 1,234', 'Sold 1,234'],
    ['It fell', 'It fell'],
  ])('"%s"', (text, shown) => {
    expect(withoutHalfDate(text)).toBe(shown);
  });
});
