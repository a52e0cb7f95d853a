import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startConformanceServer, type TestServer } from './testing/bigquery-client.ts';
import { calendarForms } from './testing/forms/calendar.ts';
import { numberAndTextForms } from './testing/forms/numbers-and-texts.ts';
import { aggregateForms, rows, windowForms } from './testing/forms/over-rows.ts';
import { valueForms } from './testing/forms/values.ts';
import { allowedFunctions } from './translate/functions.ts';

let server: Pick<TestServer, 'ask' | 'close'>;
beforeAll(async () => {
  server = await startConformanceServer();
});
afterAll(() => server.close());

const forms = { ...valueForms, ...numberAndTextForms, ...calendarForms };

for (const [group, cases] of Object.entries(forms)) {
  describe(group, () => {
    test.each(cases)('%s', async (expression, answer) => {
      const [row] = await server.ask(`SELECT ${expression} AS x`);
      expect(row?.x).toEqual(answer);
    });
  });
}

describe('aggregates', () => {
  test.each(aggregateForms)('%s', async (expression, answer) => {
    const [row] = await server.ask(`SELECT ${expression} AS x FROM ${rows}`);
    expect(row?.x).toEqual(answer);
  });
});

describe('window functions', () => {
  test.each(windowForms)('%s', async (expression, answer) => {
    const found = await server.ask(
      `SELECT ${expression} AS x FROM ${rows} WINDOW w AS (PARTITION BY k) ORDER BY k, s`,
    );
    expect(found.map((row) => row.x)).toEqual(answer);
  });
});

test('every function on the list has a test here', () => {
  const tested = [...Object.values(forms).flat(), ...aggregateForms, ...windowForms]
    .map(([expression]) => expression)
    .join('\n');
  const missing = allowedFunctions.filter((name) => !new RegExp(`\\b${name}\\b`).test(tested));
  expect(missing).toEqual([]);
});

test('the README lists the functions that run', async () => {
  const readme = await readFile(join(import.meta.dirname, 'README.md'), 'utf8');
  const [, listed = ''] = /<!-- functions -->\s*([\s\S]*?)\s*<!-- \/functions -->/.exec(readme) ?? [];
  expect(listed.split(/\s+/)).toEqual(allowedFunctions);
});
