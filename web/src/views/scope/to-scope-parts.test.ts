import type { Scope } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toScopeParts } from './to-scope-parts.ts';

const scope: Scope = {
  period: { start: '2026-08-01', end: '2026-10-31', label: 'Last 3 months' },
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  warehouses: { all: false, ids: ['WH-NORTH'], names: ['North'] },
  filters: ['Category is Bikes'],
  dataAsOf: '2026-11-23T07:14:00Z',
};

test('a scope names dates with their time zone, warehouses, filters and the age of the data there', () => {
  expect(toScopeParts(scope, 'en-GB').map((part) => part.text.replaceAll('\u2009', ' '))).toEqual([
    '1 Aug – 31 Oct 2026 (Europe/Berlin)',
    'North',
    'Category is Bikes',
    'Data as of 23 Nov 2026, 08:14',
  ]);
});

test('a comparison tells the days of both of its periods', () => {
  const tell = (label: string) =>
    toScopeParts(
      { ...scope, period: { start: '2026-11-01', end: '2026-11-30', label } },
      'en-GB',
    )[0]?.text.replaceAll(/[\u2009\u202f]/g, ' ');
  expect(tell('November 2026 against 1 Oct 2026 to 30 Oct 2026')).toBe(
    '1 – 30 Nov 2026 against 1 – 30 Oct 2026 (Europe/Berlin)',
  );
  expect(tell('November 2026 against October 2026')).toBe(
    '1 – 30 Nov 2026 against October 2026 (Europe/Berlin)',
  );
});

test('many warehouses are counted, and an unknown age is said', () => {
  const names = ['North', 'South', 'East', 'West'];
  const parts = toScopeParts(
    { ...scope, period: null, dataAsOf: null, warehouses: { all: false, ids: names, names } },
    'en-GB',
  );
  expect(parts[0]?.text).toBe('No dates: current records');
  expect(parts[1]?.text).toBe('North, South and 2 more warehouses');
  expect(parts.at(-1)?.text).toBe('Age of the data unknown');
});

test('of many names of a filter the first are told, and how many more there are', () => {
  const tell = (...names: string[]) =>
    toScopeParts({ ...scope, filters: [`Product is ${names.join(' or ')}`] }, 'en-GB')[2]?.text;
  expect(tell('A', 'B', 'C', 'D', 'E')).toBe('Product is A or B or C or D or E');
  expect(tell('A', 'B', 'C', 'D', 'E', 'F')).toBe('Product is A or B or 4 more');
});
