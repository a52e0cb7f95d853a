import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';

test.each([
  ['Which product lost us the most money last year?', 'Which product had the lowest gross margin last year?'],
  ['Which brands do we lose the most money on?', 'Which brands had the lowest gross margin?'],
  [
    'What are we losing the most money on this year, by brand?',
    'which brand had the lowest gross margin this year?',
  ],
  [
    'Were there months in 2024 or 2025 where we made a loss?',
    'which months from 2024 to 2025 had gross margin below zero?',
  ],
  [
    'Was there any week this year in which we lost money?',
    'which weeks this year had gross margin below zero?',
  ],
  ['Did we make a loss in any month of 2025?', 'which months had gross margin below zero in 2025?'],
  ['Which brand hurts us the most?', 'Which brand declined most?'],
  ['What is hurting us most this quarter?', 'which products declined most this quarter?'],
])('"%s" is about what earns less than it costs, or falls', (asked, plain) => {
  expect(normaliseQuestion(asked)).toBe(plain);
});
