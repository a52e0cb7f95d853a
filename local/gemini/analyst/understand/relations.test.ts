import { describe, expect, test } from 'vitest';
import { is, monthly, reads, sales, top } from '../test-reads.ts';

const withShares = (args: object) => sales({ measures: ['revenue', 'revenue_share'], ...args });
const byTimes = (start: string, end: string) =>
  monthly({ period: `${start}..${end}`, measures: ['revenue'] });

/** Things that stand in a relation: the relation says which is which, in whatever words. */
const wordings: [concept: string, read: object, questions: string[]][] = [
  [
    'the part and the whole are told by what relates them',
    withShares({ dimensions: ['category'], period: 'last month' }),
    [
      'what portion of revenue came from Bikes last month?',
      'of all revenue last month, how much came from Bikes?',
      'how big was Bikes in our revenue last month?',
      'how much of the revenue did Bikes take last month?',
      'Bikes, last month: what share of the revenue was it?',
      'Bikes as a part of total revenue last month',
      'how did the revenue divide among the categories last month, in %',
    ],
  ],
  [
    'a whole that a name narrows is shared among members',
    withShares({ dimensions: ['category'], period: 'last month', filters: is('region', 'Europe') }),
    [
      "what portion of Europe's revenue comes from each category last month",
      'revenue % by category in Europe last month',
      'share of each category in Europe revenue last month',
    ],
  ],
  [
    'what one of many comes to is the figure per thing',
    sales({ measures: ['units', 'orders'], period: 'last month', filters: is('channel', 'Online') }),
    [
      'how many units does an online order contain on average last month?',
      'average number of pieces per online order last month',
      'how many items were there in an average online order last month',
    ],
  ],
  [
    'the worth of an order is its average',
    sales({ measures: ['average_order_value'], period: 'last month' }),
    [
      'how large was an order on average last month, in value?',
      'how big was an average basket last month',
      'what is the average shopping basket last month',
    ],
  ],
  [
    'the best month of the year is one of this year',
    monthly({ period: 'year to date', measures: ['revenue'] }),
    ['best month of the year', 'what was the strongest month of the year in revenue?'],
  ],
  [
    'the time before one that is named is set against it',
    byTimes('2026-09-01', '2026-10-31'),
    [
      'revenue in October against the month preceding it',
      'put October revenue beside September revenue',
      'has revenue in October got better than in September?',
    ],
  ],
  [
    'what is left out may stand between a verb and "out"',
    sales({
      measures: ['revenue'],
      period: 'last month',
      filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }],
    }),
    ['revenue last month, leave Bikes out', 'take Bikes out of last month’s revenue'],
  ],
  [
    'who buys is told by the kind of customer',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      period: 'last month',
      filters: is('channel', 'Retail'),
      ...{ orderBy: { by: 'revenue', direction: 'desc' } },
      having: [{ measure: 'revenue', op: 'above', value: 500 }],
    }),
    [
      'customers of Retail who spent over 500 last month',
      'Retail customers with more than 500 in revenue last month',
      'Retail customers that brought in more than 500 last month',
    ],
  ],
  [
    'what is asked for may have a name before it',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('channel', 'Online'),
      ...{ orderBy: { by: 'revenue', direction: 'desc' } },
    }),
    [
      'which online category sold best last month, by revenue?',
      'rank the categories by online revenue last month',
    ],
  ],
  [
    'customers beside other figures are counted',
    sales({ measures: ['revenue', 'orders', 'customers'], dimensions: ['channel'], period: 'last month' }),
    [
      'revenue, orders and customers by channel last month',
      'by channel last month: revenue, the number of orders, and customers',
    ],
  ],
  [
    'a sign may stand for money and for a rate',
    sales({ measures: ['gross_margin', 'margin_rate'], dimensions: ['category'], period: 'last month' }),
    ['margin in $ and % by category last month', 'margin by category last month in $ and in %'],
  ],
  [
    'returns set against sales are a rate',
    sales({
      measures: ['return_rate'],
      dimensions: ['region'],
      period: 'last month',
      ...{ orderBy: { by: 'return_rate', direction: 'asc' } },
    }),
    [
      'which region had the fewest returns relative to its sales last month',
      'which region had the lowest returns compared to sales last month',
    ],
  ],
  [
    'a few of the largest are a part of the whole',
    sales({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['customer'],
      period: 'last month',
      ...top('revenue', 2),
    }),
    [
      'what share of revenue came from our two biggest customers last month?',
      'how much of the revenue, in %, came from the top 2 customers last month',
    ],
  ],
  [
    'goods that are counted are units',
    sales({
      measures: ['units'],
      dimensions: ['product'],
      period: 'last month',
      filters: is('category', 'Bikes'),
      ...top('units', 20),
    }),
    ['Bikes per model last month, how many went out?', 'how many Bikes did we sell last month, per product'],
  ],
  [
    'what lies outside a name is without it',
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      period: 'last month',
      filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }],
    }),
    ['revenue by region outside Bikes last month'],
  ],
  [
    'who is asked for is a customer',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      period: 'last month',
      filters: is('region', 'Europe'),
      ...top('revenue', 10),
    }),
    ['who were our top spenders in Europe last month', 'who bought the most in Europe last month'],
  ],
  [
    'axes name the figures of a scatter',
    sales({ measures: ['revenue', 'units'], dimensions: ['category'], period: 'last month' }),
    [
      'scatter of revenue against units by category last month',
      'a scatter with revenue on the x axis and units on the y axis, by category, last month',
      'x-y chart of revenue vs units per category last month',
    ],
  ],
  [
    'a wish or an occasion before a question says nothing',
    sales({ measures: ['revenue'], dimensions: ['region'], period: 'last month' }),
    [
      'I would be grateful for the revenue by region last month',
      'it would be great to see revenue by region last month',
      "for tomorrow's meeting: revenue by region last month",
      'Before I forget: what was revenue by region last month?',
      'our CFO is asking about revenue by region last month',
      'could I trouble you for the revenue by region last month',
      "revenue by region last month, if you'd be so kind",
    ],
  ],
];

describe.each(wordings)('%s', (_, read, questions) => {
  test.each(questions)('"%s"', async (question) => {
    expect(await reads(question)).toContainEqual(read);
  });
});

test.each(['months when Online beat Retail this year', 'what percentage of products was sold last month'])(
  '"%s" is refused: no figure here says it',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);
