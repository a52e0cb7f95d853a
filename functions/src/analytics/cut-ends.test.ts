import { expect, test } from 'vitest';
import type { Day, Unit } from './calendar.ts';
import { findCutEnds } from './cut-ends.ts';
import type { Filter } from './request.ts';

const is = (dimension: string, op: Filter['op'], ...values: string[]): Filter => ({ dimension, op, values });
const months = (...values: string[]) => is('month_of_year', 'is', ...values);

test.each<[string, [Unit, [Day, Day], Filter[]], [boolean, boolean]]>([
  ['whole months', ['month', ['2026-09-01', '2026-10-31'], []], [false, false]],
  ['months that begin and end within one', ['month', ['2026-09-02', '2026-10-30'], []], [true, true]],
  ['weeks of a month', ['week', ['2026-10-01', '2026-11-01'], []], [true, false]],
  ['days', ['day', ['2026-10-01', '2026-11-01'], []], [false, false]],
  ['a part of one year', ['year', ['2026-02-01', '2026-11-29'], []], [true, true]],
  // Only of the days that the filters keep can any be missing.
  ['Decembers of years', ['year', ['2023-11-01', '2026-11-29'], [months('December')]], [false, false]],
  ['Novembers of years', ['year', ['2023-11-01', '2026-11-29'], [months('november ')]], [false, true]],
  ['Mays of years', ['year', ['2011-05-31', '2014-06-30'], [months('May')]], [true, false]],
  ['Junes of years', ['year', ['2011-05-31', '2014-06-30'], [months('June')]], [false, false]],
  ['springs', ['year', ['2011-05-31', '2014-06-10'], [months('April', 'May', 'June')]], [true, true]],
  [
    'all but Mays',
    ['year', ['2011-05-31', '2014-06-30'], [is('month_of_year', 'is_not', 'May')]],
    [true, true],
  ],
  [
    'months of "ember"',
    ['year', ['2023-09-01', '2026-08-31'], [is('month_of_year', 'contains', 'EMBER')]],
    [false, false],
  ],
  [
    'months without an r',
    ['year', ['2024-05-01', '2026-08-31'], [is('month_of_year', 'contains_not', 'r')]],
    [false, false],
  ],
  [
    'Mondays of weeks',
    ['week', ['2026-11-02', '2026-11-17'], [is('weekday', 'is', 'Monday')]],
    [false, false],
  ],
  [
    'weekends of weeks',
    ['week', ['2026-11-04', '2026-11-17'], [is('weekday', 'is', 'Saturday', 'Sunday')]],
    [false, false],
  ],
  [
    'Sundays of Mays',
    ['month', ['2026-05-04', '2026-05-30'], [is('weekday', 'is', 'Sunday'), months('May')]],
    [true, true],
  ],
  ['other filters', ['year', ['2026-02-01', '2026-11-29'], [is('category', 'is', 'Bikes')]], [true, true]],
])(
  'of %s the first and the last are cut where they lack days',
  (_, [grain, [start, end], filters], [first, last]) => {
    expect(findCutEnds(grain, { start, end }, filters)).toEqual({ first, last });
  },
);
