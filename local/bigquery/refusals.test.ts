import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf, startTestServer, type TestServer } from './testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('refused, by name:', () => {
  test.each([
    ['DELETE FROM warehouses WHERE TRUE', 'DELETE statements'],
    ['CREATE TABLE x (a INT64)', 'CREATE statements'],
    ['SELECT 1; SELECT 2', 'scripts of several statements'],
    ['DECLARE x INT64; SELECT 1', 'DECLARE statements'],
    ["SELECT FARM_FINGERPRINT('a')", 'the function FARM_FINGERPRINT'],
    ["SELECT READ_CSV('/etc/passwd')", 'the function READ_CSV'],
    ["SELECT * FROM read_csv('/etc/passwd')", 'the table function read_csv'],
    ['SELECT SAFE.DATE(2026, 2, 30)', 'SAFE.DATE'],
    ['SELECT SUM(1) FROM UNNEST([1]) PIVOT (SUM(a) FOR b IN (1))', 'PIVOT'],
    ['SELECT * FROM warehouses TABLESAMPLE SYSTEM (1 PERCENT)', 'TABLESAMPLE'],
    ['SELECT 1 & 2', 'the operator &'],
    ['SELECT CAST(1.5 AS STRING)', 'CAST from FLOAT64 to STRING'],
    ['SELECT CAST(1 AS BIGNUMERIC)', 'the type BIGNUMERIC'],
    ["SELECT FORMAT_DATE('%s', DATE '2026-01-01')", 'the format element %s'],
    ['WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a', 'WITH RECURSIVE'],
    ['SELECT name FROM warehouses GROUP BY ROLLUP (name)', 'GROUP BY with ROLLUP'],
    ['SELECT ?', 'positional parameters'],
    ["SELECT 'a' LIKE ANY ('a')", 'LIKE ANY'],
    ['SELECT COUNT(* ORDER BY 1) FROM warehouses', 'COUNT with ORDER BY'],
    ['SELECT SQRT(list_price) FROM products', 'SQRT of a NUMERIC'],
  ])('%s', async (query, what) => {
    const failure = await failureOf(server.ask(query));
    expect(failure).toMatchObject({ code: 400, reason: 'invalidQuery' });
    expect(failure.message).toContain(`Not supported by the local BigQuery server: ${what}`);
  });
});

describe('an error in BigQuery’s words:', () => {
  test.each([
    ['SELECT nope FROM warehouses', 'Unrecognized name: nope at [1:8]'],
    ['SELECT FROM warehouses', 'Syntax error: Expected expression but got keyword FROM'],
    ['SELECT 1 // 2', 'Syntax error'],
    ['SELECT name FROM warehouses w JOIN products p ON TRUE', 'Column name name is ambiguous at [1:8]'],
    ['WITH x AS (SELECT 1 AS x) SELECT x FROM x', 'Column name x is ambiguous: it is a column and a table'],
    ["SELECT 1 + 'a'", 'No matching signature for operator + for argument types: INT64, STRING at [1:10]'],
    [
      "SELECT order_date = 5 FROM sales_lines WHERE order_date > '2026-01-01'",
      'No matching signature for operator = for argument types: DATE, INT64',
    ],
    ['SELECT name, COUNT(*) FROM warehouses', 'which is neither grouped nor aggregated'],
    [
      'SELECT 1 AS a, 2 AS A',
      'Duplicate column names in the result are not supported. Found duplicate(s): A',
    ],
    [
      "SELECT 1 FROM sales_lines WHERE order_date > '2026-01-01 10:00:00'",
      'Could not cast literal "2026-01-01 10:00:00" to type DATE at [1:46]',
    ],
    ['SELECT 1 / 0', 'division by zero'],
    ['SELECT MOD(1, 0)', 'division by zero'],
    ["SELECT CAST('x' AS INT64)", 'Bad int64 value: x'],
    ['SELECT [1][OFFSET(1)]', 'Array index is out of bounds'],
    ['SELECT DATE(2026, 2, 30)', 'Date out of range'],
    ["SELECT DATE_ADD(DATE '9999-12-31', INTERVAL 1 DAY)", 'Date out of range'],
    ["SELECT DATE_ADD(DATE '9999-12-01', INTERVAL 1 MONTH)", 'Date out of range'],
    ["SELECT DATE_SUB(DATE '0001-01-01', INTERVAL 1 DAY)", 'Date out of range'],
    ['SELECT DATE(10000, 1, 1)', 'Date out of range'],
    ['SELECT DATE_FROM_UNIX_DATE(2932897)', 'Date out of range'],
    ["SELECT TIMESTAMP_ADD(TIMESTAMP '9999-12-31 23:00:00', INTERVAL 1 HOUR)", 'Timestamp out of range'],
    ['SELECT TIMESTAMP_SECONDS(253402300800)', 'Timestamp out of range'],
    ['SELECT LAG(x, -1) OVER (ORDER BY x) FROM UNNEST([1, 2]) AS x', 'function LAG must not be negative'],
    ['SELECT LEAD(x, -1) OVER (ORDER BY x) FROM UNNEST([1, 2]) AS x', 'function LEAD must not be negative'],
    ['SELECT LAG(x, NULL) OVER (ORDER BY x) FROM UNNEST([1, 2]) AS x', 'function LAG must not be null'],
    ['SELECT POW(10.0, 400)', 'Floating point error'],
    ['SELECT IF(1, 2, 3)', 'The condition of IF must be of type BOOL but has type INT64'],
    ['SELECT SUM(x) FROM UNNEST([9223372036854775807, 1]) AS x', 'out of range'],
    ['SELECT ROW_NUMBER()', 'Analytic function ROW_NUMBER cannot be called without an OVER clause'],
    ["SELECT 'a\\q'", 'Illegal escape sequence: \\q'],
    ["SELECT 'a", 'Unclosed string literal'],
    ['SELECT DATE_ADD(DATE "2026-01-01", 3)', 'DATE_ADD needs an INTERVAL'],
    [
      'SELECT COUNT(*) FROM sales_lines',
      "without a filter over column(s) 'order_date' that can be used for partition elimination",
    ],
    [
      "SELECT COUNT(*) FROM sales_lines WHERE DATE_TRUNC(order_date, MONTH) = '2026-01-01'",
      'partition elimination',
    ],
    [
      "SELECT COUNT(*) FROM sales_lines WHERE order_date > '2026-01-01' OR quantity > 1",
      'partition elimination',
    ],
    ['SELECT ARRAY_AGG(region) FROM warehouses', 'Array cannot have a null element'],
  ])('%s', async (query, message) => {
    const failure = await failureOf(server.ask(query));
    expect(failure).toMatchObject({ code: 400, reason: 'invalidQuery' });
    expect(failure.message).toContain(message);
  });

  test('brackets without end are too deep, not a crash', async () => {
    const failure = await failureOf(server.ask(`SELECT ${'('.repeat(50_000)}1${')'.repeat(50_000)}`));
    expect(failure).toMatchObject({
      code: 400,
      reason: 'resourcesExceeded',
      message: 'Query is too deeply nested',
    });
  });

  test('a table that is not there is notFound', async () => {
    expect(await failureOf(server.ask('SELECT * FROM nope'))).toMatchObject({
      code: 404,
      reason: 'notFound',
      message: 'Not found: Table demo-tallyboard:tallyboard.nope was not found',
    });
  });

  test('an unqualified table needs a default dataset', async () => {
    const failure = await failureOf(server.client.query('SELECT * FROM warehouses'));
    expect(failure.message).toContain('must be qualified with a dataset');
  });
});
