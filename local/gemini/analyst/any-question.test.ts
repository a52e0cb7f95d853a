import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModels } from '../../../functions/src/analytics/read-models.ts';
import { createTools } from '../../../functions/src/tools/all-tools.ts';
import { toTurns } from './conversation/read-steps.ts';
import { askAnalyst } from './test-analyst.ts';
import { runTool } from './test-company.ts';

const models = await readModels(new URL('../../../bigquery/models/', import.meta.url));
const tools = new Map(createTools({ models }).map((tool) => [tool.name, tool]));

const words = [
  ...[
    'sales',
    'revenue',
    'units',
    'margin rate',
    'orders',
    'stock',
    'stock value',
    'out of stock',
    'days of cover',
    'customers',
  ],
  ...[
    'by',
    'per',
    'and',
    'or',
    'top',
    'bottom',
    '5',
    'best',
    'worst',
    'compare',
    'vs',
    'why',
    'share of',
    'how many',
    'which',
  ],
  ...[
    'product',
    'region',
    'category',
    'warehouse',
    'channel',
    'customer',
    'month',
    'week',
    'day',
    'supplier',
    'sku',
  ],
  ...[
    'last month',
    'last 3 months',
    'Q3',
    '2025',
    'this year',
    'last year',
    'in October',
    'yesterday',
    'since June',
    'yoy',
  ],
  ...[
    'Bikes',
    'online',
    'Northgate',
    'City Helmet',
    'SKU-100',
    'flurbs',
    '"Head Lamp"',
    'without',
    'only',
    'below 10',
    'over 30%',
  ],
  ...[
    'as a table',
    'line chart',
    'trend',
    'reorder',
    'what is',
    'growth',
    'total',
    'never',
    '?',
    '.',
    ',',
    'and by region?',
  ],
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  .map((chosen) => chosen.join(' '));

test('whatever is asked in words of the vocabulary, the calls are such as the tools accept, and an answer comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 3 }), async (questions) => {
      const turns = await askAnalyst(questions, (name, args, id) => {
        const parsed = tools.get(name)?.parameters.safeParse(args);
        expect(parsed?.error?.message, JSON.stringify(args)).toBeUndefined();
        return runTool(name, args, id);
      });
      for (const { text, rounds } of turns) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/);
        // The product allows eight.
        expect(rounds).toBeLessThanOrEqual(7);
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('whatever is typed, an answer comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (question) => {
      fc.pre(question.trim() !== '');
      const [turn] = await askAnalyst([question]);
      expect(turn?.text.trim()).not.toBe('');
    }),
    { numRuns: 150 },
  );
}, 120_000);

test.each(['revenue by region last month '.repeat(140).slice(0, 4000), 'x'.repeat(4000), 'a '.repeat(2000)])(
  'a message of 4,000 characters is answered',
  async (question) => {
    expect((await askAnalyst([question])).at(-1)?.text).not.toBe('');
  },
);

test('a conversation of nothing but tool responses has no turn', () => {
  expect(toTurns([{ role: 'user', parts: [{ functionResponse: { name: 'a', response: {} } }] }])).toEqual([]);
});
