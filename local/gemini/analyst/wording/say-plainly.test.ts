import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';
import { withFigures } from './numbers-in-words.ts';
import { sayPlainly } from './say-plainly.ts';

test.each([
  ['units over two hundred and fifty', 'units over 250'],
  ['more than half a million', 'more than 500000'],
  ['a couple of hundred units', '200 units'],
  ['ten grand', '10000'],
  ['5 lakh or 2 crore', '500000 or 20000000'],
  ['twenty-five products', '25 products'],
  ['between two hundred and five hundred', 'between 200 and 500'],
  ['half a dozen', '6'],
  ['the three oaks', 'the three oaks'],
  ['$2,500 thousand', '$2,500 thousand'],
])('"%s" is "%s" in figures', (spoken, written) => {
  expect(withFigures(spoken)).toBe(written);
});

test.each([
  'revenue of kitchen sinks',
  'water tank sales',
  'how many garden slides did we sell',
  'climbing gear by brand',
  'revenue of Top Down Sweater',
  'stock of "highest to lowest"',
  'how much money came in last month?',
  'how many orders did we place last two weeks',
  'which suppliers are slipping?',
])('"%s" has names that are no verbs and no orders', (question) => {
  expect(sayPlainly(question)).toBe(question);
});

test.each(['Thanks a lot!', 'That’s great, thank you!', 'ok perfect, thanks'])(
  '"%s" is thanks',
  (message) => {
    expect(normaliseQuestion(message)).toMatch(/thanks/i);
  },
);

test('what is put in plain words stays as it is when it is read again', () => {
  for (const question of [
    'which brand came out on top last quarter?',
    'revenue by region, largest at the top',
    'how does Q3/26 stack up against Q2/26?',
    'why did sales slip in the month just gone?',
  ]) {
    const plain = normaliseQuestion(question);
    expect(normaliseQuestion(plain)).toBe(plain);
  }
});
