import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, reads, sales, stock, top } from '../test-reads.ts';

const discontinued = is('product_status', 'Discontinued');
const active = is('product_status', 'Active');
const lamps = is('category', 'Lamps');

test.each<[string, object]>([
  [
    'which discontinued products do we still have, and how many of each?',
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      filters: discontinued,
      ...top('on_hand', 20),
    }),
  ],
  [
    'how many discontinued products do we still have in stock?',
    stock({ measures: ['stocked_products'], filters: discontinued }),
  ],
  [
    'value of discontinued stock by warehouse',
    stock({ measures: ['stock_value'], dimensions: ['warehouse'], filters: discontinued }),
  ],
  [
    'how much money is tied up in discontinued products?',
    stock({ measures: ['stock_value'], filters: discontinued }),
  ],
  [
    'revenue of discontinued products this year',
    sales({ measures: ['revenue'], period: 'year to date', filters: discontinued }),
  ],
  [
    'stock without the discontinued ones',
    stock({ measures: ['on_hand'], filters: [{ ...discontinued[0], op: 'is_not' }] }),
  ],
  [
    'how many active products did we sell nothing of last month?',
    stock({ measures: ['unsold_products'], period: 'last month', filters: active }),
  ],
  [
    'revenue by product status last month',
    sales({ measures: ['revenue'], dimensions: ['product_status'], period: 'last month' }),
  ],
])('"%s" is told of the products that are, or are no longer, sold', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test('"which are discontinued?" names a category\'s products by what is left of them', async () => {
  expect(await reads('which Lamps items are discontinued?')).toContainEqual(
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      filters: [...discontinued, ...lamps],
      ...top('on_hand', 20),
    }),
  );
});

test('dead stock, "not sold or discontinued", is what the slow movers have of it', async () => {
  expect(await reads('how many products are not sold or discontinued?')).toEqual([
    { name: 'find_slow_movers', args: { reasons: ['not sold', 'discontinued'] } },
  ]);
});

test.each([
  'how many products have we discontinued this year?',
  'why was the City Helmet discontinued?',
  'revenue of products that were discontinued in May',
])('"%s" is refused: no tool tells the day or the reason', async (question) => {
  const [answer] = await askAnalyst([question]);
  expect(answer?.text).toContain('no measure of what was discontinued, when or why');
  expect(await reads(question)).toEqual([]);
});

test.each<[string, object]>([
  [
    'which Lamps products are on order?',
    stock({ measures: ['on_order'], dimensions: ['product'], filters: lamps, ...top('on_order', 20) }),
  ],
  [
    'which Lamps products had returns last month?',
    sales({
      measures: ['returns'],
      dimensions: ['product'],
      period: 'last month',
      filters: lamps,
      ...top('returns', 20),
    }),
  ],
  [
    'which products sold last month?',
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 20) }),
  ],
  [
    'which online customers bought Lamps last month?',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      period: 'last month',
      filters: [...is('channel', 'Online'), ...lamps],
      ...top('revenue', 20),
    }),
  ],
])('"%s" asks for them, and not for their total', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test('"sales of Lamps products" is one figure', async () => {
  expect(await reads('sales of Lamps products last month')).toContainEqual(
    sales({ measures: ['revenue'], period: 'last month', filters: lamps }),
  );
});

test.each<[string, object]>([
  [
    'how many active and how many discontinued products do we have?',
    stock({ measures: ['stocked_products'], dimensions: ['product_status'] }),
  ],
  ['discontinued slow movers', { name: 'find_slow_movers', args: { filters: discontinued } }],
])('"%s" is narrowed by it or split by it', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test('the products of a status are those in stock: there is no list of the others', async () => {
  expect(await reads('how many discontinued products do we have?')).toContainEqual(
    stock({ measures: ['stocked_products'], filters: discontinued }),
  );
});

test('"how many different Lamps do we carry?" counts products', async () => {
  expect(await reads('how many different Lamps do we carry?')).toContainEqual(
    stock({ measures: ['stocked_products'], filters: lamps }),
  );
});

test.each(['active warehouses stock value', 'most active products last month', 'sales by agent last month'])(
  '"%s" speaks of no status and of no supplier',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);
