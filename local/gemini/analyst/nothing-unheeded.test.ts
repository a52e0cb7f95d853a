import { expect, test } from 'vitest';
import { findForeignCurrency } from './parts/find-currency.ts';
import { askAnalyst } from './test-analyst.ts';

/** Each has one thing that no figure here keeps to, among others that can be answered. */
test.each([
  // What a plan would leave out.
  ['share of online in revenue by month and category', /way to give that share/],
  ['average revenue per day by category last month', /average over days for each category/],
  ['revenue by month compared with last year for regions with over 10 orders', /keep to a bound/],
  ['margin per order by region, only regions above $10', /bound on a quotient/],
  ['revenue last month vs the best month ever', /way to rank and compare/],
  ['revenue in October vs an average month this year', /compare with an average/],
  ['sales by channel and month, highest first', /rank months for each channel/],
  ['which channel has a better margin rate than retail?', /others against Retail/],
  ['weekend revenue against weekday revenue by region', /against each other by region/],
  ['which category has the highest returns and the lowest margin?', /"lowest"/],
  ['which categories sell better online than in retail?', /"than in retail\?"/],
  ['revenue, margin and amount by month', /"amount"/],
  // Ordinary words that restrict where they stand.
  ['products with a % in the name', /"with a %"/],
  ['revenue of products containing _ last month', /"containing \\_"/],
  ['products sold only online', /"only"/],
  ['products sold in every region', /"every"/],
  ['how many customers bought in all channels?', /"all"/],
  ['revenue from customers who also bought Bikes', /"also"/],
  ['revenue of products ordered together with Bikes', /"together"/],
  ['cash sales last month', /"cash"/],
  ['refunds paid in cash', /"cash"|"paid"/],
  ['revenue net of Bikes', /"net"/],
  ['revenue from business customers', /"business"/],
  ['other revenue last month', /"other"/],
  ['orders on hold', /"hold"|state of single customer orders/],
  ['least used warehouse', /"used"/],
  ['units sold accidentally', /"accidentally"/],
  ['products with pictures', /"pictures"/],
  ['why is margin important?', /"important"/],
  ['same store sales', /statistic/],
  // What is done with goods besides selling them is no revenue.
  ['Is Europe paid less than North America?', /could not make out which figure/],
  // What is in single orders.
  ['orders with more than three items', /single customer orders/],
  ['how many orders had a discount?', /single customer orders/],
  // Words that are no names where they stand.
  ['revenue during lunch', /"lunch"/],
  ['which of our customers are bikes?', /"bikes"/],
  ['revenue of trail products', /"trail"/],
  [
    'Which warehouse shipped the most last week, and what is it short of?',
    /Which warehouse shipped the most/,
  ],
  ['revenue of cancelled orders', /revenue of cancelled orders|purchase/],
])('"%s" gets no figure, but what would be left out', async (question, answer) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(answer);
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});

test('amounts in another currency are not to be had', () => {
  expect(findForeignCurrency('revenue in euros', 'USD')).toBe('EUR');
  expect(findForeignCurrency('revenue in dollars', 'USD')).toBeNull();
  expect(findForeignCurrency('revenue over $500', 'CAD')).toBeNull();
  expect(findForeignCurrency('revenue in euros', null)).toBeNull();
});
