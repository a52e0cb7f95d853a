import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';

test.each([
  // More than in the time before, where no other is said.
  ['Did we get more orders last month?', 'Did we get more orders last month than the month before?'],
  ['Are we selling less this month?', 'Are we selling less this month than last month?'],
  ['We had more returns in October?', 'did we have more returns in October than in September?'],
  ['Is store margin up this year?', 'Is store margin up this year?'],
  // What moved between two times, and in the weakest of them.
  [
    'What explains the difference between September and October sales?',
    'What drove the change in sales between September and October?',
  ],
  ['Weakest month, and which category was to blame?', 'Weakest month and why by category?'],
  // Those of a ranking.
  [
    'Which ten vendors had the worst rejection rates, and how many units did we reject?',
    'Which ten vendors had the worst rejection rates, and how many units did we reject of each?',
  ],
  // Who is counted, and not their orders.
  ['What number of hotels placed orders in May?', 'how many hotels bought in May?'],
  // What came in and went out.
  [
    'How many units were transferred into and out of each warehouse?',
    'transferred in and transferred out at each warehouse?',
  ],
  // Times.
  ['Revenue in the past week (Mon to Sun)?', 'Revenue in last week?'],
  [
    'Stock value at the end of last month versus the end of last year',
    'Stock value at the end of last month versus the end of December last year',
  ],
  ['Revenue on Saturday and Sunday?', 'Revenue last weekend?'],
  ['Revenue on Saturday and Sunday last month?', 'Revenue on Saturdays and Sundays last month?'],
  // Parts, values and rates.
  ['Which Helmets are A class?', 'Which Helmets are ABC class A?'],
  ['What did one City Helmet sell for on average?', 'average price of City Helmet?'],
  ['Of all units we sold in 2025, what portion were Helmets?', 'share of Helmets in units sold in 2025?'],
  ['How often do customers return the racing socks?', 'what is the return rate of racing socks?'],
  ['What were our purchase orders worth in 2025?', 'what was the total value ordered in 2025?'],
  ['How much was a purchase order worth on average in 2025?', 'average purchase order value in 2025?'],
  [
    'I need three figures for 2025: gross sales, discounts and net revenue.',
    'show me gross sales, discounts and net revenue for 2025.',
  ],
  ['Which helmets do we have too much of?', 'slow movers of helmets?'],
  ['Top five brands by their share of sales', 'Top five brands by share of sales'],
  // What was sold, and at what price.
  ["List the ten customers we've sold most to this year", "List the ten customers we've sold most this year"],
  [
    'How many went last month, and what is left of them?',
    'how many were sold last month and how many are left?',
  ],
  ['What did the helmet sell for last month?', 'what was the average price of helmet last month?'],
  [
    'Which products sold for more than $1,600 on average?',
    'Which products had an average price more than $1,600?',
  ],
  ['Which weekday brings us the most online orders?', 'Which weekday has the most online orders?'],
  ['What sort of margin do we make on Helmets?', 'what margin rate do we make on Helmets?'],
  ['How are Halden and Oakshott doing against each other?', 'compare the revenue of Halden and Oakshott?'],
  // What is there, what is to come and what was delivered.
  ['Is there still some City Helmet at Northgate?', 'how many City Helmet are in stock at Northgate?'],
  ["How many days' worth of stock do we have?", 'How many days of cover do we have?'],
  ['Which category holds most of our stock money?', 'Which category have the highest stock value?'],
  ['What percentage of what we ordered did Orsini actually deliver?', 'what is the fill rate of Orsini?'],
  [
    "What's coming in from Orsini, and when?",
    'list the open purchase orders with Orsini with their due dates?',
  ],
  [
    "What part of Orsini's deliveries did we reject in 2025?",
    'what is the rejection rate of Orsini in 2025?',
  ],
  ['How many of each helmet did we sell in 2025?', 'how many helmet did we sell in 2025 by product?'],
  ['Which suppliers are late with deliveries, and how much is it in dollars?', 'late value by supplier?'],
  [
    "How much did each category contribute to last year's turnover, in percent?",
    "share of each category in last year's turnover?",
  ],
  // Who ceased to buy.
  [
    'Some hotels bought from us in 2024 and then stopped. How many are there?',
    'how many lapsed hotels since then, bought in 2024?',
  ],
])('"%s" is said plainly', (asked, plain) => {
  expect(normaliseQuestion(asked)).toBe(plain);
});
