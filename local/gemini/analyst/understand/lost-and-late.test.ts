import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads } from '../test-reads.ts';

test.each([
  'how much stock did we lose in September?',
  'did we lose any stock in September?',
  'did we lose goods in September?',
])('"%s" is shrinkage', async (question) => {
  expect((await reads(question))[0]?.args).toMatchObject({ measures: ['shrinkage'], period: '2026-09' });
});

test('late deliveries of a year are those that came late', async () => {
  const [first] = await reads('which supplier had the most late deliveries this year?');
  expect(first?.args).toMatchObject({ measures: ['missed_dates'], by: 'received' });
});

test('open orders that are late by more than some days are bounded by their days', async () => {
  const [first] = await reads('which open orders are more than a month late?');
  expect(first?.args.having).toEqual([{ measure: 'days_late', op: 'above', value: 30 }]);
});

test.each([
  ['are there suppliers who never deliver on time?', 'at_most', 0],
  ['which suppliers always deliver on time?', 'at_least', 1],
])('"%s" is a bound on the rate', async (question, op, value) => {
  const [first] = await reads(question);
  expect(first?.args.having).toEqual([{ measure: 'on_time_rate', op, value }]);
});

test('what the most money is in is stock value', async () => {
  const [first] = await reads('what do we have the most money in?');
  expect(first?.args).toMatchObject({ measures: ['stock_value'], dimensions: ['product'] });
});

test('the last month of data is a time', async () => {
  const [first] = await reads('units of Bikes in the last month of data');
  expect(first?.args).toMatchObject({ measures: ['units'], period: 'last month' });
});

test.each([
  ['why were purchase orders cancelled this year?'],
  ['cancelled purchase orders by supplier', 'why were those cancelled?'],
])('why orders are cancelled is on no record: %s', async (...questions) => {
  const text = (await askAnalyst(questions)).at(-1)?.text;
  expect(text).toMatch(/^I have no reason why orders are cancelled here/);
});
