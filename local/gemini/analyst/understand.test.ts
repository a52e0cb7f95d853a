import { expect, test } from 'vitest';
import { askAnalyst, declarations } from './test-analyst.ts';
import type { Called } from './test-company.ts';

/** The reads of the last question, without lookups and drawing. */
async function reads(...questions: string[]): Promise<Called[]> {
  const turns = await askAnalyst(questions);
  return (turns.at(-1)?.calls ?? []).filter(
    ({ name }) => name !== 'search_catalog' && name !== 'show_visualization',
  );
}
const declaredCharts = JSON.stringify(declarations.find(({ name }) => name === 'show_visualization'));
const sales = (args: object) => ({ name: 'query_sales', args });
const monthly = (args: object) => ({ name: 'get_sales_by_month', args });
const compared = (args: object) => ({ name: 'compare_sales', args });
const bought = (args: object) => ({ name: 'get_purchase_orders', args });
const stock = (args: object) => ({ name: 'query_inventory', args });
const is = (dimension: string, ...values: string[]) => [{ dimension, op: 'is', values }];
const top = (by: string, limit: number, direction = 'desc') => ({ orderBy: { by, direction }, limit });

test.each<[string, object]>([
  // Who does it says which way the goods go.
  ['what did we order last month, in units?', bought({ measures: ['ordered_units'], period: 'last month' })],
  [
    'spend by supplier last quarter',
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last quarter' }),
  ],
  [
    'how many units did suppliers deliver last week?',
    bought({ measures: ['received_units'], by: 'received', period: 'last week' }),
  ],
  [
    'how many orders did we place with suppliers in Q3?',
    bought({ measures: ['purchase_order_count'], period: 'Q3 2026' }),
  ],
  [
    'which purchase orders are due next week?',
    bought({
      measures: ['open_units', 'open_value'],
      dimensions: ['purchase_order', 'supplier', 'expected_date'],
      period: 'next week',
      by: 'expected',
      orderBy: { by: 'expected_date', direction: 'asc' },
    }),
  ],
  [
    'how many units arrive this month, by warehouse?',
    bought({ measures: ['open_units'], dimensions: ['warehouse'], period: 'this month', by: 'expected' }),
  ],
  [
    "what share of each supplier's open lines is late?",
    bought({ measures: ['late_rate'], dimensions: ['supplier'] }),
  ],
  ['how many units are late, by supplier?', bought({ measures: ['late_units'], dimensions: ['supplier'] })],
  ['value of open orders by supplier', bought({ measures: ['open_value'], dimensions: ['supplier'] })],
  [
    'How are we doing this year compared to last?',
    sales({ measures: ['revenue', 'units', 'orders', 'gross_margin'], period: 'year to date' }),
  ],
  ['purchases versus sales by month this year', monthly({ measures: ['revenue'], period: 'year to date' })],
  [
    'rank the DCs by days of supply',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['warehouse'],
      orderBy: { by: 'days_of_cover', direction: 'desc' },
    }),
  ],
  [
    'number of SKUs in stock per category',
    stock({ measures: ['stocked_products'], dimensions: ['category'] }),
  ],
  ['month over month growth of units this year', monthly({ measures: ['units'], period: 'year to date' })],
  [
    'value of goods bought for each supplier last month',
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], period: 'last month' }),
  ],
  [
    'ordered vs received units by supplier in Q3',
    bought({ measures: ['ordered_units', 'received_units'], dimensions: ['supplier'], period: 'Q3 2026' }),
  ],
  [
    'which subcategories are down on last year over the last three full months?',
    compared({
      measures: ['revenue'],
      dimension: 'subcategory',
      period: 'last 3 months',
      compareTo: '2025-08-01..2025-10-31',
    }),
  ],
  [
    'which suppliers deliver late most?',
    bought({
      measures: ['late_orders'],
      dimensions: ['supplier'],
      orderBy: { by: 'late_orders', direction: 'desc' },
    }),
  ],
  [
    'which brands are growing?',
    compared({
      measures: ['revenue'],
      dimension: 'brand',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ],
  [
    'lead time by supplier, slowest first',
    bought({
      measures: ['lead_time'],
      dimensions: ['supplier'],
      orderBy: { by: 'lead_time', direction: 'desc' },
    }),
  ],
  ['how much did we make yesterday?', sales({ measures: ['revenue'], period: 'yesterday' })],
  [
    'which region grew the fastest last month?',
    compared({
      measures: ['revenue'],
      dimension: 'region',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ],
  ['how many customers bought from us last month?', sales({ measures: ['customers'], period: 'last month' })],
  // The running month is one of those ahead.
  [
    'What will profit be next quarter?',
    { name: 'forecast_demand', args: { measure: 'gross_margin', horizon: 5 } },
  ],
  [
    'which brands have the worst margin?',
    sales({
      measures: ['margin_rate'],
      dimensions: ['brand'],
      orderBy: { by: 'margin_rate', direction: 'asc' },
    }),
  ],
  [
    'worst 5 suppliers by rejection rate last year',
    {
      name: 'get_purchase_orders',
      args: {
        measures: ['rejection_rate'],
        dimensions: ['supplier'],
        period: 'last year',
        ...top('rejection_rate', 5),
      },
    },
  ],
  [
    'how long do our suppliers really take to deliver?',
    { name: 'get_purchase_orders', args: { measures: ['lead_time'], dimensions: ['supplier'] } },
  ],
  [
    'top 3 products in each category last year',
    sales({
      measures: ['revenue'],
      dimensions: ['product', 'category'],
      period: 'last year',
      ...top('revenue', 3),
      limitPer: 'category',
    }),
  ],
  [
    'value of open purchase orders by supplier',
    { name: 'get_purchase_orders', args: { measures: ['open_value'], dimensions: ['supplier'] } },
  ],
  [
    'Which suppliers are late with deliveries?',
    { name: 'get_purchase_orders', args: { measures: ['late_orders'], dimensions: ['supplier'] } },
  ],
  [
    'What share of sales is online? Last month',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period: 'last month' }),
  ],
  ["Compare the last three months' sales", monthly({ months: 3, measures: ['revenue'] })],
  [
    "compare the last three months' sales, by region",
    monthly({ months: 3, measures: ['revenue'], dimension: 'region' }),
  ],
  ['Show inventory reorder recommendations', { name: 'get_reorder_recommendations', args: {} }],
  ['what should I reorder this week?', { name: 'get_reorder_recommendations', args: {} }],
  ["what's running low?", { name: 'get_reorder_recommendations', args: {} }],
  [
    'top 10 products by revenue last quarter',
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last quarter', ...top('revenue', 10) }),
  ],
  [
    'bottom five products by margin this year',
    sales({
      measures: ['gross_margin'],
      dimensions: ['product'],
      period: 'year to date',
      ...top('gross_margin', 5, 'asc'),
    }),
  ],
  [
    'Which product sold most last month?',
    sales({ measures: ['units'], dimensions: ['product'], period: 'last month', ...top('units', 10) }),
  ],
  [
    'who are our top customers?',
    sales({ measures: ['revenue'], dimensions: ['customer'], ...top('revenue', 10) }),
  ],
  [
    'revnue by catgory last quater',
    sales({ measures: ['revenue'], dimensions: ['category'], period: 'last quarter' }),
  ],
  [
    'How did sales develop over the last two years?',
    monthly({ period: 'last 2 years', measures: ['revenue'] }),
  ],
  [
    'What share of revenue came from each channel last month?',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period: 'last month' }),
  ],
  [
    'What share of sales is online?',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'] }),
  ],
  ['show me the stock status by warehouse', stock({ measures: ['on_hand'], dimensions: ['warehouse'] })],
  ['What is our stock value?', stock({ measures: ['stock_value'] })],
  ['How many products are out of stock?', stock({ measures: ['out_of_stock'] })],
  ['how many customers bought in Q3?', sales({ measures: ['customers'], period: 'Q3 2026' })],
  ['How many orders did we get last week?', sales({ measures: ['orders'], period: 'last week' })],
  [
    'How much stock do we have of SKU-100?',
    stock({ measures: ['on_hand'], filters: is('product', 'City Helmet') }),
  ],
  [
    'sales without online last month',
    sales({
      measures: ['revenue'],
      period: 'last month',
      filters: [{ dimension: 'channel', op: 'is_not', values: ['Online'] }],
    }),
  ],
  [
    'compare bikes and helmets revenue last month',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    'stock in the Northgate warehouse',
    stock({ measures: ['on_hand'], filters: is('warehouse', 'Northgate') }),
  ],
  [
    'products with stock below 10',
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      orderBy: { by: 'on_hand', direction: 'asc' },
      having: [{ measure: 'on_hand', op: 'below', value: 10 }],
    }),
  ],
  [
    'products with revenue over 10k and margin below 20 %',
    sales({
      measures: ['revenue', 'margin_rate'],
      dimensions: ['product'],
      orderBy: { by: 'revenue', direction: 'desc' },
      having: [
        { measure: 'revenue', op: 'above', value: 10_000 },
        { measure: 'margin_rate', op: 'below', value: 0.2 },
      ],
    }),
  ],
  [
    'customers that spent between $20k and $40k',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      orderBy: { by: 'revenue', direction: 'desc' },
      having: [
        { measure: 'revenue', op: 'at_least', value: 20_000 },
        { measure: 'revenue', op: 'at_most', value: 40_000 },
      ],
    }),
  ],
  [
    'in how many months this year did we exceed 1 million in revenue?',
    sales({
      measures: ['revenue'],
      grain: 'month',
      period: 'year to date',
      having: [{ measure: 'revenue', op: 'above', value: 1_000_000 }],
    }),
  ],
  [
    'the best 2 categories in each region',
    sales({
      measures: ['revenue'],
      dimensions: ['category', 'region'],
      ...top('revenue', 2),
      limitPer: 'region',
    }),
  ],
  [
    'best category each month this year',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      grain: 'month',
      period: 'year to date',
      ...top('revenue', 1),
      limitPer: 'month',
    }),
  ],
  [
    'which categories fell by more than 20 % in October compared with September?',
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-10', compareTo: '2026-09' }),
  ],
  [
    'sales in the first two weeks of October',
    sales({ measures: ['revenue'], period: '2026-10-01..2026-10-14' }),
  ],
  ['sales in week 40', sales({ measures: ['revenue'], period: '2026-09-28..2026-10-04' })],
  ['revenue between October 3 and 17', sales({ measures: ['revenue'], period: '2026-10-03..2026-10-17' })],
  [
    'sales on weekends vs weekdays last month',
    sales({ measures: ['revenue'], period: 'last month', filters: is('weekday', 'Saturday', 'Sunday') }),
  ],
  [
    'everything but online by region',
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      filters: [{ dimension: 'channel', op: 'is_not', values: ['Online'] }],
    }),
  ],
  [
    'sales excluding Bikes in Europe',
    sales({
      measures: ['revenue'],
      filters: [
        { dimension: 'category', op: 'is_not', values: ['Bikes'] },
        { dimension: 'region', op: 'is', values: ['Europe'] },
      ],
    }),
  ],
  [
    'compare Q3 with Q3 last year',
    sales({ measures: ['revenue'], grain: 'quarter', period: '2025-07-01..2026-09-30' }),
  ],
  [
    'Compare October with September by category',
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-10', compareTo: '2026-09' }),
  ],
  [
    'Why did sales drop in October?',
    compared({
      ...{ measures: ['revenue'], dimension: 'category' },
      ...{ period: '2026-10', compareTo: '2026-09-01..2026-09-30' },
    }),
  ],
  [
    'Which products declined most?',
    compared({
      ...{ measures: ['revenue'], dimension: 'product' },
      ...{ period: 'last month', compareTo: '2026-09-01..2026-09-30', limit: 100 },
    }),
  ],
  ['revenue per customer last year', sales({ measures: ['revenue', 'customers'], period: 'last year' })],
  ['sales last summer', sales({ measures: ['revenue'], period: '2026-06-01..2026-08-31' })],
  ['sales this autumn so far', sales({ measures: ['revenue'], period: '2026-09-01..2026-11-23' })],
  ['units over Christmas', sales({ measures: ['units'], period: '2025-12-24..2025-12-26' })],
  ['profit of the winter of 2024', sales({ measures: ['gross_margin'], period: '2024-12-01..2025-02-28' })],
  ['daily sales last 2 weeks', sales({ measures: ['revenue'], grain: 'day', period: 'last 2 weeks' })],
  [
    'average order value by customer segment',
    sales({ measures: ['average_order_value'], dimensions: ['customer_segment'] }),
  ],
  ['best month this year', monthly({ period: 'year to date', measures: ['revenue'] })],
  [
    'how many SKUs do we carry?',
    stock({ measures: ['on_hand'], dimensions: ['sku'], orderBy: { by: 'on_hand', direction: 'desc' } }),
  ],
  [
    'how many products does each supplier have?',
    stock({ measures: ['stocked_products'], dimensions: ['supplier'] }),
  ],
  [
    'which products are not in stock?',
    stock({
      measures: ['out_of_stock'],
      dimensions: ['product'],
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
    }),
  ],
  ['sales on mondays', sales({ measures: ['revenue'], filters: is('weekday', 'Monday') })],
  ['profit per order', sales({ measures: ['gross_margin', 'orders'] })],
  ['revenue per order by month', monthly({ measures: ['average_order_value'] })],
  ['lowest revenue day this year', sales({ measures: ['revenue'], grain: 'day', period: 'year to date' })],
  [
    'stock of bikes products by warehouse',
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('category', 'Bikes') }),
  ],
  [
    'monthly units for Bikes in Europe online',
    monthly({
      measures: ['units'],
      filters: [...is('category', 'Bikes'), ...is('region', 'Europe'), ...is('channel', 'Online')],
    }),
  ],
  [
    'year over year revenue growth by month',
    monthly({ period: '2025-01-01..2026-11-22', measures: ['revenue'] }),
  ],
  [
    'how did on hand change since june',
    stock({ measures: ['on_hand'], grain: 'month', period: '2026-06-01..2026-11-23' }),
  ],
  ['how fresh is the data?', sales({ measures: ['revenue'], period: 'all time' })],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('a running year is set against the same days of the year before', async () => {
  expect(await reads('compare this year to last year')).toEqual([
    sales({ measures: ['revenue'], period: 'year to date' }),
    sales({ measures: ['revenue'], period: '2025-01-01..2025-11-23' }),
  ]);
});

test('a follow-up changes one part of the last question and keeps the rest', async () => {
  const chain = [
    'Compare the last three months sales',
    'and by region?',
    'only online',
    'for last year instead',
  ];
  expect(await reads(...chain.slice(0, 2))).toEqual([
    monthly({ months: 3, measures: ['revenue'], dimension: 'region' }),
  ]);
  expect(await reads(...chain.slice(0, 3))).toEqual([
    monthly({ months: 3, measures: ['revenue'], dimension: 'region', filters: is('channel', 'Online') }),
  ]);
  expect(await reads(...chain)).toEqual([
    monthly({
      period: 'last year',
      measures: ['revenue'],
      dimension: 'region',
      filters: is('channel', 'Online'),
    }),
  ]);
});

test('a follow-up can change the measure, the order, or move the period back', async () => {
  const best = 'top 5 products by units last month';
  expect(await reads(best, 'and by margin?')).toMatchObject([
    { args: { measures: ['gross_margin'], limit: 5, period: 'last month' } },
  ]);
  expect(await reads(best, 'bottom 3')).toMatchObject([
    { args: { ...top('units', 3, 'asc'), period: 'last month' } },
  ]);
  expect(await reads('sales by month for 2025', 'and the year before?')).toMatchObject([
    { name: 'get_sales_by_month', args: { period: '2024-01-01..2024-12-31' } },
  ]);
});

test('a row of the last answer is named by its place, or by "that"', async () => {
  const best = 'top 3 products by units last month';
  const [ranked] = await askAnalyst([best]);
  const second = /^2\. ([^:]+):/m.exec(ranked?.text ?? '')?.[1] ?? '';
  const asked = await reads(best, 'revenue of the second one last month?');
  expect(asked).toContainEqual(
    sales({ measures: ['revenue'], period: 'last month', filters: is('product', second) }),
  );
  const again = await reads(best, 'revenue of the second one last month?', 'profit of that product in 2025');
  expect(again).toContainEqual(
    sales({ measures: ['gross_margin'], period: '2025', filters: is('product', second) }),
  );
});

test('"that one" of several is not guessed', async () => {
  const turns = await askAnalyst(['top 3 products by units last month', 'revenue of that product']);
  expect(turns.at(-1)?.text).toMatch(/cannot tell which one "that product" means/);
  expect(turns.at(-1)?.calls).toEqual([]);
});

test('stock and "a year ago" are set side by side as of the same day', async () => {
  expect(await reads('what is our stock value?', 'and a year ago?')).toEqual([
    stock({ measures: ['stock_value'], period: 'today' }),
    stock({ measures: ['stock_value'], period: '2025-11-23..2025-11-23' }),
  ]);
});

test('a new name replaces the one of the same kind', async () => {
  expect(await reads('revenue of bikes last month', 'and helmets?')).toMatchObject([
    { args: { filters: is('category', 'Helmets') } },
  ]);
});

test('a chart of another kind is drawn where the tool takes it, else the nearest one with a word about it', async () => {
  const [pie] = await askAnalyst(['revenue by region last month as a pie chart']);
  const drawn = pie?.calls.filter(({ name }) => name === 'show_visualization').map(({ args }) => args.type);
  expect(drawn).toEqual(declaredCharts.includes('pie') ? ['pie'] : ['bar']);
  const [radar] = await askAnalyst(['revenue by region last month as a radar chart']);
  expect(radar?.text).toContain('A radar chart cannot be drawn of this');
});

test('measures of two tools are two reads, and a split that one of them lacks is refused for that one', async () => {
  expect(await reads('revenue and stock value by category')).toEqual([
    sales({ measures: ['revenue'], dimensions: ['category'] }),
    stock({ measures: ['stock_value'], dimensions: ['category'] }),
  ]);
  const [turn] = await askAnalyst(['revenue and stock by channel']);
  expect(turn?.text).toMatch(/revenue over.*no split of inventory by channel/s);
});

test('two questions in one message are both read', async () => {
  expect(await reads('What were sales last month? And what should I reorder?')).toEqual([
    sales({ measures: ['revenue'], period: 'last month' }),
    { name: 'get_reorder_recommendations', args: {} },
    { name: 'get_reorder_recommendations', args: { limit: 10 } },
  ]);
});

test.each([
  ["What's the weather in Berlin?", /no weather data/],
  ['How many employees do we have?', /no data about employees/],
  ['What is our net profit?', /operating cost/],
  ['churn rate last year', /customer retention/],
  ['What is the conversion rate of the website?', /web or marketing/],
  ['Are we on track with our budget?', /budget or target/],
  ['sales of flurbs last month', /do not know "flurbs"/],
  ['Tell me a joke', /general knowledge/],
  ['sales by city', /no split by "city"/],
  ['products with no sales last month', /not in the records/],
  ['how many orders over $1,000 did we get?', /single customer orders/],
  ['biggest single order last month', /single customer orders/],
  ['how is the second one doing?', /no list/],
  ['how often do customers come?', /no figure for "how often"/],
  ['Which sales person made the best margin?', /no data about employees/],
  ['list price of City Helmet', /list of prices/],
  ['delete all conversations', /only read/],
  ['stock online', /not kept by channel/],
])('"%s" is refused without reading data', async (question, answer) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(answer);
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});

test.each([
  ['how is margin rate defined?', /\*\*Margin rate\*\* is gross margin as a share of revenue/],
  ['What does average order value mean?', /revenue per order/],
  ['what can I ask?', /\*\*Sales\*\*: revenue/],
  ['hello', /Hello/],
  ['thanks!', /welcome/],
  ['how is frobnication defined?', /do not know "frobnication"/],
])('"%s" is answered from the declarations', async (question, answer) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(answer);
  expect(turn?.calls).toEqual([]);
});

test.each([
  ['revenue of small orders last month', 'small'],
  ['revenue in the third week of October', 'third'],
  ['what would revenue be if prices rose by 5 %?', 'if'],
  ['how many products make up 80 % of revenue?', '80'],
  ['revenue minus discounts last month', 'minus discounts'],
  ['average revenue per product', 'average'],
  ['worst brand in the best category', 'best category'],
  ['sales in Europe but not in Asia', 'not Asia'],
  ['why do customers return helmets?', 'why do customers'],
])('"%s" gets no figure, but the word that no figure here heeds', async (question, word) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(new RegExp(`what to make of .*${word}`, 's'));
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});

test('a check of the figures is no question: the answer comes again without what was doubted', async () => {
  const check =
    'Check of your last answer: these figures do not follow from the results of this question: "$27,722". Write the whole answer again.';
  const [first, second] = await askAnalyst(["Compare the last three months' sales", check]);
  expect(first?.text).toContain('$27,722');
  expect(second?.calls).toEqual([]);
  expect(second?.text).not.toContain('$27,722');
  expect(second?.text).toContain('$27,890');
});

test('what needs no data states no figure that would have to be proved', async () => {
  for (const question of ['what can I ask?', 'how is days of cover calculated?', 'hello', 'sales by city']) {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text.replaceAll(/`[^`]*`/g, '').replaceAll(/last \d+ months/g, '')).not.toMatch(/\d/);
  }
});
