import { expect, test } from 'vitest';
import { askAnalyst, declarations } from './test-analyst.ts';
import { is, monthly, reads, sales, stock, top } from './test-reads.ts';

const declaredCharts = JSON.stringify(declarations.find(({ name }) => name === 'show_visualization'));

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
  ['customers with no sales last month', /not in the records/],
  ['how many orders over $1,000 did we get?', /single customer orders/],
  ['biggest single order last month', /single customer orders/],
  ['how is the second one doing?', /no list/],
  ['how often do customers come?', /no figure for "how often"/],
  ['Which sales person made the best margin?', /no data about employees/],
  ['delete all conversations', /only read/],
  ['stock online', /not kept by channel/],
])('"%s" is refused without reading data', async (question, answer) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(answer);
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});

test.each([
  ['what is safety stock?', /\*\*Safety stock\*\* is units kept against demand/],
  ['how does the reorder point work here?', /\*\*Reorder point\*\* is demand over the lead time/],
  ['how is margin rate defined?', /\*\*Margin rate\*\* is gross margin as a share of revenue/],
  ['What does average order value mean?', /revenue per order/],
  ['what can I ask?', /\*\*Sales\*\*: revenue/],
  ['by which dimensions can stock be broken down?', /\*\*Inventory\*\*: on hand/],
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
  ['how many customers make up 80 % of revenue?', '80'],
  ['revenue minus discounts last month', 'minus discounts'],
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
