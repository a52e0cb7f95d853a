import { expect, test } from 'vitest';
import type { ModelContent } from '../model/model.ts';
import { shortenContents } from './shorten-contents.ts';

const measured = [
  { name: 'product', role: 'dimension' },
  { name: 'revenue', role: 'measure' },
];
const toTurn = (columns: { name: string; role: string }[], rowCount: number): ModelContent[] => {
  const rows = Array.from({ length: rowCount }, (_, at) => [`Product ${at}`, at * 100]);
  const output = {
    resultId: 'r1',
    title: 'Revenue',
    columns,
    rows,
    rowCount,
    rowsCut: 0,
    scope: {},
    notes: ['n'],
  };
  return [
    { role: 'user', parts: [{ text: 'q' }] },
    {
      role: 'model',
      parts: [
        { text: 'I think', thought: true },
        { functionCall: { id: 'c1', name: 'query_sales', args: { limit: 9 } }, thoughtSignature: 'c2ln' },
      ],
    },
    { role: 'user', parts: [{ functionResponse: { id: 'c1', name: 'query_sales', response: { output } } }] },
    { role: 'model', parts: [{ text: 'a', thoughtSignature: 'c2ln' }] },
  ];
};
const readOutput = (contents: ModelContent[]) => contents[2]?.parts[0]?.functionResponse?.response.output;

test('of a result with figures the first rows stay, and how many there were', () => {
  const turn = toTurn(measured, 300);
  const output = readOutput(shortenContents(turn));
  const rows = Array.from({ length: 300 }, (_, at) => [`Product ${at}`, at * 100]);
  expect(output).toMatchObject({ rowCount: 300, columns: measured, notes: ['n'], title: 'Revenue' });
  const kept = (output as { rows: unknown[] }).rows;
  expect(kept).toEqual(rows.slice(0, kept.length));
  expect(kept.length).toBeGreaterThan(10);
  expect(JSON.stringify(kept).length).toBeLessThanOrEqual(1_001);
});

test('a short result is left as it is', () => {
  const turn = toTurn(measured, 10);
  expect(readOutput(shortenContents(turn))).toEqual(readOutput(turn));
});

test('the names that a look-up found stay, where figures would be cut', () => {
  const turn = toTurn(
    [
      { name: 'kind', role: 'dimension' },
      { name: 'match', role: 'detail' },
    ],
    100,
  );
  expect(readOutput(shortenContents(turn))).toEqual(readOutput(turn));
});

test('calls keep their arguments and ids, and every call its response; thoughts and signatures are left out', () => {
  const [, call, response, answer] = shortenContents(toTurn(measured, 300));
  expect(call?.parts).toEqual([{ functionCall: { id: 'c1', name: 'query_sales', args: { limit: 9 } } }]);
  expect(response?.parts[0]?.functionResponse).toMatchObject({ id: 'c1', name: 'query_sales' });
  expect(answer).toEqual({ role: 'model', parts: [{ text: 'a' }] });
});

test('a failure and what was shown stay as they are', () => {
  const turn = (response: Record<string, unknown>): ModelContent[] => [
    { role: 'user', parts: [{ functionResponse: { name: 'f', response } }] },
  ];
  for (const response of [{ error: { code: 'no_match' } }, { output: { shown: 'v1' } }])
    expect(shortenContents(turn(response))).toEqual(turn(response));
});
