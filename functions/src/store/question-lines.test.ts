import { maxQuestionsLength } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { addQuestion } from './question-lines.ts';

test('a question is one cut line, and the same question is there once', () => {
  const first = addQuestion('', 'Sales\nlast  month?');
  expect(first).toBe('Sales last month?');
  expect(addQuestion(addQuestion(first, 'And stock?'), 'Sales last month?')).toBe(
    'And stock?\nSales last month?',
  );
  expect(addQuestion('', 'x'.repeat(4000))).toHaveLength(200);
});

test('a question that is cut within a character ends before it', () => {
  const line = addQuestion('', `${'x'.repeat(199)}📦 boxes`);
  expect(line).toBe('x'.repeat(199));
});

test('the oldest questions go where there is no room, never the latest', () => {
  let questions = '';
  for (let index = 0; index < 40; index += 1)
    questions = addQuestion(questions, `${index} ${'x'.repeat(150)}`);
  expect(questions.length).toBeLessThanOrEqual(maxQuestionsLength);
  expect(questions.split('\n').at(-1)).toMatch(/^39 /);
});
