import { expect, test } from 'vitest';
import { findCutMonths } from './cut-months.ts';

const cut = (start: string, end: string, filters: string[]) =>
  findCutMonths({ scope: { period: { label: 'all time', start, end }, currency: 'USD', filters } });

test.each<[string, string, string, { first: boolean; last: boolean }]>([
  ['December', '2023-11-01', '2026-11-29', { first: false, last: false }],
  ['November', '2023-11-01', '2026-11-29', { first: false, last: true }],
  ['May', '2011-05-31', '2014-06-30', { first: true, last: false }],
  ['June', '2011-05-31', '2014-06-30', { first: false, last: false }],
  ['April or May or June', '2011-05-31', '2014-06-10', { first: true, last: true }],
])('of %s in records from %s to %s the first and the last lack days: %j', (months, start, end, expected) => {
  expect(cut(start, end, [`Month of the year is ${months}`])).toEqual(expected);
});

test('where no months are chosen a cut year is cut', () => {
  expect(cut('2023-11-01', '2026-11-29', ['Region is East'])).toEqual({ first: true, last: true });
});
