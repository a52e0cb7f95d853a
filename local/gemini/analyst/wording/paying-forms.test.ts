import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';

test.each([
  ['Who pays the most for helmets?', 'which customers spent the most on helmets?'],
  [
    'Which region paid the least for helmets last year?',
    'Which region spent the least on helmets last year?',
  ],
  ['Who pays the least?', 'which customers spent the least?'],
  ['How much did Riverside Hotel pay last year?', 'how much did Riverside Hotel spend last year?'],
  ['What do customers actually pay for City Helmet?', 'what is the average price of City Helmet?'],
  [
    'What did Riverside Hotel pay for helmets in 2024?',
    'how much did Riverside Hotel spend on helmets in 2024?',
  ],
  ['Which segment pays the lowest prices?', 'Which segment have the lowest average price?'],
  ['Who gets the lowest price?', 'which customers have the lowest average price?'],
  ['Average price paid for helmets by segment', 'Average price for helmets by segment'],
  ['Who gets discounts above 10%?', 'which customers have discounts above 10%?'],
  [
    'Which customers return more than 10% of what they buy?',
    'Which customers have a return rate more than 10%?',
  ],
  ['How much revenue did we lose to returns in Q3?', 'what were the returns in Q3?'],
  ['How much margin do we lose through discounts?', 'how much discount did we give?'],
  ['How much does a typical hotel spend a month?', 'revenue per hotel customer a month?'],
  ['How many orders does an average hotel place a year?', 'orders per hotel customer a year?'],
  ['average number of orders per hotel', 'orders per hotel customer'],
  ['How many helmets does a reseller buy on average?', 'units per customer of helmets for resellers?'],
  ['Which hotels order by phone?', 'Which hotels buy by phone?'],
])('%j is meant as %j', (said, plain) => {
  expect(normaliseQuestion(said)).toBe(plain);
});

test.each([
  'What do we pay for City Helmet?',
  'average price paid to Acme this year',
  'Which supplier was paid the most for helmets?',
  'average spend per region',
  'Which customer orders in October were late?',
])('%j says nothing of what buyers pay or do', (said) => {
  expect(normaliseQuestion(said)).not.toMatch(/which customers|buy |average price for|per region customer/);
});
