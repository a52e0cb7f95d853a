import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { toAccepted } from './after-refusal.ts';

const refused = 'which brands are zooming this quarter?';
const open = 'I did not understand';

async function last(...questions: string[]): Promise<string> {
  return (await askAnalyst(questions)).at(-1)?.text ?? '';
}

test.each([
  'yes',
  'Yes please',
  'ok',
  'sure, go ahead',
  'ok, show me that one',
  'yes, do that',
  "let's see that",
  'that one please',
  'the nearest question then',
])('"%s" takes the question that was offered', async (said) => {
  expect(await last(refused, said)).toBe(await last('What was the revenue by brand this quarter so far?'));
});

test('what follows an offer that was taken goes on from it', async () => {
  const taken = await last(refused, 'yes please', 'only Retail');
  expect(taken).toBe(await last('What was the revenue by brand this quarter so far?', 'only Retail'));
});

test.each([
  'thanks',
  'no',
  'ok, and last year?',
  'great, by month then',
  'good',
  'well',
  'yes, but in units',
])('"%s" takes no offer', (said) => {
  expect(
    toAccepted(said, 'I do not know "x". The nearest question that I can answer: "What is y?"'),
  ).toBeNull();
});

test('"yes" takes nothing where nothing was offered', () => {
  expect(toAccepted('yes', 'Revenue was $1.')).toBeNull();
});

test.each([
  [refused, 'which brands grew this quarter?'],
  [refused, 'how did brands do this quarter?'],
  [refused, 'who are our top customers?'],
  [refused, 'what sold best last week?'],
  ['how do flurbs compare with last year?', 'how do sales compare with last year?'],
  ['what is our NPS by brand?', 'which products are out of stock?'],
])('"%s", not understood, and then "%s": the second is a question of its own', async (first, second) => {
  expect(await last(first, second)).toBe(await last(second));
});

test.each([
  [refused, 'and last year?'],
  [refused, 'which of them grew most?'],
  [refused, 'which is the best one?'],
  [refused, 'which brand is best?'],
  ['which gizmos sold best?', 'who bought the most?'],
  ['what did flurbs sell in Q3?', 'how many customers bought?'],
  ['how many gizmos are parked in Eastfield?', 'what is out of stock?'],
])('"%s", not understood, and then "%s": the second may be meant of the first', async (first, second) => {
  expect(await last(first, second)).toContain(open);
});

test('what was asked anew goes on from what was answered before', async () => {
  const turns = ['revenue by region last month', 'which gizmos are zooming?', 'which gizmos are growing?'];
  expect(await last(...turns)).not.toContain(open);
});

test('where nothing near was offered, "yes" asks what can be asked', async () => {
  const refusal = 'how do our flurbs compare with last year?';
  expect(await last(refusal, 'yes please')).toBe(await last('What can I ask?'));
});

test.each([
  ['revenue by region last quarter', 'is the north zooming?', 'which products sold best?'],
  ['revenue by region last quarter', 'did the flurbs like that?', 'how many orders were there?'],
])('"%s", "%s", "%s": the last is of what was understood, and says what it leaves out', async (...asked) => {
  const [whole, remark = '', then = ''] = asked;
  const text = await last(...asked);
  expect(text).toContain(`I did not understand "${remark}" before this, and left it out here.`);
  expect(text).toContain(await last(whole, then));
});

test.each([
  ['revenue by region last quarter', 'only the flurbs', 'which products sold best?'],
  ['revenue by region last quarter', 'what about the flurbs?', 'how many of them are there?'],
  ['revenue by region last quarter', 'is the north zooming?', 'by month'],
  ['revenue by region last quarter', 'were there any flurbs?', 'how many were sold?'],
  ['revenue by region last quarter', 'how many flurbs did we sell?', 'which customers bought most?'],
  ['revenue by region last quarter', 'are the flurbs nice?', 'which is best?'],
])('"%s", "%s", "%s": the last may be meant of what was not understood', async (...asked) => {
  expect(await last(...asked)).toMatch(/^I did not understand/);
});
