import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';

test.each([
  // Margin, money and lost customers are no stock that was lost, and what is spent is no margin.
  ['How many products are we losing money on?', 'shrinkage'],
  ['How many units did we lose to returns?', 'shrinkage'],
  ['Which products cost us the most money?', 'margin'],
  ['Which customers did we lose the most this year?', 'margin'],
  ['Which products did we lose the most of last month?', 'margin'],
  ['Which subcategory weighs the most?', 'declined'],
  // More that is yet to come is not more than before.
  ['Did we get any more deliveries this week?', 'than'],
  ['Are there more deliveries this week?', 'than'],
  // Units are asked of stock, unless its money is.
  ['Which warehouse has most of the stock?', 'value'],
  ['How much are our purchase orders worth?', 'average'],
  // People come back to buy.
  ['How often do retailers come back?', 'return rate'],
  ['How often do customers return to us?', 'return rate'],
  // A part of all is no part of what was ordered.
  ['What share of the units did Orsini deliver?', 'fill rate'],
  // What there is in a place lies in stock only where that is said.
  ['Are there any wholesale customers in the West?', 'stock'],
  ['Is there any growth in Helmets?', 'stock'],
  ['Are there still any late deliveries at Northgate?', 'in stock'],
  ['What is the latest?', 'days late'],
  ['How fast do deliveries go?', 'demand'],
  ['What is the average price we pay per unit?', 'from'],
  // A share is a noun here, and the month has a name.
  ["How is Kitchen's share across regions?", 'share of each'],
  ['In June, what was stock at the end of the month?', 'end of last'],
])('"%s" is not read as something of "%s"', (asked, other) => {
  expect(normaliseQuestion(asked)).not.toContain(other);
});
