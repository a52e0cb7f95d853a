import { expect, test } from 'vitest';
import { withBasis, withoutOccasion, withTopicTime } from './occasions.ts';

test.each([
  ['Hi, quick one before the ops meeting: how many are left?', 'how many are left?'],
  ["Morning all, before the board call I need last month's revenue.", "I need last month's revenue."],
  ['Just checking before the weekend: any late purchase orders?', 'any late purchase orders?'],
  [
    "I'm looking for clearance candidates in Helmets. Which products sold worst?",
    'Helmets: which products sold worst?',
  ],
  ["I'm placing orders for Northgate today. What should I reorder?", 'Northgate: what should I reorder?'],
  ["I'm preparing the Q3 review. What was revenue by channel?", 'What was revenue by channel in Q3?'],
  [
    "We're planning a promotion for Helmets next week. Which Helmets sold best last quarter?",
    'Which Helmets sold best last quarter?',
  ],
  ["I'm reviewing Helmets. What was revenue last month?", 'Helmets: what was revenue last month?'],
  [
    "I'm preparing the Helmets review. What was revenue?",
    "I'm preparing the Helmets review. What was revenue?",
  ],
  ['We are doing worse than last year. Why?', 'We are doing worse than last year. Why?'],
  ['For the Helmets report, what was revenue?', 'For the Helmets report, what was revenue?'],
  ['Before the Q3 review, what was revenue?', 'Before the Q3 review, what was revenue?'],
  ['Before the holidays, what was our revenue?', 'Before the holidays, what was our revenue?'],
  [
    "I'm preparing the talk on Helmets. How many of them did we sell?",
    "I'm preparing the talk on Helmets. How many of them did we sell?",
  ],
])('the occasion of "%s" is not asked', (said, plain) => {
  expect(withoutOccasion(said)).toBe(plain);
});

test.each([
  [
    'Which brands are selling less than a year ago, if you take the last three months?',
    'Which brands are selling less than a year ago over the last three months?',
  ],
  [
    'Which channel is biggest if you count orders last month?',
    'Which channel is biggest by orders last month?',
  ],
  [
    'If you look at the last three months, which brands sold best?',
    'which brands sold best over the last three months?',
  ],
  ['What is stock value if you take list prices?', 'What is stock value if you take list prices?'],
  ['And if you look at Retail only?', 'And if you look at Retail only?'],
  ['If you take list price, how much lies there?', 'If you take list price, how much lies there?'],
  ['What was a typical order if you take Helmets out?', 'What was a typical order if you take Helmets out?'],
  ['What if you look at Helmets?', 'What if you look at Helmets?'],
  ['What would revenue be if we take out Helmets?', 'What would revenue be if we take out Helmets?'],
])('"%s" goes by a time or a figure', (said, plain) => {
  expect(withBasis(said)).toBe(plain);
});

test('the time of what is named first is that of the question', () => {
  expect(withTopicTime('Write-offs over the past six months: how much did they cost us?')).toBe(
    'Write-offs: how much did they cost us over the past six months?',
  );
  const atEnd = 'Helmets at the end of last quarter: what were they worth and what did it cost?';
  expect(withTopicTime(atEnd)).toBe(atEnd);
});
