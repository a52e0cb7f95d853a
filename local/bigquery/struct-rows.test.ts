import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startConformanceServer, type TestServer } from './testing/bigquery-client.ts';

let server: Pick<TestServer, 'ask' | 'close'>;
beforeAll(async () => {
  server = await startConformanceServer();
});
afterAll(() => server.close());

const rows = "UNNEST([STRUCT(1 AS a, 'x' AS b), STRUCT(2 AS a, 'y' AS b)])";
const both = [
  { a: 1, b: 'x' },
  { a: 2, b: 'y' },
];
const first = 'SELECT AS STRUCT 1 AS a, 2 AS b';

describe('rows that are structs', () => {
  test.each([
    ['have their fields as columns', `SELECT * FROM ${rows} ORDER BY a`, both],
    ['have them beside an alias, too', `SELECT * FROM ${rows} AS s ORDER BY s.a`, both],
    ['have them by the alias', `SELECT s.* FROM ${rows} AS s ORDER BY a`, both],
    ['are whole under the alias', `SELECT s FROM ${rows} AS s ORDER BY s.a`, both.map((s) => ({ s }))],
    [
      'have an offset beside them',
      `SELECT * FROM ${rows} AS s WITH OFFSET AS o WHERE o = 1`,
      [{ a: 2, b: 'y', o: 1 }],
    ],
    ['come from SELECT AS STRUCT', `SELECT * FROM (${first})`, [{ a: 1, b: 2 }]],
    ['come from it under an alias', `SELECT s.b, s FROM (${first}) AS s`, [{ b: 2, s: { a: 1, b: 2 } }]],
    ['come from it in WITH', `WITH t AS (${first}) SELECT *, t FROM t`, [{ a: 1, b: 2, t: { a: 1, b: 2 } }]],
    ['come from several of it', `SELECT SUM(a) AS n FROM (${first} UNION ALL ${first})`, [{ n: 2 }]],
    [
      'are made whole again',
      `SELECT ARRAY(SELECT AS STRUCT * FROM ${rows} ORDER BY a) AS list`,
      [{ list: both }],
    ],
  ])('%s', async (_, query, answer) => {
    expect(await server.ask(query)).toEqual(answer);
  });

  test('are none where a column is a struct', async () => {
    expect(await server.ask('SELECT * FROM (SELECT STRUCT(1 AS a) AS s)')).toEqual([{ s: { a: 1 } }]);
  });
});
