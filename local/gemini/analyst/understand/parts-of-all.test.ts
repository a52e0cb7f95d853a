import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { type Run, runTool } from '../test-company.ts';
import { catalog, search } from '../test-company-catalog.ts';
import { is, reads, readsOf, sales } from '../test-reads.ts';

const bikesOnline = [...is('category', 'Bikes'), ...is('channel', 'Online')];

/** A part that names of several kinds say, beside its whole. */
test.each([
  'What share of total revenue last month was Bikes online?',
  'How much of our total revenue last month is Bikes sold online?',
  'Bikes online as a share of all sales last month',
  'Contribution of Bikes online to company revenue last month',
  'Share of Bikes online in total revenue last month',
])('%j is a share of all of it', async (question) => {
  const [part, whole] = await reads(question);
  expect(part).toMatchObject(sales({ measures: ['revenue'], period: 'last month' }));
  expect(part?.args.filters).toEqual(expect.arrayContaining(bikesOnline));
  expect(whole?.args).toEqual({ measures: ['revenue'], period: 'last month' });
});

test('A whole that is named narrows both', async () => {
  const [part, whole] = await reads('What share of online revenue came from Bikes in Asia?');
  expect(whole?.args.filters).toEqual(is('channel', 'Online'));
  expect(part?.args.filters).toHaveLength(3);
});

test('A part of one kind has the rows of its kind', async () => {
  expect(await reads('What share of Bikes revenue is online?')).toMatchObject([
    sales({ dimensions: ['channel'], filters: is('category', 'Bikes') }),
  ]);
});

test('The whole stays all of it in what follows', async () => {
  const asked = 'What share of total revenue last month was Bikes online?';
  const [part, whole] = await readsOf([asked, 'and in September?']);
  expect(part?.args.filters).toEqual(expect.arrayContaining(bikesOnline));
  expect(whole?.args).toEqual({ measures: ['revenue'], period: '2026-09' });
  expect(await readsOf([asked, 'by region'])).toEqual([]);
});

test('Members that lead in a place are its parts', async () => {
  expect(await reads('Which category has the highest share in Asia?')).toMatchObject([
    sales({ dimensions: ['category'], filters: is('region', 'Asia') }),
  ]);
});

test('What is given away of revenue is the discount rate', async () => {
  const [first] = await reads('What share of revenue did we give away as discounts by channel?');
  expect(first).toMatchObject(sales({ measures: ['discount_rate'], dimensions: ['channel'] }));
});

test.each([
  'Do most of our customers buy online?',
  'Do most customers order online?',
  'Do the majority of our customers shop online?',
])('%j asks whether more than half of them do', async (question) => {
  const [part, whole] = await reads(question);
  expect(part?.args).toMatchObject({ measures: ['customers'], filters: is('channel', 'Online') });
  expect(whole?.args).toEqual({ measures: ['customers'] });
});

test('Most of the sales is more than half of them', async () => {
  expect(await reads('Are most of our sales online?')).toEqual(
    await reads('Is more than half of our sales online?'),
  );
});

test('A part of the number of products is no bound on their figures', async () => {
  expect(await reads('Do most of our products make money?')).toEqual([]);
});

test.each([
  'Bikes sales by brand as a percentage of all Bikes, last month',
  'Bikes sales by brand as a share of Bikes last month',
  'Bikes revenue by brand last month in percent of total Bikes',
])('"%s" sets each against the whole that is named', async (question) => {
  const [first] = await reads(question);
  expect(first?.args).toMatchObject({
    measures: ['revenue', 'revenue_share'],
    dimensions: ['brand'],
    filters: is('category', 'Bikes'),
  });
});

test('what lies within the name is no part of all', async () => {
  const question = 'Bikes sales by product as a percentage of company sales last month';
  expect(await reads(question)).toEqual([]);
});

test('the share of one in each region is still that', async () => {
  expect(await reads('Bikes sales by region as a percentage of all sales last month')).toMatchObject([
    sales({ dimensions: ['region', 'category'] }),
  ]);
});

test.each(['What share of Bikes is each brand?', 'how much of Bikes is each brand?'])(
  '%j is told of what was sold',
  async (question) => {
    const [first] = await reads(question);
    expect(first?.args).toMatchObject({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['brand'],
      filters: is('category', 'Bikes'),
    });
  },
);

test('a share of the number of products is no share of what they sold', async () => {
  expect(await reads('what share of our products are in Bikes?')).toEqual([]);
});

test('the best are told together, with their part of all, where "together" or "that" asks for it', async () => {
  const best = 'top 3 customers last month';
  for (const then of ['what share of revenue do they make together?', 'what share of revenue is that?']) {
    const { text } = (await askAnalyst([best, then])).at(-1) ?? { text: '' };
    expect(text).toMatch(/^\*\*The three together make .*That is [\d.]+% of all/);
  }
  const each = (await askAnalyst([best, 'each as a share of the total'])).at(-1)?.text;
  expect(each).not.toMatch(/^\*\*The three together/);
});

test('a share of what no tool has as a share is read whole', async () => {
  const [all] = await reads('What share of spend do the top 3 suppliers make together?');
  expect(all).toMatchObject({ name: 'get_purchase_orders', args: { dimensions: ['supplier'] } });
  expect(all?.args).not.toHaveProperty('limit');
});

test('the share of what came back is of all that came back, and no rate', async () => {
  const asked = ['top 5 products by returns last month', 'what share of all returns is that?'];
  const [all] = await readsOf(asked);
  expect(all).toMatchObject(sales({ measures: ['returns'], dimensions: ['product'] }));
});

test('Two names "together" or "combined" have one figure', async () => {
  const [both] = await reads('how much did we sell of Bikes and Helmets combined last month?');
  expect(both?.args).not.toHaveProperty('dimensions');
});

test('what the best make together is not compared with another time by one of them', async () => {
  const asked = ['how much of our revenue comes from the ten biggest customers?', 'was it more last year?'];
  const { text, calls } = (await askAnalyst(asked)).at(-1) ?? { text: '', calls: [] };
  expect(text).toContain('I have no way to compare what the first of a ranking make together');
  expect(calls).toEqual([]);
});

test('the split of a figure between members is each of them with its share', async () => {
  const [split] = await reads("what's the split of revenue between regions?");
  expect(split).toMatchObject(
    sales({ measures: expect.arrayContaining(['revenue']), dimensions: ['region'] }),
  );
});

test('"They" after a colon are those before it, and no rows of an earlier answer', async () => {
  const asked = 'Top 3 suppliers by spend this year: what share do they make together?';
  expect(await readsOf(['revenue by product', asked])).toEqual(await reads(asked));
});

test('as many are told together as were asked for, not only those that the text lists', async () => {
  const spend = Array.from({ length: 15 }, (_, index) => [`Supplier ${index + 1}`, 1000 - index * 10]);
  const run: Run = (name, args, id) => {
    const response = runTool(name, args, id);
    if (name !== 'get_purchase_orders' || typeof response.output !== 'object') return response;
    return { output: { ...response.output, rows: spend, rowCount: spend.length } };
  };
  const [turn] = await askAnalyst(['What share of spend do the top 12 suppliers make together?'], run);
  expect(turn?.text).toMatch(/^\*\*The twelve together make 11,340\*\*.* That is 81\.\d% of all\./);
});

/** Two products are called "Trail". */
const trails: Run = (name, args, id) =>
  name === 'search_catalog' && args.query === 'Trail'
    ? search('Trail', id, [...catalog, ['product', 'P9', 'Trail Lamp', 'SKU-900']])
    : runTool(name, args, id);

test.each<[string, string, string[]]>([
  ['share of Trail in Helmets revenue last month', 'category', ['Helmets']],
  ['share of Trail in online revenue last month', 'channel', ['Online']],
])('"%s" is of all that is called so, beside its whole', async (question, dimension, values) => {
  const [part, whole] = await readsOf([question], trails);
  const called = { dimension: 'product', op: 'contains', values: ['Trail'] };
  expect(part?.args).toMatchObject({
    dimensions: [dimension],
    filters: expect.arrayContaining([called, ...is(dimension, ...values)]),
  });
  expect(whole?.args).toMatchObject({ filters: is(dimension, ...values) });
});
