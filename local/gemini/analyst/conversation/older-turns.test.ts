import { expect, test } from 'vitest';
import { toHistoryContents } from '../../../../functions/src/turn/history.ts';
import type { PastTurn } from '../../../../functions/src/turn/turn-store.ts';
import type { Content } from '../../wire/request-schema.ts';
import { createAnalyst } from '../analyst.ts';
import { declarations, now } from '../test-analyst.ts';
import { referBack } from './references/refer-back.ts';
import { readExtreme, type Subject, toSubject } from './subject.ts';

const told: PastTurn = {
  ...{ turnId: 't1', status: 'completed', askedAt: now(), expiresAt: now(), raw: null },
  question: 'revenue of Bikes last month',
  text: 'Revenue was $1,000.',
  scopes: [
    {
      ...{ period: null, timeZone: 'UTC', currency: 'USD', filters: [], dataAsOf: null },
      warehouses: { all: true, ids: [], names: [] },
    },
  ],
};
const tell = (turns: PastTurn[]): Content[] =>
  toHistoryContents(turns, { model: 'm', wholeChars: 1e6, maxChars: 1e6, access: 'all' });

async function answer(contents: Content[]): Promise<{ calls: string[]; text: string }> {
  const request = {
    ...{ model: 'gemini-3.8-flash', systemInstruction: '', contents, declarations },
    ...{ toolMode: 'auto' as const, includeThoughts: false, maxOutputTokens: null, promptTokens: 0 },
  };
  const calls: string[] = [];
  let text = '';
  for await (const event of createAnalyst({ now, chunkDelayMs: 0 }).answer(
    request,
    new AbortController().signal,
  )) {
    if (event.type === 'calls') calls.push(...event.calls.map(({ name }) => name));
    if (event.type === 'text') text += event.text;
  }
  return { calls, text };
}

const asks = (text: string): Content => ({ role: 'user', parts: [{ text }] });

test('what an answer rests on that is told in words alone is not guessed: what goes on from it gets no figure', async () => {
  const followUp = await answer([...tell([told]), asks('and by region?')]);
  expect(followUp.calls).toEqual([]);
  expect(followUp.text).toBe(
    `"${told.question}" was too long ago for me to go on from it. Please ask this as a whole question.`,
  );
  const after = [...tell([told]), asks('and by region?'), { role: 'model', parts: [{ text: 'a' }] }];
  expect((await answer([...after, asks('only online')])).calls).toEqual([]);
});

test('a question that stands alone is answered after one that is told in words alone, and gone on from', async () => {
  const whole = [...tell([told]), asks('revenue by region last month')];
  expect((await answer(whole)).calls).toEqual(['query_sales']);
  const next = [...whole, { role: 'model', parts: [{ text: 'a' }] }, asks('and by category?')];
  expect((await answer(next)).calls).toEqual(['query_sales']);
});

const ranking = (rowCount: number): Subject => {
  const column = { type: 'string', unit: 'none' as const, summable: false };
  const result = {
    ...{ resultId: 'r1', title: '', rowsCut: 0, notes: [], rowCount },
    columns: [
      { ...column, name: 'brand', label: 'Brand', role: 'dimension' as const },
      { ...column, name: 'revenue', label: 'Revenue', role: 'measure' as const, type: 'number' },
    ],
    rows: [['Alpha', 30] as (string | number)[], ['Beta', 20], ['Gamma', 10]],
    scope: { period: null, currency: 'USD', filters: [] },
  };
  const step = { name: 'query_sales', args: {}, outcome: { kind: 'result' as const, result } };
  const turn = { question: 'revenue by brand', steps: [step], answer: '', doubted: [] };
  return toSubject(turn, null, 50);
};

test('of a list whose end is not at hand the first is known, and not the last', () => {
  expect(readExtreme(ranking(3), 'lowest')).toBe('Gamma');
  expect(readExtreme(ranking(9), 'lowest')).toBeNull();
  expect(readExtreme(ranking(9), 'highest')).toBe('Alpha');
  expect(referBack('stock of the last one', ranking(3))).toMatchObject({
    sentence: expect.stringContaining('Gamma'),
  });
  expect(referBack('stock of the last one', ranking(9))).toHaveProperty('spoken');
});
