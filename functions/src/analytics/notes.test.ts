import { expect, test } from 'vitest';
import { toEndNotes, toNotes } from './notes.ts';
import { readModels } from './read-models.ts';
import type { AnalyticsRequest, Filter } from './request.ts';

const { sales, inventory } = await readModels(new URL('../../../bigquery/models/', import.meta.url));

const coverage = { first: '2024-01-10', last: '2026-11-22' };
const request: AnalyticsRequest = {
  measures: ['revenue'],
  dimensions: [],
  grain: 'month',
  period: { start: '2026-09-01', end: '2026-11-23', label: 'since September 2026' },
  filters: [],
  orderBy: null,
  limit: null,
  compareTo: null,
  asOf: '2026-11-22',
  fiscalYearStartMonth: 1,
  access: 'all',
};

function notes(change: Partial<AnalyticsRequest>, buckets: string[], model = sales): string[] {
  const changed = { ...request, ...change };
  return toNotes({ request: changed, model, coverage, buckets, rowCount: buckets.length, rowsCut: 0 });
}

test('each measure is defined', () => {
  expect(notes({}, ['2026-09-01'])[0]).toBe('Revenue: Net sales after discounts, with returns subtracted.');
});

test('a period that the data does not reach the end of is said to be incomplete', () => {
  const buckets = ['2026-09-01', '2026-10-01', '2026-11-01'];
  expect(notes({}, buckets).slice(1)).toEqual([
    'The data runs to 22 Nov 2026, so the last month is not complete.',
  ]);
});

test('periods without rows are named, not filled with zeros', () => {
  const period = { start: '2026-07-01', end: '2026-10-31', label: '' };
  expect(notes({ period }, ['2026-07-01', '2026-10-01'])).toContain(
    'Nothing is recorded for the months that begin on 2026-08-01, 2026-09-01: they have no row.',
  );
});

test('periods cut at either end are named', () => {
  const period = { start: '2026-10-24', end: '2026-11-19', label: 'last 27 days' };
  const found = notes({ period, grain: 'week' }, ['2026-10-19']);
  expect(found).toContain('The first week is cut: it holds only the days from 24 Oct 2026.');
  expect(found).toContain('The last week is cut: it holds only the days to 19 Nov 2026.');
  expect(found).toContain('Weeks run from Monday to Sunday.');
});

test.each([
  ['fiscal_year', '2024-01-10', '2026-11-22', ['year', 'year']],
  ['fiscal_year', '2024-04-01', '2026-03-31', []],
  ['fiscal_quarter', '2024-04-01', '2026-10-31', ['quarter']],
])('rows by %s from %s to %s say which of them are cut', (dimension, start, end, cut) => {
  const period = { start, end, label: '' };
  const told = notes({ period, grain: null, dimensions: [dimension], fiscalYearStartMonth: 4 }, []);
  expect(told.filter((note) => / fiscal \w+ is cut/.test(note))).toEqual(
    cut.map((unit, index) =>
      expect.stringContaining(`The ${index < cut.length - 1 ? 'first' : 'last'} fiscal ${unit}`),
    ),
  );
});

test('where the records begin and end within a period it is said to be incomplete, and only there', () => {
  const years = { start: '2023-01-01', end: '2026-12-31', label: '' };
  const all = ['2024-01-01', '2025-01-01', '2026-01-01'];
  const begins = 'The data begins on 10 Jan 2024';
  const runs = 'The data runs to 22 Nov 2026';
  const told = (change: Partial<AnalyticsRequest>, buckets = all) =>
    notes({ period: years, grain: 'year', ...change }, buckets).filter((note) => note.startsWith('The '));
  expect(told({})).toEqual([
    `${runs}, so the last year is not complete.`,
    `${begins}, so the first year is not complete.`,
  ]);
  expect(told({ grain: 'day' })).toEqual([`${runs}.`, `${begins}.`]);
  const ofMonth = (month: string): Filter => ({ dimension: 'month_of_year', op: 'is', values: [month] });
  expect(told({ filters: [ofMonth('December')] }, all.slice(0, 2))).toEqual([`${runs}.`, `${begins}.`]);
  const within = { start: '2025-02-01', end: '2026-10-31', label: '' };
  expect(told({ filters: [ofMonth('March')], period: within })).toEqual([]);
  expect(told({ grain: null })).toEqual([`${runs}, so the last period is not complete.`, `${begins}.`]);
});

test('what looks back further than the record goes says so', () => {
  const note = (firstDay: string, change: Partial<AnalyticsRequest> = {}) =>
    toNotes({
      request: {
        ...{ ...request, measures: ['aged_units_365'], grain: null },
        ...{ period: { start: '2026-11-22', end: '2026-11-22', label: '' }, ...change },
      },
      ...{ model: inventory, coverage, buckets: [], rowCount: 1, rowsCut: 0 },
      tableDays: new Map([['stock_movements', { first: firstDay, last: '2026-11-22' }]]),
    }).at(-1);
  const sentence =
    'Units over 365 days old looks back 365 days, and stock movements are on record since 24 Nov 2025: nothing is known of the days before.';
  expect(note('2025-11-24')).toBe(sentence);
  expect(note('2025-11-23')).not.toContain('looks back');
  const months = { start: '2026-10-01', end: '2026-11-22', label: '' };
  expect(note('2025-11-02', { grain: 'month', period: months })).toContain('looks back');
});

test('whole periods need no remark', () => {
  const period = { start: '2026-09-01', end: '2026-10-31', label: '' };
  expect(notes({ period }, ['2026-09-01', '2026-10-01'])).toHaveLength(1);
});

test('stock over time is said to be that of the last day', () => {
  const period = { start: '2026-09-01', end: '2026-10-31', label: '' };
  expect(notes({ measures: ['on_hand'], period }, ['2026-09-01', '2026-10-01'], inventory)).toContain(
    'Stock is that of the last recorded day of each month; it is never added up over time.',
  );
});

test('what is set against the average stock of a time is of no one day', () => {
  const period = { start: '2026-09-01', end: '2026-10-31', label: '' };
  expect(notes({ measures: ['turnover'], period }, ['2026-09-01'], inventory).join()).not.toContain(
    'Stock is that',
  );
});

test('an empty result, a limit and cut rows are said', () => {
  const input = {
    request: { ...request, grain: null, limit: 10 },
    model: sales,
    coverage,
    buckets: [],
    rowsCut: 0,
  };
  expect(toNotes({ ...input, rowCount: 0 })).toContain('Nothing is recorded for this period.');
  expect(toNotes({ ...input, rowCount: 10 })).toContain(
    'Only the first 10 rows were asked for; there may be more.',
  );
  expect(toNotes({ ...input, rowCount: 9, rowsCut: 14_153 })).toContain(
    '14,153 more rows were left out: ask for fewer with a filter or a limit.',
  );
});

test('a record that ended more than a month ago is said to end', () => {
  expect(toEndNotes('2025-03-11', '2026-11-30')).toEqual(['The record ends on 11 Mar 2025.']);
  expect(toEndNotes('2026-11-22', '2026-11-30')).toEqual([]);
});
