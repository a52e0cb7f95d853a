import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { is, reads, sales, stock } from './test-reads.ts';

const byCategory = (...values: string[]) =>
  sales({
    measures: ['revenue'],
    dimensions: ['category'],
    period: 'last month',
    filters: is('category', ...values),
  });
const ofBikes = (args: object) => sales({ ...args, filters: is('category', 'Bikes') });
const onHand = (name: string) => stock({ measures: ['on_hand'], filters: is('warehouse', name) });

/** What is talked around a question: who says it, whether it is true, what it is about. */
const wordings: [concept: string, read: object, questions: string[]][] = [
  [
    'who says it, and whether it is true, says nothing of what is asked',
    byCategory('Bikes', 'Helmets'),
    [
      'Someone told me Bikes brought in more than Helmets last month. Any truth in that?',
      'is it really true that Bikes sold better than Helmets last month?',
      'our warehouse guy swears Bikes made more money than Helmets last month, is he right?',
      'Rumour has it that Bikes sold better than Helmets last month, can you check?',
      'Dave in accounting says Bikes sold better than Helmets last month. Does that hold up?',
      'My boss is under the impression that Bikes sold better than Helmets last month - is that correct?',
      'Could you please confirm whether Bikes sold better than Helmets last month?',
      "I'm new here, so sorry if this is a stupid question, but did Bikes sell better than Helmets last month?",
      "I can't remember, was it Bikes or Helmets that sold better last month?",
      "Correct me if I'm wrong but didn't we sell more Bikes than Helmets last month?",
      'I read in the newsletter that Bikes sold better than Helmets last month. True?',
      'Would you agree that Bikes outsold Helmets last month?',
      'Last week a vendor mentioned that Bikes outsold Helmets last month, or am I imagining things?',
    ],
  ],
  [
    'a thing that is named before the question is put where its pronoun stands',
    ofBikes({ measures: ['units'], period: 'last month' }),
    [
      "what's the story with Bikes, how many of them did we sell last month?",
      'I keep hearing about the Bikes... how many units of it did we sell last month?',
      'My colleague keeps asking me about Bikes. How many units did they sell last month?',
      'I was looking at Bikes the other day. How many units of them did we sell last month?',
      'Speaking of Bikes, how many units did we sell last month?',
      "There's this product, Bikes. How many units did they sell last month?",
    ],
  ],
  [
    'what is told before a question is meant by its pronoun',
    onHand('Southport'),
    [
      'We are moving our things to Southport. How much stock do we have there?',
      "what's going on in Southport? How many units are in stock there?",
    ],
  ],
];

test.each(
  wordings.flatMap(([concept, read, questions]) => questions.map((question) => ({ concept, question, read }))),
)('$concept: "$question"', async ({ question, read }) => {
  expect(await reads(question)).toEqual([read]);
});

test.each([
  'I heard about the trouble in Southport. What was revenue last month?',
  'We met the people from Acme yesterday and from Bolt. How many units have they sold?',
])('where several things may be meant, or none is, nothing is answered past it: "%s"', async (question) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(/do not know/);
});
