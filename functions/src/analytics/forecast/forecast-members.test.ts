import { describe, expect, test } from 'vitest';
import { addUnits } from '../calendar.ts';
import type { Measure } from '../model-schema.ts';
import { forecastMembers } from './forecast-members.ts';
import { toForecastNotes } from './forecast-notes.ts';
import { toForecastPeriods } from './forecast-periods.ts';
import { type ForecastShape, toForecastColumns, toForecastRows } from './forecast-table.ts';

const measure: Measure = {
  label: 'Units',
  description: 'Units sold.',
  synonyms: [],
  unit: 'units',
  additivity: 'additive',
  aggregate: 'sum',
  expression: 'quantity',
};
const shape = { measure, dimension: null, grain: 'month' } satisfies ForecastShape;
const known = Array.from({ length: 14 }, (_, index) => addUnits('month', '2025-09-01', index));
const plan = { known, seasonLength: 12, horizon: 2, limit: 2 };

describe('periods', () => {
  test('that are cut at either end are not learned from, and the running one is forecast', () => {
    const days = { first: '2026-01-15', last: '2026-11-22' };
    const { known: complete, ahead, isRunning } = toForecastPeriods(days, '2026-11-23', 'month', 2);
    expect([complete[0], complete.at(-1)]).toEqual(['2026-02-01', '2026-10-01']);
    expect(ahead).toEqual(['2026-11-01', '2026-12-01']);
    expect(isRunning).toBe(true);
  });

  test('follow the data where it ended long ago', () => {
    const days = { first: '2011-05-31', last: '2014-06-30' };
    expect(toForecastPeriods(days, '2026-11-23', 'month', 1)).toMatchObject({
      ahead: ['2014-07-01'],
      isRunning: false,
    });
  });

  test('of weeks begin on Monday', () => {
    const days = { first: '2026-11-01', last: '2026-11-22' };
    const { known: weeks, ahead } = toForecastPeriods(days, '2026-11-23', 'week', 1);
    expect([weeks, ahead]).toEqual([['2026-11-02', '2026-11-09', '2026-11-16'], ['2026-11-23']]);
  });
});

const rows = [
  ...known.map((period) => [period, 'Bikes', 10]),
  ...known.slice(4).map((period, index) => [period, 'Helmets', index === 2 ? 90 : 30]),
  ...known.slice(10).map((period) => [period, 'Locks', 500]),
  ...known.map((period) => [period, 'Bells', 1]),
];
const noPause = async () => {};
let pauses = 0;
const found = await forecastMembers(rows, true, plan, async () => {
  pauses += 1;
});

describe('members', () => {
  test('come one at a time, with a pause before each', () => {
    expect(pauses).toBe(2);
  });

  test('are the largest, and begin with their first sale', () => {
    expect(found.members.map(({ member, start }) => [member, start])).toEqual([
      ['Helmets', '2026-01-01'],
      ['Bikes', '2025-09-01'],
    ]);
    expect(found).toMatchObject({ left: 1, short: 1 });
  });

  test('of less than two years say that they have no season', () => {
    const periods = { known, ahead: ['2026-11-01', '2026-12-01'], isRunning: true };
    const notes = toForecastNotes(found, periods, shape).join('\n');
    expect(notes).toContain(
      'Helmets: only 10 months are known, fewer than two years, so the forecast has no season in it.',
    );
    expect(notes).toContain('Only the 2 largest are forecast; 1 more were left out.');
    expect(notes).toContain('1 member has fewer than 6 months of sales and no forecast.');
  });

  test('that have been 0 for longer than ever before are said to be perhaps at their end', async () => {
    const long = Array.from({ length: 48 }, (_, index) => addUnits('month', '2022-11-01', index));
    const periods = { known: long, ahead: ['2026-11-01'], isRunning: false };
    const tell = async (soldIn: (index: number) => number) => {
      const sold = long.map((period, index) => [period, soldIn(index)]);
      return toForecastNotes(
        await forecastMembers(sold, false, { ...plan, known: long }, noPause),
        periods,
        shape,
      );
    };
    const ended = await tell((index) => (index < 30 ? 20 : 0));
    expect(ended.join(' ')).toContain('The last 18 months are 0, more in a row than ever before');
    expect(ended.join(' ')).toContain('the months that it was tried on are all 0.');
    const ofSummer = await tell((index) => (index % 12 > 6 && index % 12 < 10 ? 20 : 0));
    expect(ofSummer.join(' ')).not.toContain('in a row');
  });

  test('a period without a row counts as nothing', async () => {
    const { members } = await forecastMembers(
      rows
        .filter(([period]) => period !== '2026-03-01')
        .map(([period, , value]) => [period ?? '', value ?? 0]),
      false,
      plan,
      noPause,
    );
    expect(members[0]?.values[6]).toBe(0);
  });
});

test('rows are in order of time: what was, then what is expected', async () => {
  const rows = known.map((period) => [period, 10]);
  const { members } = await forecastMembers(rows, false, plan, noPause);
  const table = toForecastRows(members, shape, ['2026-11-01', '2026-12-01'], 3);
  expect(table.map(([period, actual, forecast]) => [period, actual, forecast])).toEqual([
    ['2026-08-01', 10, null],
    ['2026-09-01', 10, null],
    ['2026-10-01', 10, null],
    ['2026-11-01', null, 10],
    ['2026-12-01', null, 10],
  ]);
  for (const row of table) expect(row).toHaveLength(toForecastColumns(shape).length);
});
