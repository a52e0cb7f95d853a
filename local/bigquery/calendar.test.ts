import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConformanceServer, type TestServer } from './testing/bigquery-client.ts';

let server: Pick<TestServer, 'ask' | 'close'>;
beforeAll(async () => {
  server = await startConformanceServer();
});
afterAll(() => server.close());

const dayMs = 24 * 3600_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day = 1) => Date.UTC(year, month, day);

/** What the reference says of one day, computed by JavaScript's calendar instead of DuckDB's. */
function describeDay(day: string) {
  const time = Date.parse(`${day}T00:00:00Z`);
  const date = new Date(time);
  const [year, month, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay()];
  const monday = time - ((weekday + 6) % 7) * dayMs;
  const isoYear = new Date(monday + 3 * dayMs).getUTCFullYear();
  const firstThursday = utc(isoYear, 0, 1 + ((4 - new Date(utc(isoYear, 0)).getUTCDay() + 7) % 7));
  const firstSunday = utc(year, 0, 1 + ((7 - new Date(utc(year, 0)).getUTCDay()) % 7));
  const quarter = Math.floor(month / 3);
  return {
    day,
    week: toDay(time - weekday * dayMs),
    wednesday: toDay(time - ((weekday + 4) % 7) * dayMs),
    isoweek: toDay(monday),
    month: toDay(utc(year, month)),
    quarter: toDay(utc(year, quarter * 3)),
    year: toDay(utc(year, 0)),
    weekday: weekday + 1,
    weekNumber: time < firstSunday ? 0 : Math.floor((time - firstSunday) / (7 * dayMs)) + 1,
    isoNumber: Math.round((monday + 3 * dayMs - firstThursday) / (7 * dayMs)) + 1,
    isoYear,
    dayOfYear: (time - utc(year, 0)) / dayMs + 1,
    monthEnd: toDay(utc(year, month + 1, 0)),
    months: (year - 2020) * 12 + month,
    quarters: (year - 2020) * 4 + quarter,
  };
}

test('every day from 2015 to 2027 has the weeks, months and numbers of the calendar', async () => {
  const rows = await server.ask(`
    SELECT day, DATE_TRUNC(day, WEEK) AS week, DATE_TRUNC(day, WEEK(WEDNESDAY)) AS wednesday,
      DATE_TRUNC(day, ISOWEEK) AS isoweek, DATE_TRUNC(day, MONTH) AS month, DATE_TRUNC(day, QUARTER) AS quarter,
      DATE_TRUNC(day, YEAR) AS year, EXTRACT(DAYOFWEEK FROM day) AS weekday, EXTRACT(WEEK FROM day) AS weekNumber,
      EXTRACT(ISOWEEK FROM day) AS isoNumber, EXTRACT(ISOYEAR FROM day) AS isoYear,
      EXTRACT(DAYOFYEAR FROM day) AS dayOfYear, LAST_DAY(day) AS monthEnd,
      DATE_DIFF(day, DATE '2020-01-31', MONTH) AS months, DATE_DIFF(day, DATE '2020-02-29', QUARTER) AS quarters
    FROM UNNEST(GENERATE_DATE_ARRAY('2015-01-01', '2027-12-31')) AS day ORDER BY day`);
  expect(rows).toHaveLength(4748);
  expect(rows).toEqual(rows.map((row) => describeDay(String(row.day))));
});
