import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pairs = (list: string) => `FROM UNNEST([${list}]) AS p`;
const one = pairs('STRUCT(1.0 AS x, 2.0 AS y), STRUCT(CAST(NULL AS FLOAT64) AS x, 3.0 AS y)');
const level = pairs('STRUCT(1.0 AS x, 2.0 AS y), STRUCT(1.0 AS x, 3.0 AS y)');

describe('a correlation', () => {
  test.each(['CORR(x, y)', 'COVAR_SAMP(x, y)'])('of fewer than two pairs is NULL: %s', async (expression) => {
    expect(await server.ask(`SELECT ${expression} AS v ${one}`)).toEqual([{ v: null }]);
    expect(await server.ask(`SELECT COUNT(v) AS n FROM (SELECT ${expression} AS v ${one})`)).toEqual([
      { n: 0 },
    ]);
  });

  test('with what does not vary is NaN', async () => {
    const [rows] = await server.client.query(`SELECT CORR(x, y) AS v, [CORR(x, y)] AS list ${level}`);
    expect(rows).toEqual([{ v: Number.NaN, list: [Number.NaN] }]);
  });

  test('over a window is NULL until there are two pairs', async () => {
    const rows = await server.ask(
      `SELECT CORR(x, y) OVER (ORDER BY y) AS v ${pairs('STRUCT(1.0 AS x, 2.0 AS y), STRUCT(2.0 AS x, 3.0 AS y)')} ORDER BY y`,
    );
    expect(rows).toEqual([{ v: null }, { v: 1 }]);
  });
});

test.each([
  ["SELECT REPEAT('x', -1)", 'Second argument in REPEAT() cannot be negative'],
  ["SELECT LPAD('x', -1)", 'Second argument in LPAD() cannot be negative'],
  ["SELECT RPAD('x', n, '-') FROM UNNEST([3, -1]) AS n", 'Second argument in RPAD() cannot be negative'],
  ['SELECT ABS(-9223372036854775808)', 'verflow'],
  ['SELECT -(-9223372036854775808)', 'verflow'],
  ['SELECT -x FROM UNNEST([-9223372036854775808]) AS x', 'verflow'],
  ['SELECT 9223372036854775808', 'Invalid integer literal: 9223372036854775808'],
  ['SELECT ABS(x) FROM UNNEST([-9223372036854775808]) AS x', 'verflow'],
  ['SELECT DISTINCT p.x FROM UNNEST([STRUCT(1 AS x, 2 AS y)]) AS p ORDER BY y', 'Unrecognized name: y'],
  ['SELECT DISTINCT p.x FROM UNNEST([STRUCT(1 AS x, 2 AS y)]) AS p ORDER BY x + p.y', 'Unrecognized name: p'],
])('is refused: %s', async (query, message) => {
  await expect(server.ask(query)).rejects.toThrow(message);
});

test('the least INT64 can be written', async () => {
  const rows = await server.ask(
    'SELECT CAST(-9223372036854775808 AS STRING) AS x, CAST(-(5) AS STRING) AS y',
  );
  expect(rows).toEqual([{ x: '-9223372036854775808', y: '-5' }]);
});

test.each(['x', '1', '-x', 'MOD(x, 2), x'])(
  'distinct rows are ordered by what is selected: %s',
  async (order) => {
    const from = 'FROM UNNEST([STRUCT(3 AS x, 2 AS y), STRUCT(3 AS x, 2 AS y), STRUCT(1 AS x, 5 AS y)])';
    for (const list of ['*', 'x, y']) {
      const rows = await server.ask(`SELECT DISTINCT ${list} ${from} ORDER BY ${order}`);
      const expected = [
        { x: 1, y: 5 },
        { x: 3, y: 2 },
      ];
      expect(rows).toEqual(order === '-x' ? expected.reverse() : expected);
    }
  },
);

test('distinct rows are ordered by what is selected, also where its table is named', async () => {
  const from = 'FROM UNNEST([STRUCT(3 AS x), STRUCT(3 AS x), STRUCT(1 AS x)]) AS p';
  expect(await server.ask(`SELECT DISTINCT p.x ${from} ORDER BY p.x`)).toEqual([{ x: 1 }, { x: 3 }]);
});
