import { afterAll, describe, expect, test } from 'vitest';
import { startTestServer } from '../../../local/bigquery/testing/bigquery-client.ts';
import { listUnits } from '../analytics/calendar.ts';
import { createDemoTools } from './testing/demo-tools.ts';

/** A shop two of whose customers have one name, and two others one that differs in case. */
const today = '2026-11-22';
const days = listUnits('day', '2026-01-01', today);
const customers = {
  'C-1': 'Larsen Home Store',
  'C-2': 'Larsen Home Store',
  'C-3': 'ACME',
  'C-4': 'Acme',
  'C-5': 'Larsen (west)',
  'C-6': 'Larsen (C-1)',
};
/** Each customer buys for a sum of its own, so that a total tells whose it is. */
const amounts = new Map(Object.keys(customers).map((id, index) => [id, 10 ** index]));
const server = await startTestServer({
  rows: {
    warehouses: [{ warehouse_id: 'W1', name: 'Shop', region: null }],
    customers: Object.entries(customers).map(([customer_id, name]) => ({ customer_id, name })),
    products: ['Gloves', 'Gloves (blue)'].map((name) => ({
      product_id: name,
      sku: name,
      name,
      brand: name === 'Gloves' ? null : 'Halden',
      unit_cost: 2,
    })),
    sales_lines: days.flatMap((day, index) =>
      [...amounts].map(([customer, amount], place) => ({
        ...{ line_id: index * amounts.size + place, order_id: `${customer}-${index}`, line_type: 'sale' },
        ...{ order_date: day, warehouse_id: 'W1', customer_id: customer, channel: 'shop' },
        ...{ product_id: customer === 'C-3' ? 'Gloves (blue)' : 'Gloves', quantity: 1, unit_price: amount },
        ...{ discount_amount: 0, net_amount: amount, cost_amount: 0 },
      })),
    ),
    replication_status: [
      {
        ...{ table_name: 'sales_lines', first_date: '2026-01-01', last_date: today, row_count: 1 },
        replicated_at: '2026-11-22T20:00:00Z',
      },
    ],
  },
});
const { call, run } = createDemoTools(server.client, today);
afterAll(server.close);

const first = 'Larsen Home Store (C-1)';
const second = 'Larsen Home Store (C-2)';
const where = (op: string, ...values: string[]) => [{ dimension: 'customer', op, values }];

/** The customers that a filter keeps, as they are shown. */
async function kept(op: string, ...values: string[]) {
  const { rows } = await call('query_sales', {
    ...{ measures: ['revenue'], dimensions: ['customer'], period: '2026-11-01' },
    filters: where(op, ...values),
    orderBy: { by: 'revenue', direction: 'asc' },
  });
  return rows.map(([customer]) => customer);
}

const all = [first, second, 'ACME (C-3)', 'Acme (C-4)', 'Larsen (west)', 'Larsen (C-1)'];

describe('a filter', () => {
  test('takes each customer as the results show it, and keeps that one alone', async () => {
    expect(await kept('is_not', 'No customer')).toEqual(all);
    for (const customer of all) expect(await kept('is', customer)).toEqual([customer]);
  });

  test('leaves out the one of two namesakes that is named', async () => {
    expect(await kept('is_not', first)).toEqual(all.filter((customer) => customer !== first));
  });

  test('takes a name that is shared for all who have it, and an id for its own', async () => {
    expect(await kept('is', 'larsen home store')).toEqual([first, second]);
    expect(await kept('is', 'acme')).toEqual(['ACME (C-3)', 'Acme (C-4)']);
    expect(await kept('is', 'c-2')).toEqual([second]);
  });

  test('finds what is contained in the label', async () => {
    expect(await kept('contains', 'store (c-2')).toEqual([second]);
    expect(await kept('contains', 'larsen')).toEqual([first, second, 'Larsen (west)', 'Larsen (C-1)']);
  });

  test('leaves out what is contained in the label, and keeps what has no name', async () => {
    expect(await kept('contains_not', 'larsen')).toEqual(['ACME (C-3)', 'Acme (C-4)']);
    expect(await kept('contains_not', 'store', 'c-4')).toEqual([
      'ACME (C-3)',
      'Larsen (west)',
      'Larsen (C-1)',
    ]);
    const { rows, scope } = await call('query_sales', {
      ...{ measures: ['orders'], dimensions: ['brand'], period: '2026-11-01' },
      filters: [{ dimension: 'brand', op: 'contains_not', values: ['hald'] }],
    });
    expect(rows).toEqual([['No brand', 5]]);
    expect(scope.filters).toEqual(['Brand does not contain hald']);
  });

  test('takes a name that ends in parentheses as a name', async () => {
    const { rows } = await call('query_sales', {
      ...{ measures: ['revenue'], dimensions: ['product'], period: '2026-11-01' },
      filters: [{ dimension: 'product', op: 'is', values: ['gloves (blue)'] }],
    });
    expect(rows).toEqual([['Gloves (blue)', 100]]);
  });

  test('by a name with the id of someone else is answered by the nearest names', async () => {
    const filters = where('is', 'Larsen Home Store (C-3)');
    const outcome = await run('query_sales', { measures: ['revenue'], filters });
    expect(outcome).toMatchObject({
      ...{ kind: 'failure', code: 'no_match' },
      hint: `Nearest: "larsen home store", "${first}", "${second}", "c-3", "Larsen (C-1)".`,
    });
  });
});

test.each([
  ['query_sales', { measures: ['revenue'], period: '2026-10' }, 'revenue', [310]],
  ['compare_sales', { measures: ['revenue'], period: '2026-10' }, 'revenue', [310]],
  ['get_sales_by_month', { measures: ['revenue'], months: 2 }, 'revenue', [300, 310]],
  ['classify_products', {}, 'product', ['Gloves']],
])('%s takes one of two namesakes as shown', async (tool, args, column, cells) => {
  const { columns, rows } = await call(tool, { ...args, filters: where('is', second) });
  const at = columns.findIndex(({ name }) => name === column);
  expect(rows.map((row) => row[at])).toEqual(cells);
});

test('forecast_demand takes one of two namesakes as shown', async () => {
  const { rows } = await call('forecast_demand', { measure: 'revenue', filters: where('is', second) });
  expect(rows.find(([month]) => month === '2026-10-01')?.[1]).toBe(310);
});
