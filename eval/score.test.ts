import { describe, expect, test } from 'vitest';
import type { Gold, GoldCell } from './gold.ts';
import type { Item } from './questions.ts';
import { score } from './score.ts';
import type { Answer } from './session.ts';

const item: Item = {
  ...{ ask: 'how many employees do we have', also: [], ordered: false, rows: 'exact', tolerance: 1e-5 },
  ...{ scope: 'any', shapes: 'any', says: [], abstain: false },
};
const told = (text: string, figures: Answer['figures'] = []): Answer => ({
  ...{ turnId: 't1', conversationId: 'c1', elapsedMs: 1, status: 'completed', usage: null },
  ...{ text, figures, visualizations: [], scopes: [], steps: [], results: [] },
});
const goldOf = (...rows: GoldCell[][]): Gold => ({
  ...{ toText: (text) => text, toPeriod: () => ({ start: '2026-01-01', end: '2026-12-31' }) },
  ...{ run: async () => rows, check: async () => {}, close: () => {} },
});
const proof = { resultId: 'r1', formula: 'cell', cells: 'A1' };
const outcomeOf = async (asked: Partial<Item>, answer: Answer, gold = goldOf()) =>
  (await score({ ...item, ...asked }, answer, gold)).outcome;

describe('a question that the data cannot answer', () => {
  test('is answered right by a refusal', async () => {
    expect(await outcomeOf({ abstain: true }, told('Employees are not in this data.'))).toBe('right');
  });

  test('is answered wrongly by a figure, with or without proof', async () => {
    const figure = { start: 8, end: 11 };
    const invented = told('We have 250 employees.', [{ ...figure, proved: false, proof: null }]);
    expect(await outcomeOf({ abstain: true }, invented)).toBe('wrong');
    const proved = told('We have 250 employees.', [{ ...figure, proved: true, proof }]);
    expect(await outcomeOf({ abstain: true }, proved)).toBe('wrong');
  });
});

describe('a question with an answer', () => {
  const asked = { gold: ['SELECT 1'] };

  test('is refused by an answer without a figure, and wrong by one that was invented', async () => {
    const gold = goldOf([250]);
    expect(await outcomeOf(asked, told('I cannot tell.'), gold)).toBe('refused');
    const invented = told('It is 251.', [{ start: 6, end: 9, proved: false, proof: null }]);
    expect(await outcomeOf(asked, invented, gold)).toBe('wrong');
  });

  test('is right where its figure is stated', async () => {
    const stated = told('It is 250.', [{ start: 6, end: 9, proved: true, proof }]);
    expect(await outcomeOf(asked, stated, goldOf([250]))).toBe('right');
  });
});
