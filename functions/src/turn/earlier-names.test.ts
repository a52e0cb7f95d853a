import { expect, test } from 'vitest';
import { listEarlierNames } from './earlier-names.ts';

test('names with digits that rows of earlier turns hold, and earlier questions with digits, are names', () => {
  const output = {
    columns: [
      { name: 'product', type: 'string', role: 'dimension' },
      { name: 'reason', type: 'string', role: 'measure' },
    ],
    rows: [
      ['Trail Bike 500', 'Position 3 is below 9'],
      ['Helmet', ''],
    ],
  };
  const history = [
    { role: 'user' as const, parts: [{ text: 'are 18 blorbs zooming? ' }] },
    { role: 'model' as const, parts: [{ text: 'I counted 17 of them.' }] },
    { role: 'user' as const, parts: [{ text: 'by month' }] },
    { role: 'user' as const, parts: [{ functionResponse: { name: 'query_sales', response: { output } } }] },
  ];
  expect([...listEarlierNames(history)]).toEqual(['are 18 blorbs zooming?', 'Trail Bike 500']);
});
