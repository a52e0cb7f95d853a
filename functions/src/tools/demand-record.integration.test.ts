import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../../local/bigquery/testing/bigquery-client.ts';
import { addDays, countDays, type Day, listUnits } from '../analytics/calendar.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const today = '2026-11-22';
const daysAgo = (count: number) => addDays(today, -count);
const since = (first: Day) => listUnits('day', first, today);
/** As many days as demand is looked for in. */
const window = since(daysAgo(90));

type ProductRecord = {
  /** Days whose stock is on record, with the units on hand on each. */
  counted: Day[];
  onHand?: (day: Day) => number;
  sold: Day[];
  each: number;
};

/** Asks for the reorder points of a shop; suppliers deliver in ten days. */
async function recommend(shop: { [product: string]: ProductRecord }) {
  const products = Object.keys(shop);
  const records = Object.entries(shop);
  const counted = records.flatMap(([, record]) => record.counted).sort();
  const sold = records.flatMap(([, record]) => record.sold).sort();
  const status = (table: string, [first = today, last = today]: (Day | undefined)[]) => ({
    ...{ table_name: table, first_date: first, last_date: last, row_count: 1 },
    replicated_at: `${today}T20:00:00Z`,
  });
  const server = await startTestServer({
    rows: {
      warehouses: [{ warehouse_id: 'W1', name: 'Shop', region: null }],
      products: products.map((name) => ({ product_id: name, sku: name, name, unit_cost: 2 })),
      suppliers: [{ supplier_id: 'S1', name: 'Acme' }],
      supply_terms: products.map((product) => ({
        ...{ supplier_id: 'S1', product_id: product, is_preferred: true, lead_time_days: 10 },
        ...{ min_order_quantity: 1, pack_size: 1 },
      })),
      stock_snapshots: records.flatMap(([product, { counted, onHand = () => 60 }]) =>
        counted.map((day) => ({
          ...{ snapshot_date: day, warehouse_id: 'W1', product_id: product },
          ...{ on_hand: onHand(day), reserved: 0, on_order: 0 },
        })),
      ),
      sales_lines: records.flatMap(([product, { sold, each }]) =>
        sold.map((day) => ({
          ...{ line_id: countDays('2026-01-01', day), order_id: `${product} ${day}`, line_type: 'sale' },
          ...{ order_date: day, warehouse_id: 'W1', product_id: product, channel: 'shop', quantity: each },
          ...{ unit_price: 5, discount_amount: 0, net_amount: 5 * each, cost_amount: 2 * each },
        })),
      ),
      replication_status: [
        status('sales_lines', [sold[0], sold.at(-1)]),
        status('stock_snapshots', [counted[0], counted.at(-1)]),
      ],
    },
  });
  const { rows, columns } = await createDemoTools(server.client, today).call('get_reorder_recommendations', {
    all: true,
  });
  await server.close();
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  return Object.fromEntries(
    rows.map((row) => [row[at('product')], { perDay: row[at('daily_demand')], urgency: row[at('urgency')] }]),
  );
}

const old: ProductRecord = { counted: window, sold: window, each: 1 };

describe('demand per day', () => {
  test('of a product that is there for 13 days is that of 13 days', async () => {
    const days = since(daysAgo(12));
    const found = await recommend({ Old: old, New: { counted: days, sold: days, each: 10 } });
    expect(found).toMatchObject({
      Old: { perDay: 1 },
      New: { perDay: 10, urgency: 'runs out before delivery' },
    });
  });

  test('of a product counted each week is that of the days since the count before its first', async () => {
    const sundays = window.filter((day) => countDays(day, today) % 7 === 0);
    const found = await recommend({
      Old: { ...old, counted: sundays },
      New: { counted: [today], sold: since(daysAgo(6)), each: 10 },
    });
    expect(found).toMatchObject({ Old: { perDay: 1 }, New: { perDay: 10 } });
  });

  test('of stock counted once is that of all days with sales on record', async () => {
    const found = await recommend({ Old: { ...old, counted: [today] } });
    expect(found).toMatchObject({ Old: { perDay: 1 } });
  });

  test('of a product that sold before its stock was recorded is that of the days since its first sale', async () => {
    const found = await recommend({ Old: old, Late: { ...old, counted: since(daysAgo(12)) } });
    expect(found).toMatchObject({ Late: { perDay: 1 } });
  });

  test('is that of the days with sales on record, where stock was recorded before', async () => {
    expect(await recommend({ Old: { ...old, sold: since(daysAgo(27)) } })).toMatchObject({
      Old: { perDay: 1 },
    });
  });

  test('leaves out days that nothing was available on', async () => {
    const found = await recommend({
      Old: old,
      Out: {
        counted: window,
        sold: window.slice(0, 60),
        each: 1,
        onHand: (day) => (day > daysAgo(31) ? 0 : 5),
      },
    });
    expect(found).toMatchObject({ Out: { perDay: 1, urgency: 'stocked out' } });
  });

  test('leaves out the days from the last sale to a count with nothing available, where stock is counted each week', async () => {
    const sundays = window.filter((day) => countDays(day, today) % 7 === 0);
    const found = await recommend({
      Old: { ...old, counted: sundays },
      Out: {
        counted: sundays,
        sold: window.slice(0, 60),
        each: 1,
        onHand: (day) => (day > daysAgo(31) ? 0 : 5),
      },
    });
    expect(found).toMatchObject({ Old: { perDay: 1 }, Out: { perDay: 1, urgency: 'stocked out' } });
  });

  test('is that of the days to the last sale on record, where stock is recorded for longer', async () => {
    const sold = window.slice(0, 70);
    const out = (day: Day) => (day > daysAgo(10) ? 0 : 60);
    const found = await recommend({
      Old: { ...old, sold },
      Out: { ...old, sold, onHand: out },
    });
    expect(found).toMatchObject({ Old: { perDay: 1 }, Out: { perDay: 1, urgency: 'stocked out' } });
  });
});
