import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { reads, sales } from './test-reads.ts';

const forecast = (args: object) => ({ name: 'forecast_demand', args });

test.each([
  ['what will bike sales look like in July?', { measure: 'revenue', horizon: 12 }],
  ['how many helmets will we likely sell in February', { horizon: 12 }],
  ['what will revenue be in Q1?', { measure: 'revenue', horizon: 12 }],
  ['forecast for December', { horizon: 12 }],
])('"%s" is of a month to come, and not of the last one of that name', async (question, args) => {
  expect(await reads(question)).toContainEqual(forecast(expect.objectContaining(args)));
});

test('a forecast goes on for longer', async () => {
  const asked = ['Forecast bike sales for the next 4 weeks', 'make it 8 weeks and draw it'];
  expect(await reads(...asked)).toContainEqual(
    forecast(expect.objectContaining({ grain: 'week', horizon: 9 })),
  );
});

test.each(['revenue in July', 'what did we sell in February?'])(
  '"%s" is of the last one',
  async (question) => {
    expect(await reads(question)).toContainEqual(
      sales(expect.objectContaining({ period: expect.stringMatching(/^2026-0/) })),
    );
  },
);

test.each(['how much stock will we have in December?'])(
  '"%s" is asked of what nobody knows yet: the stock of last December is no answer',
  async (question) => {
    expect(await reads(question)).toEqual([]);
    const turns = await askAnalyst([question]);
    expect(turns.at(-1)?.text).toMatch(/^I have no forecast/);
  },
);
