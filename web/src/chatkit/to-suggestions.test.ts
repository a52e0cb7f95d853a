import type { Chart, Scope, Step, Turn } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { exampleScope, exampleTurn } from '../../fixtures/example-turn.ts';
import { toSuggestions } from './to-suggestions.ts';

const byMonth: Chart = {
  id: 'v1',
  title: 'Sales',
  resultId: 'r1',
  shape: 'chart',
  mark: 'line',
  x: 'month',
  y: ['revenue'],
  series: null,
};
const several: Scope = {
  ...exampleScope,
  filters: [],
  warehouses: { all: true, ids: ['N', 'S'], names: ['North', 'South'] },
};
const steps = (rows: number): Step[] => {
  const at = new Date('2026-11-23T08:00:00Z');
  const rest = { bytes: 0, priceUsd: 0, message: null, startedAt: at, finishedAt: at };
  return [{ id: 's1', tool: 't', title: 'Reading', status: 'done', resultId: 'r1', rows, ...rest }];
};
const answer = (visualization: Partial<Chart>, scope: Scope = several, changes: Partial<Turn> = {}) =>
  toSuggestions(
    exampleTurn({
      status: 'completed',
      visualizations: [{ ...byMonth, ...visualization }],
      scopes: [scope],
      steps: steps(12),
      ...changes,
    }),
  );

test('figures over time can be compared with the year before and split by what they are not split by', () => {
  expect(answer({})).toEqual([
    'Compare with a year earlier',
    'Split this by category',
    'Split this by warehouse',
  ]);
  expect(answer({ series: 'category' })).toEqual(['Compare with a year earlier', 'Split this by warehouse']);
});

test('one warehouse is not split by warehouse, one category not by category, no period not compared', () => {
  const warehouses = { all: false, ids: ['N'], names: ['North'] };
  const scope = { ...several, warehouses, filters: ['Category is Bikes'], period: null };
  expect(answer({}, scope)).toEqual([]);
});

test('what is compared already is not compared again, and what is still to come has no year before', () => {
  expect(answer({ mark: 'bar', x: 'category', y: ['revenue', 'revenue_before'] })).toEqual([
    'Show this by month',
    'Only the top 5',
  ]);
  expect(answer({ mark: 'bar', x: 'region', y: ['revenue_change'] })).not.toContain(
    'Compare with a year earlier',
  );
  const projection = { value: 'forecast', intervals: [] };
  expect(answer({ x: 'period', y: ['actual'], projection })).toEqual([
    'Split this by category',
    'Split this by warehouse',
  ]);
});

test('figures of members can be shown over time and be fewer', () => {
  expect(answer({ mark: 'bar', x: 'channel' })).toEqual([
    'Show this by month',
    'Compare with a year earlier',
    'Only the top 5',
  ]);
});

const during = (start: string, end: string): Scope => ({
  ...several,
  period: { start, end, label: 'then' },
});

test('nothing of one month is shown by month, but for stock, which has months before', () => {
  const month = during('2026-10-01', '2026-10-31');
  const byChannel = { mark: 'bar', x: 'channel' } as const;
  expect(answer(byChannel, month)).not.toContain('Show this by month');
  expect(answer(byChannel, during('2026-10-01', '2026-11-01'))).toContain('Show this by month');
  const stock = steps(4).map((step) => ({ ...step, tool: 'query_inventory' }));
  expect(answer(byChannel, month, { steps: stock })).toContain('Show this by month');
});

test.each(['product', 'customer', 'supplier'])('each %s is too many for a row of months', (x) => {
  expect(answer({ mark: 'bar', x })).toEqual(['Compare with a year earlier', 'Only the top 5']);
});

test('what is listed by a bound is not followed through time', () => {
  const offers = (filter: string) => answer({ mark: 'bar', x: 'channel' }, { ...several, filters: [filter] });
  expect(offers('Revenue at least 1,000')).toEqual(['Only the top 5']);
  expect(offers('Sell-through below 20%')).toEqual(['Only the top 5']);
  expect(offers('Channel is Over and above it')).toHaveLength(3);
});

test('two years and more have no year before them', () => {
  const offered = 'Compare with a year earlier';
  expect(answer({}, during('2025-01-01', '2025-12-31'))).toContain(offered);
  expect(answer({}, during('2024-01-01', '2025-12-31'))).not.toContain(offered);
});

test('five rows are not offered to be the top 5, and what was just asked is not offered again', () => {
  const byChannel = { mark: 'bar', x: 'channel' } as const;
  expect(answer(byChannel, several, { steps: steps(5) })).not.toContain('Only the top 5');
  expect(answer(byChannel, several, { question: 'And only the top 5?' })).not.toContain('Only the top 5');
});

test('orders to place lead on to stock, whichever of its figures names them', () => {
  const { mark: _mark, x: _x, y: _y, series: _series, ...shared } = byMonth;
  const table = { ...shared, id: 'v2', shape: 'table' as const, columns: ['product', 'suggested_quantity'] };
  const turn = exampleTurn({
    status: 'completed',
    visualizations: [{ ...byMonth, mark: 'bar', x: 'product' }, table],
    scopes: [several],
    steps: steps(84),
  });
  expect(toSuggestions(turn)[0]).toBe('Only the 5 most urgent');
});

test('reorder points, which have no months, lead on to what is to be ordered', () => {
  const { mark: _mark, x: _x, y: _y, series: _series, ...shared } = byMonth;
  const levels = {
    ...shared,
    shape: 'table' as const,
    columns: ['warehouse', 'reorder_point', 'safety_stock'],
  };
  const turn = exampleTurn({
    status: 'completed',
    visualizations: [levels],
    scopes: [several],
    steps: steps(4),
  });
  expect(toSuggestions(turn)).toEqual(['What should I reorder?', 'Which products are out of stock?']);
});

test('an answer that shows nothing, or did not come about, suggests nothing', () => {
  expect(toSuggestions(exampleTurn({ status: 'completed', scopes: [several] }))).toEqual([]);
  const failed = exampleTurn({ status: 'failed', visualizations: [byMonth], scopes: [several] });
  expect(toSuggestions(failed)).toEqual([]);
});

test('an answer that shows nothing offers the questions that it names, and not one that it quotes', () => {
  const offersOf = (text: string, question = 'And the weather?') =>
    toSuggestions(exampleTurn({ status: 'completed', visualizations: [], question, text }));
  const refusal =
    'I have no weather here. The nearest question that I can answer: "What is the revenue by day?"';
  expect(offersOf(refusal)).toEqual(['What is the revenue by day?']);
  expect(offersOf(refusal, 'What is the revenue by day?')).toEqual([]);
  expect(
    offersOf('For example:\n\n- Compare sales\n- What should I reorder this week?\n- Who buys most?'),
  ).toEqual(['What should I reorder this week?', 'Who buys most?']);
  expect(offersOf('I did not understand "which ones?", so I do not know.')).toEqual([]);
});
