import { BigQuery } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf, startTestServer, type TestServer } from './testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a parameter', () => {
  const types = {
    a: 'INT64',
    b: 'NUMERIC',
    c: 'DATE',
    d: 'STRING',
    e: 'BOOL',
    f: 'FLOAT64',
    g: 'TIMESTAMP',
    h: ['STRING'],
    i: ['DATE'],
  };
  test('of every type binds, and arrays do', async () => {
    const [row] = await server.ask('SELECT @a a, @b b, @c c, @d d, @e e, @f f, @g g, @h h, @i i', {
      params: {
        a: 5,
        b: '1.5',
        c: BigQuery.date('2026-01-31'),
        d: "o'hara; DROP",
        e: true,
        f: 0.5,
        g: BigQuery.timestamp('2026-01-31T10:00:00.25Z'),
        h: ['x', 'y'],
        i: [BigQuery.date('2026-01-01')],
      },
      types,
    });
    expect(row).toEqual({
      a: 5,
      b: '1.5',
      c: '2026-01-31',
      d: "o'hara; DROP",
      e: true,
      f: 0.5,
      g: '2026-01-31T10:00:00.250Z',
      h: ['x', 'y'],
      i: ['2026-01-01'],
    });
  });

  test('may be NULL, and an array empty', async () => {
    const params = Object.fromEntries(Object.keys(types).map((name) => [name, name >= 'h' ? [] : null]));
    const [row] = await server.ask('SELECT @a a, @b b, @c c, @d d, @e e, @f f, @g g, @h h, @i i', {
      params,
      types,
    });
    expect(Object.values(row ?? {})).toEqual([null, null, null, null, null, null, null, [], []]);
  });

  test('of a struct binds by its fields', async () => {
    const [row] = await server.ask('SELECT @s.n + 1 AS n, @s.t AS t', { params: { s: { n: 1, t: 'x' } } });
    expect(row).toEqual({ n: 2, t: 'x' });
  });

  test('that is text stands for a date where one is needed', async () => {
    const [row] = await server.ask('SELECT COUNT(*) AS n FROM sales_lines WHERE order_date >= @from', {
      params: { from: '2026-02-01' },
    });
    expect(row).toEqual({ n: 3 });
  });

  test('that the request does not give is an error with its place', async () => {
    const failure = await failureOf(server.ask('SELECT\n @nope'));
    expect(failure).toMatchObject({
      code: 400,
      reason: 'invalidQuery',
      message: "Query parameter 'nope' not found at [2:2]",
    });
  });

  test('with a value that is not of its type is refused', async () => {
    const failure = await failureOf(server.ask('SELECT @d', { params: { d: BigQuery.date('tomorrow') } }));
    expect(failure).toMatchObject({ code: 400, reason: 'invalidQuery' });
  });
});
