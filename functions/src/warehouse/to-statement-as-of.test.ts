import { expect, test } from 'vitest';
import { toStatementAsOf } from './to-statement-as-of.ts';

const at = new Date(1_795_420_800_123);
const moment = 'FOR SYSTEM_TIME AS OF TIMESTAMP_MILLIS(1795420800123)';

test('every table is read as of the moment, after its alias', () => {
  const sql = `WITH stock AS (SELECT product_id FROM stock_snapshots WHERE TRUE)
SELECT own.reorder_point FROM stock
JOIN products ON products.product_id = stock.product_id
LEFT JOIN policies AS own ON own.product_id = stock.product_id`;
  expect(toStatementAsOf(sql, ['stock_snapshots', 'products', 'policies'], at)).toBe(
    `WITH stock AS (SELECT product_id FROM stock_snapshots ${moment} WHERE TRUE)
SELECT own.reorder_point FROM stock
JOIN products ${moment} ON products.product_id = stock.product_id
LEFT JOIN policies AS own ${moment} ON own.product_id = stock.product_id`,
  );
});

test('a part that is extracted from a column stays as it is', () => {
  const part = 'EXTRACT(DAYOFWEEK FROM sales_lines.order_date)';
  expect(toStatementAsOf(`SELECT ${part} FROM sales_lines`, ['sales_lines'], at)).toBe(
    `SELECT ${part} FROM sales_lines ${moment}`,
  );
});

test('a name that only begins like a table stays, and so does a statement without tables', () => {
  expect(toStatementAsOf('SELECT 1 FROM products_seen', ['products'], at)).toBe(
    'SELECT 1 FROM products_seen',
  );
  expect(toStatementAsOf('SELECT 1', [], at)).toBe('SELECT 1');
});
