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
    'What drove the change in sales from September to October?',
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
  // Parts, values and rates.
  ['Of all units we sold in 2025, what portion were Helmets?', 'share of Helmets in units sold in 2025?'],
  ['How often do customers return the racing socks?', 'what is the return rate of racing socks?'],
  ['How much was a purchase order worth on average in 2025?', 'average purchase order value in 2025?'],
  [
    'I need three figures for 2025: gross sales, discounts and net revenue.',
    'show me gross sales, discounts and net revenue for 2025.',
  ],
  ['Which helmets do we have too much of?', 'which helmets are overstocked?'],
  ['Top five brands by their share of sales', 'Top five brands by share of sales'],
])('"%s" is said plainly', (asked, plain) => {
  expect(normaliseQuestion(asked)).toBe(plain);
});
