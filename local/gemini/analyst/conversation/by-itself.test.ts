import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, reads } from '../test-reads.ts';

const before = [
  'revenue last month',
  'how much stock does each warehouse hold?',
  'top 5 products this year',
  'which purchase orders are late?',
  'what should I reorder?',
  'revenue by category and month this year',
  'which suppliers deliver late?',
];

/** Questions that say all that they need. */
const whole = [
  'How many orders did we get in June?',
  'Weekly revenue over the last 8 weeks',
  'What was the margin rate by category in Q2?',
  'Top 3 customers by revenue last quarter',
  'Margin rate by category last quarter compared with the prior quarter',
  'What did we write off this year?',
  'Which customers bought most in 2025?',
  'Value ordered by supplier this year',
  'Who was our number one customer in May?',
  'Who bought most in May?',
];

test.each(before.flatMap((first) => whole.map((asked) => [first, asked])))(
  'after "%s", "%s" is read as it is by itself',
  async (first = '', asked = '') => {
    expect(await reads(first, asked)).toEqual(await reads(asked));
  },
);

test.each([
  ['top 5 products this year', 'Brands with the lowest margin rate, who are they?'],
  ['what should I reorder?', 'I want a ranking of the warehouses on their stock value'],
  [
    'which products are out of stock?',
    'How did sales of this month stack up against those of the month before?',
  ],
  ['top 5 products this year', "How does the helmets' stock compare with its sales last month?"],
])('after "%s", "%s" speaks of what it has told itself', async (first, asked) => {
  expect(await reads(first, asked)).toEqual(await reads(asked));
});

test.each([['compare last month with the month before', 'Which three products came out on top in 2025?']])(
  'after "%s", "%s" keeps its own time',
  async (first, asked) => {
    expect(await reads(first, asked)).toEqual(await reads(asked));
  },
);

test.each([
  ['top 3 customers this year', 'what did they buy in June?', 'customer'],
  ['top 3 customers this year', 'who bought most in June?', 'customer'],
  ['revenue of Helmets last month', 'which customers bought most in June?', 'category'],
  ['revenue of Helmets by month this year', 'which products sold best in June?', 'category'],
  ['sales of Online last month', 'which products sold best in Q2?', 'channel'],
  ['revenue of Helmets this year', 'what was the margin rate in Q2?', 'category'],
  ['revenue of Helmets this year', 'what was the discount in June?', 'category'],
  ['revenue of Helmets this year', 'units and revenue each month', 'category'],
  ['revenue of Helmets this year', 'how do sales this month compare with those of last month?', 'category'],
  ['revenue of Helmets last month', 'customers by their revenue', 'category'],
  ['revenue of Helmets last month', 'brands with the lowest margin rate, who are they?', 'category'],
  ['stock of Helmets', 'which products are below their reorder point?', 'category'],
])('after "%s", "%s" stays with what was told', async (first, asked, dimension) => {
  const [read] = await reads(first, asked);
  expect(read?.args.filters).toContainEqual(expect.objectContaining({ dimension }));
});

test('what there is of something, after what it sold, is its stock', async () => {
  const [read] = await reads('which products sold best last month?', 'how many Helmets do we have?');
  expect(read).toMatchObject({
    name: 'query_inventory',
    args: { measures: ['on_hand'], filters: is('category', 'Helmets') },
  });
});

test.each([
  ['revenue of Helmets this year', 'margin rate by region this year', 'not only Helmets'],
  ['sales of Online this year', 'which customers had the highest margin this year?', 'not only Online'],
  ['stock of Helmets', 'what should I reorder?', 'not only Helmets'],
  ['what should I reorder in Northgate?', 'top 5 products in October', 'not only Northgate'],
])('after "%s", the answer to "%s" says that it is of everything', async (first, asked, says) => {
  const turns = await askAnalyst([first, asked]);
  expect(turns.at(-1)?.text).toContain(`Of everything, ${says}.`);
});

test.each([
  ['revenue of Helmets this year', 'our margin rate by region this year'],
  ['revenue of Helmets this year', 'margin rate by category this year'],
  ['revenue of Helmets this year', 'margin rate of Bikes by region this year'],
  ['revenue by category this year', 'margin rate by region this year'],
])('after "%s", the answer to "%s" needs not say it', async (first, asked) => {
  const turns = await askAnalyst([first, asked]);
  expect(turns.at(-1)?.text).not.toContain('Of everything');
});

test('of the kind that one was told of, it is all that are ranked', async () => {
  const [read] = await reads('how did Helmets do last month?', 'which category sold best in June?');
  expect(read?.args).toMatchObject({ dimensions: ['category'] });
  expect(read?.args.filters).toBeUndefined();
});
