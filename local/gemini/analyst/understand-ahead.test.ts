import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { reads, sales } from './test-reads.ts';

const forecast = (args: object) => ({ name: 'forecast_demand', args });

test.each([
  ['what will bike sales look like in July?', { measure: 'revenue', horizon: 9 }],
  ['how many helmets will we likely sell in February', { horizon: 4 }],
  ['what will revenue be in Q1?', { measure: 'revenue', horizon: 5 }],
  ['forecast for December', { horizon: 2 }],
  ['expected sales of bikes in March 2027', { horizon: 5 }],
  ['revenue forecast for 2027', { measure: 'revenue', horizon: 14 }],
  ['how many helmets will we sell in spring?', { horizon: 7 }],
  ['how many helmets do we expect to sell next summer?', { horizon: 10 }],
  ['revenue in Q1 2027', { measure: 'revenue', horizon: 5 }],
  ['expected revenue this quarter', { measure: 'revenue', horizon: 2 }],
])('"%s" is of a month to come, and not of the last one of that name', async (question, args) => {
  expect(await reads(question)).toContainEqual(forecast(expect.objectContaining(args)));
});

test.each([
  ['forecast for December', 'and in January?'],
  ['forecast for next month', 'and for January 2027?'],
  ['revenue in September', 'and in January 2027?'],
])('"%s", "%s": another time to come', async (...asked) => {
  expect(await reads(...asked)).toContainEqual(forecast(expect.objectContaining({ horizon: 3 })));
});

test.each([
  ['forecast for 15 January 2027', 'forecast of single days'],
  ['forecast for 2030', 'forecast for more than two years ahead'],
  ['stock forecast for January 2027', 'forecast of on hand'],
  ['margin rate next month', 'forecast of margin rate'],
  ['will we sell more next month than last month?', 'way to compare a forecast with another time'],
])('"%s" has no forecast: it is refused', async (question, missing) => {
  expect(await reads(question)).toEqual([]);
  expect((await askAnalyst([question])).at(-1)?.text).toContain(`I have no ${missing}`);
});

test('a forecast goes on for longer', async () => {
  const asked = ['Forecast bike sales for the next 4 weeks', 'make it 8 weeks and draw it'];
  expect(await reads(...asked)).toContainEqual(
    forecast(expect.objectContaining({ grain: 'week', horizon: 9 })),
  );
});

test.each(['revenue in July', 'what did we sell in February?', 'sales this spring'])(
  '"%s" is of the last one',
  async (question) => {
    expect(await reads(question)).toContainEqual(
      sales(expect.objectContaining({ period: expect.stringMatching(/^2026-0/) })),
    );
  },
);

test.each([
  'how much stock will we have in December?',
  'what will our stock value be at the end of the year?',
])('"%s" is asked of what nobody knows yet: the stock of last December is no answer', async (question) => {
  expect(await reads(question)).toEqual([]);
  const turns = await askAnalyst([question]);
  expect(turns.at(-1)?.text).toMatch(/^I have no forecast/);
});
