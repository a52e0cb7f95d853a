import { afterAll, expect, test } from 'vitest';
import { startTestServer } from '../../../local/bigquery/testing/bigquery-client.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const today = '2026-11-22';
const line = (number: number, ordered: number, received: number) => ({
  ...{
    purchase_order_id: 'PO1',
    line_number: number,
    supplier_id: 'S1',
    warehouse_id: 'W1',
    product_id: 'P1',
  },
  ...{ ordered_on: '2026-11-01', expected_on: '2026-11-15', received_on: null, status: 'open', unit_cost: 2 },
  ...{ ordered_quantity: ordered, received_quantity: received, rejected_quantity: 0 },
});
const server = await startTestServer({
  rows: {
    warehouses: [{ warehouse_id: 'W1', name: 'Shop', region: null }],
    products: [{ product_id: 'P1', sku: 'P1', name: 'Lamp' }],
    suppliers: [{ supplier_id: 'S1', name: 'Acme' }],
    purchase_order_lines: [line(1, 10, 4), line(2, 10, 25)],
    replication_status: [
      {
        ...{ table_name: 'purchase_order_lines', first_date: '2026-11-01', last_date: today, row_count: 2 },
        replicated_at: `${today}T20:00:00Z`,
      },
    ],
  },
});
const { call } = createDemoTools(server.client, today);
afterAll(server.close);

test('more than was ordered on one line does not make up for what is missing on another', async () => {
  const measures = ['open_units', 'open_value', 'late_units', 'late_value'];
  const { rows } = await call('get_purchase_orders', { measures });
  expect(rows).toEqual([[6, 12, 6, 12]]);
});
