import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads } from '../test-reads.ts';

test.each([
  ['What is the delivery time to customers?', 'record of when orders of customers were delivered'],
  ['How much stock is in transit between warehouses?', 'record of stock on its way between warehouses'],
  ['What is our customer lifetime value?', 'measure of customer retention'],
  ['How many products are we allowed to return to suppliers?', 'record of what may be returned'],
  ['What is the gross margin return on inventory by category?', 'figure of the margin that stock returned'],
  ['Do we have more overdue orders than last month?', 'record of what was open or late at an earlier time'],
  ['What were the reasons for the returns in October?', 'record of why goods were returned'],
  ['How many bids did we lose last year?', 'record of tenders, offers or deals that were won or lost'],
  ['Did we win any contracts in October?', 'record of tenders, offers or deals that were won or lost'],
  ['How many online orders did we lose last year?', 'record of orders that were lost'],
  ['How many sales did we lose to stock-outs?', 'record of sales that were lost because of stock-outs'],
])('"%s" is refused: no figure of other words answers it', async (question, missing) => {
  expect(await reads(question)).toEqual([]);
  expect((await askAnalyst([question])).at(-1)?.text).toContain(`I have no ${missing}`);
});

test.each([
  ['What is your definition of a slow mover?', /^\*\*Slow mover\*\* is/],
  ['What is a lapsed customer?', /^\*\*Lapsed customer\*\* is/],
  ['How do you forecast demand?', /^\*\*Forecast\*\* is/],
  ['Define days of cover and on-time rate', /Days of cover\*\* is[\s\S]*On time rate/],
])('"%s" is told what is meant, and no list', async (question, said) => {
  expect(await reads(question)).toEqual([]);
  expect((await askAnalyst([question])).at(-1)?.text).toMatch(said);
});
