import { expect, test } from 'vitest';
import { is, monthly, reads, sales } from '../test-reads.ts';

const lapsed = (args: object) => ({ name: 'find_new_or_lapsed', args: { which: 'lapsed', ...args } });
const recent = (args: object) => ({ name: 'find_new_or_lapsed', args: { which: 'new', ...args } });

test.each<[string, object]>([
  ['Which customers have stopped buying from us this year?', lapsed({ period: 'year to date' })],
  ['who has quit ordering from us?', lapsed({})],
  ['lost customers last quarter', lapsed({ period: 'last quarter' })],
  ['how many customers did we lose this year?', lapsed({ period: 'year to date' })],
  ['Last quarter, what was the number of customers who left us?', lapsed({ period: 'last quarter' })],
  ['which customers have gone quiet since the summer?', lapsed({ period: '2026-09-01..2026-11-23' })],
  ['list our inactive clients', lapsed({})],
  [
    "Which customers haven't placed an order since 1 July 2026?",
    lapsed({ period: '2026-07-01..2026-11-23' }),
  ],
  [
    'which customers have not ordered anything since the start of the year',
    lapsed({ period: 'year to date' }),
  ],
  ["who hasn't bought anything in the last 90 days?", lapsed({ period: '2026-08-26..2026-11-23' })],
  // Up to today, since who ordered this month has ordered.
  ['who has not ordered for more than two months?', lapsed({ period: '2026-09-24..2026-11-23' })],
  [
    'which customers have bought nothing in the last three months?',
    lapsed({ period: '2026-08-24..2026-11-23' }),
  ],
  [
    'how many customers bought in the first half of 2026 but nothing since?',
    lapsed({ period: '2026-07-01..2026-11-23', before: 'H1 2026' }),
  ],
  [
    'which customers bought in 2025 but not since then?',
    lapsed({ period: '2026-01-01..2026-11-23', before: '2025' }),
  ],
  [
    "Which online customers bought in 2025 but haven't ordered anything this year?",
    lapsed({ period: 'year to date', before: '2025', filters: is('channel', 'Online') }),
  ],
  [
    'Which customers bought from us in 2025 but have not ordered anything yet this year?',
    lapsed({ period: 'year to date', before: '2025' }),
  ],
  [
    "Who bought from us in the first half of the year but hasn't ordered anything since the end of June?",
    lapsed({ period: '2026-07-01..2026-11-23', before: 'H1 2026' }),
  ],
  [
    "who were our biggest customers last year that haven't bought this year?",
    lapsed({ period: 'year to date', before: 'last year' }),
  ],
  [
    'How many of the customers who ordered last year did not order anything in the third quarter of this year?',
    lapsed({ period: 'Q3 2026', before: 'last year' }),
  ],
  [
    "how many of last year's customers haven't bought anything this year?",
    lapsed({ period: 'year to date', before: 'last year' }),
  ],
  [
    'of the customers who bought in 2024, how many did not buy in 2025?',
    lapsed({ period: '2025', before: '2024' }),
  ],
  [
    'which Online customers that ordered in 2025 have not ordered this year?',
    lapsed({ period: 'year to date', before: '2025', filters: is('channel', 'Online') }),
  ],
  [
    'which customers bought in October but not in September?',
    recent({ period: '2026-10', before: '2026-09' }),
  ],
  ['which customers did we win this quarter?', recent({ period: 'quarter to date' })],
  [
    'customers in Europe that bought nothing since June',
    lapsed({ period: '2026-06-01..2026-11-23', filters: is('region', 'Europe') }),
  ],
  [
    'how many new Online customers started buying from us this year',
    recent({ period: 'year to date', filters: is('channel', 'Online') }),
  ],
  [
    'how many customers ordered more than once last month?',
    sales({
      measures: ['orders'],
      dimensions: ['customer'],
      period: 'last month',
      orderBy: { by: 'orders', direction: 'desc' },
      having: [{ measure: 'orders', op: 'above', value: 1 }],
    }),
  ],
  [
    'customers who sent back goods for more than 120 this year',
    sales({
      measures: ['returns'],
      dimensions: ['customer'],
      period: 'year to date',
      orderBy: { by: 'returns', direction: 'desc' },
      having: [{ measure: 'returns', op: 'above', value: 120 }],
    }),
  ],
  [
    'which customers ordered last year but not since August?',
    lapsed({ period: '2026-08-01..2026-11-23', before: 'last year' }),
  ],
  [
    'customers who bought gloves last year but not this year',
    lapsed({ period: 'year to date', before: 'last year', filters: is('category', 'Gloves') }),
  ],
  [
    'which products did we sell last year but not this year?',
    lapsed({ dimension: 'product', period: 'year to date', before: 'last year' }),
  ],
  [
    'which customers ordered in the first half of the year but not at all since the first of July?',
    lapsed({ period: '2026-07-01..2026-11-23', before: 'H1 2026' }),
  ],
  [
    'Which customers ordered in the first half of the year and have gone quiet since the start of July?',
    lapsed({ period: '2026-07-01..2026-11-23', before: 'H1 2026' }),
  ],
  ['Which accounts placed their very first order in October?', recent({ period: '2026-10' })],
  ['how many clients made their first ever purchase last month?', recent({ period: 'last month' })],
  ['number of new customers this year', recent({ period: 'year to date' })],
  ['how many first-time buyers did we have last month?', recent({ period: 'last month' })],
  ['which customers ordered for the first time in October?', recent({ period: '2026-10' })],
  ['How many new clients have we won since September?', recent({ period: '2026-09-01..2026-11-23' })],
  ['top 5 new customers this year by revenue', recent({ period: 'year to date', limit: 5 })],
  ['what did new customers bring in this quarter?', recent({ period: 'quarter to date' })],
])('"%s" is read as asked', async (question, read) => {
  expect(await reads(question)).toEqual([read]);
});

test('a follow-up asks for another time', async () => {
  expect(await reads('how many new customers this year?', 'and last year?')).toEqual([
    recent({ period: 'last year' }),
  ]);
});

test.each(['give me the ten that had spent the most', 'just the top ten by revenue'])(
  '"%s" keeps the first of the list',
  async (question) => {
    expect(await reads('which customers have not ordered since August?', question)).toEqual([
      lapsed({ period: '2026-08-01..2026-11-23', limit: 10 }),
    ]);
  },
);

const won = { measures: ['new_customers'] };

test.each<[string[], object]>([
  [['new customers by month this year'], monthly({ period: 'year to date', ...won })],
  [['how many new customers did we win by month this year?'], monthly({ period: 'year to date', ...won })],
  [['new customers by region this year'], sales({ ...won, dimensions: ['region'], period: 'year to date' })],
  [
    ['how many new customers this year?', 'and by customer segment?'],
    sales({ ...won, dimensions: ['customer_segment'], period: 'year to date' }),
  ],
  [
    ['did we win more new customers in October than in September?'],
    monthly({ period: '2026-09-01..2026-10-31', ...won }),
  ],
  [
    ['how does the number of new customers this year compare with last year?'],
    sales({ ...won, period: 'year to date' }),
  ],
  [
    ['share of new customers by channel last month'],
    sales(expect.objectContaining({ measures: ['new_customer_share'] })),
  ],
])('%j counts the new customers', async (questions, read) => {
  expect(await reads(...questions)).toContainEqual(read);
});

test.each([
  "how many of last year's customers also ordered this year?",
  'How many customers who ordered last year also ordered this year?',
  'revenue of new customers by month this year',
  'what share of revenue comes from new customers?',
  'average order value of new customers this year',
  'what is our churn rate?',
  'which customers never bought anything?',
  'repeat customers this year',
])('"%s" is refused', async (question) => {
  expect(await reads(question)).toEqual([]);
});
