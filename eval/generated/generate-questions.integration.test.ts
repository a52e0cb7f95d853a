import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDemo } from '../../local/data/generate-demo.ts';
import { openAnalyst, tablesFolder } from '../../local/gemini/analyst/test-warehouse.ts';
import { type Gold, openGold } from '../gold.ts';
import type { Conversation } from '../questions.ts';
import { score } from '../score.ts';
import { generatedTimes, generateQuestions } from './generate-questions.ts';
import { kinds, timeKinds } from './kinds.ts';

let folder = '';
let gold: Gold;
let analyst: Awaited<ReturnType<typeof openAnalyst>>;
let conversations: Conversation[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyboard-generated-'));
  const options = { folder, tablesFolder, dataset: 'tallyboard', today: '2026-11-23', seed: 3, scale: 0.02 };
  const { file } = await generateDemo(options);
  gold = await openGold(file, 'tallyboard', generatedTimes);
  analyst = await openAnalyst(folder);
  conversations = await generateQuestions(gold, 70, 1);
}, 90_000);
afterAll(async () => {
  gold.close();
  await analyst.close();
  await rm(folder, { recursive: true, force: true });
});

test('the same seed gives the same questions, another one others', async () => {
  expect(await generateQuestions(gold, 10, 1)).toEqual(conversations.slice(0, 10));
  expect(await generateQuestions(gold, 10, 2)).not.toEqual(conversations.slice(0, 10));
});

test('every kind of question is asked of sales, stock and purchases, and some are followed up', async () => {
  const groups = new Set((await generateQuestions(gold, 900, 5)).map(({ group }) => group));
  const of = (view: string, names: string[]) => names.map((name) => `${view} ${name}`);
  const [any, time] = [kinds, timeKinds].map((list) => list.map(({ name }) => name));
  const all = [...(any ?? []), ...(time ?? []), 'followUps'];
  expect([...groups]).toEqual(expect.arrayContaining(of('sales', all)));
  expect([...groups]).toEqual(expect.arrayContaining(of('purchases', all)));
  expect([...groups]).toEqual(expect.arrayContaining(of('stock', [...(any ?? []), 'followUps'])));
}, 180_000);

test('the analyst states no figure of another question', async () => {
  const wrong: string[] = [];
  let right = 0;
  let asked = 0;
  for (const { items } of conversations) {
    const asks: string[] = [];
    for (const item of items) {
      asks.push(gold.toText(item.ask));
      const { turn, text } = await analyst.ask(...asks);
      const { outcome } = await score(item, turn, gold);
      asked += 1;
      if (outcome === 'right') right += 1;
      if (outcome === 'wrong') wrong.push(`${asks.join(' > ')}\n${text}\n${item.gold?.[0]}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(0.97 * asked);
}, 180_000);
