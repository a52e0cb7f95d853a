import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConformanceServer, type TestServer } from './testing/bigquery-client.ts';

let server: Pick<TestServer, 'ask' | 'close'>;
beforeAll(async () => {
  server = await startConformanceServer();
});
afterAll(() => server.close());

/** The instant at which an hour or minute of the clocks in a zone began, by JavaScript's calendar. */
function truncate(time: number, part: 'hour' | 'minute', zone: string): string {
  const fields = new Intl.DateTimeFormat('en', { timeZone: zone, minute: 'numeric', second: 'numeric' });
  const parts = new Map(fields.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const passed = (part === 'hour' ? (parts.get('minute') ?? 0) * 60 : 0) + (parts.get('second') ?? 0);
  return new Date(time - passed * 1000).toISOString();
}

/** Nights on which clocks go back or forth, by an hour or by half of one, and a zone that is half an hour off. */
test.each([
  ['America/New_York', '2025-11-02T04:00:00Z'],
  ['America/New_York', '2025-03-09T05:00:00Z'],
  ['Australia/Lord_Howe', '2025-04-05T13:00:00Z'],
  ['Australia/Lord_Howe', '2025-10-04T13:00:00Z'],
  ['Asia/Kolkata', '2025-11-02T04:00:00Z'],
])('an hour and a minute of %s begin before each instant that they hold, from %s on', async (zone, start) => {
  const first = Date.parse(start);
  const rows = await server.ask(`
    SELECT TIMESTAMP_TRUNC(instant, HOUR, '${zone}') AS hour, TIMESTAMP_TRUNC(instant, MINUTE, '${zone}') AS minute
    FROM UNNEST(GENERATE_ARRAY(0, 35)) AS n, UNNEST([TIMESTAMP_SECONDS(${first / 1000} + n * 599)]) AS instant ORDER BY n`);
  const expected = Array.from({ length: 36 }, (_, n) => {
    const time = first + n * 599_000;
    return { hour: truncate(time, 'hour', zone), minute: truncate(time, 'minute', zone) };
  });
  expect(rows).toEqual(expected);
});
