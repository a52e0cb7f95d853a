import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const all = "order_date >= '2026-01-01'";

describe('a query', () => {
  test('joins, groups, filters and orders as the compiler writes it', async () => {
    const found = await server.ask(
      `WITH base AS (
         SELECT DATE_TRUNC(s.order_date, MONTH) AS month, p.category AS category, SUM(s.net_amount) AS net,
                SUM(s.quantity) AS units, COUNT(DISTINCT s.order_id) AS orders
         FROM sales_lines AS s
         JOIN products AS p ON p.product_id = s.product_id
         WHERE s.order_date BETWEEN @start AND @end AND s.warehouse_id IN UNNEST(@warehouses)
         GROUP BY month, category
         HAVING units > 0
       )
       SELECT month, category, net, units, orders, SAFE_DIVIDE(net, units) AS price
       FROM base ORDER BY month, net DESC NULLS LAST LIMIT @limit`,
      {
        params: {
          start: '2026-01-01',
          end: '2026-02-28',
          warehouses: ['WH-NORTH', 'WH-SOUTH'],
          limit: 10,
        },
      },
    );
    expect(found).toEqual([
      { month: '2026-01-01', category: 'Lamps', net: '51', units: 4, orders: 2, price: '12.75' },
      { month: '2026-02-01', category: 'Tables', net: '99.999999', units: 1, orders: 1, price: '99.999999' },
      { month: '2026-02-01', category: 'Lamps', net: '60', units: 3, orders: 1, price: '20' },
    ]);
  });

  test.each([
    ['tables by dataset', 'SELECT COUNT(*) AS n FROM tallyboard.warehouses', [{ n: 2 }]],
    ['tables by project', 'SELECT COUNT(*) AS n FROM `demo-tallyboard.tallyboard.warehouses`', [{ n: 2 }]],
    [
      'a project without backticks',
      'SELECT COUNT(*) AS n FROM demo-tallyboard.tallyboard.warehouses',
      [{ n: 2 }],
    ],
    ['columns without a name', 'SELECT 1, 2 AS b, 3', [{ f0_: 1, b: 2, f1_: 3 }]],
    [
      '* EXCEPT and REPLACE',
      'SELECT * EXCEPT (region) REPLACE (LOWER(name) AS name) FROM warehouses ORDER BY 1 LIMIT 1',
      [{ warehouse_id: 'WH-NORTH', name: 'north' }],
    ],
    [
      'one source of *',
      'SELECT w.* FROM warehouses AS w, UNNEST([1]) AS x WHERE w.region IS NULL',
      [{ warehouse_id: 'WH-SOUTH', name: 'South', region: null }],
    ],
    [
      'NULL as the least value',
      'SELECT region FROM warehouses ORDER BY region',
      [{ region: null }, { region: 'Europe' }],
    ],
    [
      'NULL as the last of a descending order',
      'SELECT region FROM warehouses ORDER BY region DESC',
      [{ region: 'Europe' }, { region: null }],
    ],
    [
      'NULLS LAST',
      'SELECT region FROM warehouses ORDER BY region NULLS LAST',
      [{ region: 'Europe' }, { region: null }],
    ],
    [
      'an alias before a column of its name in ORDER BY',
      "SELECT name, -STRPOS(name, 'N') AS region FROM warehouses ORDER BY region LIMIT 1",
      [{ name: 'North', region: -1 }],
    ],
    [
      'an alias before a column of its name in GROUP BY',
      `SELECT DATE_TRUNC(order_date, YEAR) AS order_date, COUNT(*) AS n FROM sales_lines WHERE ${all} GROUP BY order_date`,
      [{ order_date: '2026-01-01', n: 6 }],
    ],
    [
      'GROUP BY ALL',
      'SELECT category, COUNT(*) AS n FROM products GROUP BY ALL ORDER BY n',
      [
        { category: 'Tables', n: 1 },
        { category: 'Lamps', n: 2 },
      ],
    ],
    [
      'QUALIFY',
      `SELECT order_id, line_id FROM sales_lines WHERE ${all} QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY line_id DESC) = 1 ORDER BY line_id LIMIT 2`,
      [
        { order_id: 'O2', line_id: 3 },
        { order_id: 'O3', line_id: 4 },
      ],
    ],
    [
      'QUALIFY by an alias',
      `SELECT line_id, RANK() OVER (ORDER BY net_amount DESC) AS place FROM sales_lines WHERE ${all} QUALIFY place = 1`,
      [{ line_id: 4, place: 1 }],
    ],
    [
      'DISTINCT',
      'SELECT DISTINCT category FROM products ORDER BY category',
      [{ category: 'Lamps' }, { category: 'Tables' }],
    ],
    [
      'LEFT JOIN',
      "SELECT w.name, p.name AS product FROM warehouses w LEFT JOIN products p ON p.name = 'none' AND w.region IS NULL ORDER BY 1",
      [
        { name: 'North', product: null },
        { name: 'South', product: null },
      ],
    ],
    [
      'FULL JOIN USING',
      'SELECT k, a, b FROM (SELECT 1 AS k, 2 AS a) FULL JOIN (SELECT 3 AS k, 4 AS b) USING (k) ORDER BY k',
      [
        { k: 1, a: 2, b: null },
        { k: 3, a: null, b: 4 },
      ],
    ],
    [
      'the columns of USING once in *',
      'SELECT * FROM (SELECT 1 AS k, 2 AS a) JOIN (SELECT 1 AS k, 4 AS b) USING (k)',
      [{ k: 1, a: 2, b: 4 }],
    ],
    [
      'USING three times over a FULL JOIN',
      'SELECT k FROM (SELECT 1 AS k) FULL JOIN (SELECT 2 AS k) USING (k) FULL JOIN (SELECT 2 AS k) USING (k) ORDER BY k',
      [{ k: 1 }, { k: 2 }],
    ],
    [
      'a correlated subquery',
      'SELECT name, (SELECT COUNT(*) FROM products AS p WHERE p.category = c.category) AS n FROM products AS c WHERE EXISTS (SELECT 1 FROM products x WHERE x.product_id = c.product_id AND x.unit_cost > 10)',
      [{ name: 'Café table', n: 1 }],
    ],
    [
      'UNION ALL of INT64 and NUMERIC',
      "SELECT 1 AS x UNION ALL SELECT NUMERIC '2.5' ORDER BY x",
      [{ x: '1' }, { x: '2.5' }],
    ],
    [
      'INTERSECT and EXCEPT',
      '(SELECT 1 AS x INTERSECT DISTINCT SELECT 1) UNION ALL (SELECT 2 EXCEPT DISTINCT SELECT 2)',
      [{ x: 1 }],
    ],
    [
      'a column of NULLs beside dates',
      "SELECT NULL AS d UNION ALL SELECT DATE '2026-01-01' ORDER BY d",
      [{ d: null }, { d: '2026-01-01' }],
    ],
    [
      'UNNEST with its offset',
      "SELECT x, i FROM UNNEST(['a', 'b']) AS x WITH OFFSET AS i ORDER BY i DESC",
      [
        { x: 'b', i: 1 },
        { x: 'a', i: 0 },
      ],
    ],
    [
      'a date spine with gaps filled',
      `SELECT d, COALESCE(SUM(s.quantity), 0) AS units FROM UNNEST(GENERATE_DATE_ARRAY('2026-01-01', '2026-04-01', INTERVAL 1 MONTH)) AS d LEFT JOIN sales_lines AS s ON DATE_TRUNC(s.order_date, MONTH) = d AND s.order_date >= '2026-01-01' GROUP BY d ORDER BY d`,
      [
        { d: '2026-01-01', units: 4 },
        { d: '2026-02-01', units: 4 },
        { d: '2026-03-01', units: -1 },
        { d: '2026-04-01', units: 0 },
      ],
    ],
    [
      'ARRAY_AGG of structs',
      'SELECT ARRAY_AGG(STRUCT(name AS n, region AS r) ORDER BY name) AS a FROM warehouses',
      [
        {
          a: [
            { n: 'North', r: 'Europe' },
            { n: 'South', r: null },
          ],
        },
      ],
    ],
    [
      'fields of structs in UNNEST',
      'SELECT s.a + s.b AS x FROM UNNEST([STRUCT(1 AS a, 2 AS b)]) AS s',
      [{ x: 3 }],
    ],
    ['comments and odd case', 'select /* a */ 1 as x -- b\n# c\n', [{ x: 1 }]],
    ['OFFSET', 'SELECT x FROM UNNEST([1, 2, 3]) AS x ORDER BY x LIMIT 1 OFFSET 1', [{ x: 2 }]],
  ])('takes %s', async (_what, query, answer) => {
    expect(await server.ask(query)).toEqual(answer);
  });
});
