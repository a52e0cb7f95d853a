import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, reads, sales, top } from '../test-reads.ts';

/** Who buys is a customer who is asked for, or only the one who does it. */
test.each<[string, object]>([
  [
    'what do Retail customers buy most?',
    sales({
      measures: ['revenue'],
      dimensions: ['product'],
      filters: is('channel', 'Retail'),
      ...top('revenue', 10),
    }),
  ],
  [
    'how much did Retail customers order in October?',
    sales({ measures: ['revenue'], period: '2026-10', filters: is('channel', 'Retail') }),
  ],
  [
    'which product do customers return the most, by rate?',
    sales({ measures: ['return_rate'], dimensions: ['product'], ...top('return_rate', 10) }),
  ],
  [
    'How many different products did online buyers take last month?',
    sales({ measures: ['products_sold'], period: 'last month', filters: is('channel', 'Online') }),
  ],
  [
    'which five products did online customers buy most in units?',
    sales({
      measures: ['units'],
      dimensions: ['product'],
      filters: is('channel', 'Online'),
      ...top('units', 5),
    }),
  ],
  [
    'which online customers bought most?',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      filters: is('channel', 'Online'),
      ...top('revenue', 10),
    }),
  ],
  [
    'How many Retail customers bought from us last month, and how many orders did they place?',
    sales({ measures: ['customers', 'orders'], period: 'last month', filters: is('channel', 'Retail') }),
  ],
  ['how many customers bought Bikes?', sales({ measures: ['customers'], filters: is('category', 'Bikes') })],
  [
    'did Europe sell more than Asia last month?',
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      period: 'last month',
      filters: is('region', 'Europe', 'Asia'),
    }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

const lastMonth = [sales({ measures: ['revenue'], period: 'last month' })];

test.each([
  'We had 3 good days in summer. What was revenue last month?',
  'my boss asks again about the meeting at 5. what was revenue last month?',
  'Sorry for all these questions. Revenue last month?',
])('the question of "%s" is answered without what was said before it', async (question) => {
  expect(await reads(question)).toEqual(lastMonth);
});

test.each([
  'We ran a promotion in May. How were sales?',
  'Business is slow in Europe. What was revenue last month?',
])(
  'what "%s" says first may be meant by the question, so no figure is given without it',
  async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toContain(`"${question.split('.')[0]}"`);
    expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  },
);
