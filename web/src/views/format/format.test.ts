import { withUnit } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatPrice } from './format-amount.ts';
import { formatCell, formatCompact, formatLabel } from './format-cell.ts';
import { formatDays, formatPeriod } from './format-period.ts';

const context = { locale: 'en-GB', currency: 'EUR' };

describe('a cell', () => {
  test.each([
    [1234.5, 'number', 'currency', '€1,234.50'],
    [0.1234, 'number', 'fraction', '12.3%'],
    [12345, 'integer', 'units', '12,345'],
    [2.34567, 'number', 'none', '2.35'],
    [12.25, 'number', 'days', '12.3'],
    [null, 'number', 'currency', '–'],
    [true, 'boolean', 'none', 'Yes'],
  ] as const)('%s in %s of %s reads %s', (cell, type, unit, text) => {
    expect(formatCell(cell, { type, unit }, context)).toBe(text);
  });

  test('is written as its locale writes it', () => {
    const german = { locale: 'de-DE', currency: 'EUR' };
    expect(formatCell(1234.5, { type: 'number', unit: 'currency' }, german)).toMatch(/^1\.234,50\s€$/);
  });

  test('a moment is told in the zone that is given', () => {
    const moment = { type: 'timestamp', unit: 'none' } as const;
    const there = { ...context, timeZone: 'Asia/Kolkata' };
    expect(formatCell('2026-11-30T16:15:00Z', moment, there)).toBe('30 Nov 2026, 21:45');
  });

  test('a day in a column of names is written as one', () => {
    expect(formatCell('2026-09-05', { type: 'string', unit: 'none' }, context)).toBe('5 Sept 2026');
  });

  test('a text that looks like a number stays as it is', () => {
    expect(formatCell('007', { type: 'string', unit: 'none' }, context)).toBe('007');
  });
});

describe('a period', () => {
  test.each([
    ['day', '1 Oct 2026'],
    ['week', 'Week of 1 Oct 2026'],
    ['month', 'Oct 2026'],
    ['quarter', 'Q4 2026'],
    ['year', '2026'],
  ] as const)('of a %s reads %s', (grain, text) => {
    expect(formatPeriod('2026-10-01', grain, 'en-GB')).toBe(text);
  });

  test('a range writes the shared year once', () => {
    expect(formatDays('2026-08-01', '2026-10-31', 'en-GB').replaceAll('\u2009', ' ')).toBe(
      '1 Aug – 31 Oct 2026',
    );
  });
});

test('axes use short forms', () => {
  expect(formatCompact(1_234_567, 'currency', { locale: 'en-US', currency: 'EUR' })).toBe('€1.23M');
  expect(formatCompact(12, 'units', context)).toBe('12');
  expect(formatCompact(0.05, 'fraction', context)).toBe('5%');
  expect(formatCompact(12.5, 'units', context)).toBe('12.5');
  const money = (value: number) => formatCompact(value, 'currency', { locale: 'en-US', currency: 'USD' });
  expect([894.1, 12.5, 12, 0, -3.456].map(money)).toEqual(['$894', '$12.50', '$12', '$0', '−$3.46']);
});

test('bytes are decimal and small prices are not shown as nothing', () => {
  expect(formatBytes(10_485_760, 'en-GB')).toBe('10\u00a0MB');
  expect(formatBytes(1_500, 'en-GB')).toBe('1.5\u00a0kB');
  expect(formatBytes(512, 'en-GB')).toBe('512\u00a0bytes');
  expect(formatPrice(0.00006, 'en-US')).toBe('under $0.01');
  expect(formatPrice(0, 'en-US')).toBe('$0.00');
});

test('values that stand beside each other are written to the same precision', () => {
  const context = { locale: 'en-US', currency: 'USD' };
  const money = [2_700_000, 2_811_000, 12_000, 894, 12.5];
  expect(money.map((value) => formatLabel(value, 'currency', context))).toEqual([
    '$2.70M',
    '$2.81M',
    '$12.0K',
    '$894',
    '$12.50',
  ]);
  expect([0.2, 0.208].map((value) => formatLabel(value, 'fraction', context))).toEqual(['20.0%', '20.8%']);
});

test.each([
  ['On hand', 'units', 'On hand (units)'],
  ['Units', 'units', 'Units'],
  ['Units sold', 'units', 'Units sold'],
  ['Stock-out days', 'days', 'Stock-out days'],
  ['Demand per day', 'units', 'Demand per day (units)'],
  ['Lead time', 'days', 'Lead time (days)'],
  ['Revenue', 'USD', 'Revenue (USD)'],
  ['Margin', '', 'Margin'],
])('%s in "%s" is headed %s', (name, unit, heading) => {
  expect(withUnit(name, unit)).toBe(heading);
});
