import { afterAll, describe, expect, test } from 'vitest';
import { startTestServer } from '../../../local/bigquery/testing/bigquery-client.ts';
import { addDays, type Day, listUnits } from '../analytics/calendar.ts';
import { createDemoTools } from './testing/demo-tools.ts';

/** A shop that counts its stock on Sundays, and has its sales on record for 28 days. */
const today = '2026-11-22';
const firstSale = addDays(today, -27);
const sundays = listUnits('week', '2026-06-01', today).map((monday) => addDays(monday, 6));

const count = (day: string, product: string, onHand: number) => ({
  ...{ snapshot_date: day, warehouse_id: 'W1', product_id: product },
  ...{ on_hand: onHand, reserved: 0, on_order: 0 },
});
const status = (table: string, first: string) => ({
  ...{ table_name: table, first_date: first, last_date: today, row_count: 1 },
  replicated_at: '2026-11-22T20:00:00Z',
});
const sell = (days: Day[]) =>
  days.map((day, index) => ({
    ...{ line_id: index, order_id: `O${index}`, line_type: 'sale', order_date: day, warehouse_id: 'W1' },
    ...{ product_id: 'Busy', channel: 'shop', quantity: 1, unit_price: 5, discount_amount: 0 },
    ...{ net_amount: 5, cost_amount: 2 },
  }));
const server = await startTestServer({
  rows: {
    warehouses: [{ warehouse_id: 'W1', name: 'Shop', region: null }],
    products: ['Busy', 'Idle', 'New'].map((name) => ({ product_id: name, sku: name, name, unit_cost: 2 })),
    stock_snapshots: sundays.flatMap((day) => [
      count(day, 'Busy', 84),
      count(day, 'Idle', 5),
      ...(day > addDays(today, -20) ? [count(day, 'New', 5)] : []),
    ]),
    sales_lines: sell(listUnits('day', firstSale, today)),
    replication_status: [status('sales_lines', firstSale), status('stock_snapshots', sundays[0] ?? today)],
  },
});
const { call } = createDemoTools(server.client, today);
afterAll(server.close);

describe('of stock that is not recorded each day', () => {
  test('what was there at the first count of the window is no new stock', async () => {
    const { rows } = await call('find_slow_movers', {});
    expect(rows.map(([product, , , , slowness]) => [product, slowness])).toEqual([['Idle', 'not sold']]);
  });
});

describe('of sales that began within the window', () => {
  test('demand is that of the days on record', async () => {
    const { rows, notes } = await call('find_slow_movers', { coverDays: 60 });
    expect(rows.find(([product]) => product === 'Busy')?.slice(-1)).toEqual([84]);
    expect(notes.join('\n')).toContain('over the demand per day of the 28 recorded days');
    const stock = await call('query_inventory', { measures: ['daily_demand', 'days_of_cover'] });
    expect(stock.rows).toEqual([[1, 94]]);
    const earlier = await call('query_inventory', {
      ...{ measures: ['daily_demand'], grain: 'week' },
      period: `${addDays(today, -13)}..${today}`,
    });
    expect(earlier.rows.map(([, demand]) => demand)).toEqual([1, 1]);
  });
});

describe('of sales that end before the stock', () => {
  const shop = (lastSale: Day) =>
    startTestServer({
      rows: {
        warehouses: [{ warehouse_id: 'W1', name: 'Shop', region: null }],
        products: [{ product_id: 'Busy', sku: 'Busy', name: 'Busy', unit_cost: 2 }],
        stock_snapshots: [count(today, 'Busy', 84)],
        sales_lines: sell(listUnits('day', addDays(lastSale, -99), lastSale)),
        replication_status: [
          { ...status('sales_lines', addDays(lastSale, -99)), last_date: lastSale },
          status('stock_snapshots', today),
        ],
      },
    });

  test('demand is that of the days on record, and the rest is said not to be known', async () => {
    const late = await shop(addDays(today, -21));
    const tools = createDemoTools(late.client, today);
    const stock = await tools.call('query_inventory', { measures: ['daily_demand', 'days_of_cover'] });
    expect(stock.rows).toEqual([[1, 84]]);
    expect(stock.notes.join(' ')).toContain(
      'sales lines, which are on record to 1 Nov 2026: nothing is known of the days after',
    );
    const slow = await tools.call('find_slow_movers', { coverDays: 60 });
    expect(slow.rows.map((row) => row.at(-1))).toEqual([84]);
    expect(slow.notes.join(' ')).toContain('over the demand per day of the 70 recorded days');
    await late.close();
  });

  test('nothing is called slow where no sale of the days looked at is on record', async () => {
    const late = await shop(addDays(today, -120));
    const tools = createDemoTools(late.client, today);
    expect(await tools.run('find_slow_movers', {})).toMatchObject({
      ...{ kind: 'failure', code: 'no_match' },
      message: expect.stringContaining('No sales are on record from 2026-08-24 to 2026-11-22'),
    });
    const { rows, notes } = await tools.call('get_reorder_recommendations', {});
    expect(rows).toEqual([]);
    expect(notes.join(' ')).toContain('No sales are on record for the 91 days to 22 Nov 2026');
    await late.close();
  });
});
