import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, countDays, endOf, listUnits, startOf, toDay, units } from './calendar.ts';
import { parsePeriod } from './period.ts';

const context = {
  today: '2026-11-23',
  fiscalYearStartMonth: 4,
  coverage: { first: '2023-11-24', last: '2026-11-22' },
};

function resolve(text: string, today = context.today): string {
  const outcome = parsePeriod(text, { ...context, today });
  return outcome.ok ? `${outcome.value.start}..${outcome.value.end}` : outcome.problem.message;
}

describe('periods', () => {
  test.each([
    ['last 3 months', '2026-08-01..2026-10-31'],
    ['the last three months', '2026-08-01..2026-10-31'],
    ['Past 12 Complete Months', '2025-11-01..2026-10-31'],
    ['last month', '2026-10-01..2026-10-31'],
    ['previous quarter', '2026-07-01..2026-09-30'],
    ['last year', '2025-01-01..2025-12-31'],
    ['last 2 years', '2024-01-01..2025-12-31'],
    ['last week', '2026-11-16..2026-11-22'],
    ['last 12 weeks', '2026-08-31..2026-11-22'],
    ['last 30 days', '2026-10-24..2026-11-22'],
    ['next week', '2026-11-30..2026-12-06'],
    ['next 7 days', '2026-11-24..2026-11-30'],
    ['the next two weeks', '2026-11-30..2026-12-13'],
    ['next quarter', '2027-01-01..2027-03-31'],
    ['tomorrow', '2026-11-24..2026-11-24'],
    ['yesterday', '2026-11-22..2026-11-22'],
    ['today', '2026-11-23..2026-11-23'],
    ['this month', '2026-11-01..2026-11-23'],
    ['this week', '2026-11-23..2026-11-23'],
    ['month to date', '2026-11-01..2026-11-23'],
    ['quarter to date', '2026-10-01..2026-11-23'],
    ['year to date', '2026-01-01..2026-11-23'],
    ['YTD', '2026-01-01..2026-11-23'],
    ['this year so far', '2026-01-01..2026-11-23'],
    ['Q2 2026', '2026-04-01..2026-06-30'],
    ['2026-Q2', '2026-04-01..2026-06-30'],
    ['second quarter of 2025', '2025-04-01..2025-06-30'],
    ['Q2', '2026-04-01..2026-06-30'],
    ['H1 2026', '2026-01-01..2026-06-30'],
    ['H2', '2026-07-01..2026-12-31'],
    ['2026', '2026-01-01..2026-12-31'],
    ['2026-03', '2026-03-01..2026-03-31'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['2026-03-15', '2026-03-15..2026-03-15'],
    ['March 2026', '2026-03-01..2026-03-31'],
    ['sept 2025', '2025-09-01..2025-09-30'],
    ['December', '2025-12-01..2025-12-31'],
    ['November', '2026-11-01..2026-11-30'],
    ['15 March 2026', '2026-03-15..2026-03-15'],
    ['March 15th, 2026', '2026-03-15..2026-03-15'],
    ['2026-W01', '2025-12-29..2026-01-04'],
    ['2026-W53', '2026-12-28..2027-01-03'],
    ['week 12 of 2026', '2026-03-16..2026-03-22'],
    ['FY26', '2025-04-01..2026-03-31'],
    ['2026-01-01..2026-03-31', '2026-01-01..2026-03-31'],
    ['2026-01 to 2026-03', '2026-01-01..2026-03-31'],
    ['January to March 2025', '2025-01-01..2025-03-31'],
    ['between 2026-01-05 and 2026-01-09', '2026-01-05..2026-01-09'],
    ['between March and May', '2026-03-01..2026-05-31'],
    ['November to January', '2025-11-01..2026-01-31'],
    ['december to february', '2025-12-01..2026-02-28'],
    ['November to January 2025', '2024-11-01..2025-01-31'],
    ['Q4 to Q1', '2025-10-01..2026-03-31'],
    ['23 November', '2026-11-23..2026-11-23'],
    ['30 November', '2025-11-30..2025-11-30'],
    ['since 30 November', '2025-11-30..2026-11-23'],
    ['29 February', '2024-02-29..2024-02-29'],
    ['since 2026-03-01', '2026-03-01..2026-11-23'],
    ['from March until today', '2026-03-01..2026-11-23'],
    ['FY2026', '2025-04-01..2026-03-31'],
    ['FY2027 Q1', '2026-04-01..2026-06-30'],
    ['this fiscal year', '2026-04-01..2026-11-23'],
    ['last fiscal year', '2025-04-01..2026-03-31'],
    ['last fiscal quarter', '2026-07-01..2026-09-30'],
    ['all time', '2023-11-24..2026-11-22'],
    ['30 days ago', '2026-10-24..2026-10-24'],
    ['three months ago', '2026-08-01..2026-08-31'],
    ['a week ago', '2026-11-16..2026-11-22'],
    ['a year ago', '2025-01-01..2025-12-31'],
    ['same month last year', '2025-11-01..2025-11-30'],
    ['the same quarter of last year', '2025-10-01..2025-12-31'],
  ])('%s is %s', (text, days) => {
    expect(resolve(text)).toBe(days);
  });

  test.each([
    '',
    'soon',
    'last zero months',
    '2026-13',
    '2026-02-30',
    '2026-W54',
    'Q5 2026',
    'H3',
    'last 3 blue moons',
    'last 9999 years',
    '9999 years ago',
    'next 9999 years',
  ])('"%s" is refused with examples', (text) => {
    const outcome = parsePeriod(text, context);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok)
      expect(outcome.problem).toMatchObject({
        code: 'invalid_argument',
        hint: expect.stringMatching(/last 3 months/),
      });
  });

  test.each(['same period last year', 'the same period of last year', 'previous_period'])(
    '"%s" belongs in compareTo',
    (text) => {
      expect(parsePeriod(text, context)).toMatchObject({
        ok: false,
        problem: { hint: expect.stringMatching(/^Give it as compareTo/) },
      });
    },
  );

  test.each([
    'March 2026 and May 2026',
    'Q1 2025 and Q1 2026',
    'from March and May',
    'last month and this month',
  ])('"%s" is no span, and no period', (text) => {
    expect(parsePeriod(text, context)).toMatchObject({
      ok: false,
      problem: {
        code: 'invalid_argument',
        message: `period "${text}" names two periods.`,
        hint: expect.stringMatching(/compareTo/),
      },
    });
  });

  test('a day of the running month is that to come where days are told of ahead', () => {
    const outcome = parsePeriod('30 November', { ...context, ahead: true });
    expect(outcome).toMatchObject({ ok: true, value: { start: '2026-11-30', end: '2026-11-30' } });
  });

  test('a range that ends before it begins is refused', () => {
    expect(resolve('2026-03-31..2026-01-01')).toBe(
      'period "2026-03-31..2026-01-01" begins on 2026-03-31, after its end 2026-01-01.',
    );
  });

  test('a year that begins in January has the fiscal year of the calendar', () => {
    const outcome = parsePeriod('FY2026', { ...context, fiscalYearStartMonth: 1 });
    expect(outcome).toMatchObject({ ok: true, value: { start: '2026-01-01', end: '2026-12-31' } });
  });

  test('today is the day in the company time zone', () => {
    const moment = new Date('2026-11-23T23:30:00Z');
    expect(toDay(moment, 'UTC')).toBe('2026-11-23');
    expect(toDay(moment, 'Asia/Tokyo')).toBe('2026-11-24');
    expect(toDay(moment, 'America/Los_Angeles')).toBe('2026-11-23');
  });
});

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('any day', () => {
  test('has last N units that are whole, N long and end before the running one', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...units), fc.integer({ min: 1, max: 40 }), (today, unit, count) => {
        const outcome = parsePeriod(`last ${count} ${unit}s`, { ...context, today });
        if (!outcome.ok) throw new Error(outcome.problem.message);
        const { start, end } = outcome.value;
        expect(start).toBe(startOf(unit, start));
        expect(end).toBe(endOf(unit, end));
        expect(addDays(end, 1)).toBe(startOf(unit, today));
        expect(listUnits(unit, start, end)).toHaveLength(count);
      }),
    );
  });

  test('lies in its own unit', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...units), (day, unit) => {
        expect(startOf(unit, day) <= day && day <= endOf(unit, day)).toBe(true);
        expect(startOf(unit, addDays(endOf(unit, day), 1))).toBe(addDays(endOf(unit, day), 1));
        expect(countDays(startOf(unit, day), endOf(unit, day))).toBeLessThan(366);
      }),
    );
  });

  test('is resolved from its ISO form to itself', () => {
    fc.assert(fc.property(days, (day) => resolve(day) === `${day}..${day}`));
  });
});

test('no text makes the parser throw or give days that run backwards', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const outcome = parsePeriod(text, context);
      if (outcome.ok) expect(outcome.value.start <= outcome.value.end).toBe(true);
    }),
  );
});
