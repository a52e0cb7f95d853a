import type { Overview } from '@tallyboard/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StartPanel } from './StartPanel.tsx';

const draw = (value: Overview, seesOne = false) =>
  renderToStaticMarkup(
    <StartPanel
      loaded={{ state: 'ready', value }}
      seesOne={seesOne}
      now={new Date('2026-11-23T12:00:00Z')}
      locale="en"
      onAsk={() => {}}
      onRetry={() => {}}
    />,
  );
const overview: Overview = { dataAsOf: '2026-11-23T11:00:00Z', lowStock: null, categories: [] };

test('no stock at all is not told as stock that is enough', () => {
  expect(draw(overview)).toContain('No stock is recorded yet · data as of 1 hour ago');
  expect(draw({ ...overview, lowStock: { count: 0, lines: [] } })).toContain(
    'Nothing is below its reorder point',
  );
});

test('where nothing is recorded there is no data yet', () => {
  const html = draw({ ...overview, dataAsOf: null });
  expect(html).toContain('No data yet');
  expect(html).not.toContain('Low on stock');
});

test('a warehouse is named on each line, but once where the person sees no other', () => {
  const line = { warehouse: 'North', onHand: 3, suggestedQuantity: 5, daysUntilStockOut: 2 };
  const lines = ['Bolt', 'Nut'].map((product) => ({ ...line, product }));
  const value = { ...overview, lowStock: { count: 9, lines } };
  expect(draw(value)).toContain('2 days left</span> · North');
  expect(draw(value, true)).toContain('9 lines below the reorder point · North · data as of 1 hour ago');
  expect(draw(value, true).match(/North/g)).toHaveLength(1);
});
