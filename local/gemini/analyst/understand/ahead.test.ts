import { expect, test } from 'vitest';
import { parseParts } from '../parts/parse-parts.ts';
import { toAhead } from '../question/to-ahead.ts';
import { askAnalyst, declarations } from '../test-analyst.ts';
import { reads, sales } from '../test-reads.ts';
import { createLexicon } from '../vocabulary/lexicon.ts';
import { readDeclarations } from '../vocabulary/read-declarations.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';

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
  ['expected sales from January to March', { measure: 'revenue', horizon: 5 }],
  ['what do we expect to sell from January to March?', { horizon: 5 }],
  ['how much do you expect we will sell in January?', { horizon: 3 }],
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
  ['compare the forecast with last year', 'way to compare a forecast with another time'],
  ['forecast for next month by week', 'way to tell the forecast of a month by week'],
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

test.each([
  'will we sell more next month than last month?',
  'how does the forecast for next month compare with last month?',
])('%j is told both', async (question) => {
  expect(await reads(question)).toEqual([
    forecast({ measure: 'units', horizon: 2 }),
    sales({ measures: ['units'], period: 'last month' }),
  ]);
});

test('A forecast by week tells weeks', async () => {
  expect(await reads('weekly sales forecast')).toEqual([forecast({ grain: 'week' })]);
  expect(await reads('forecast for next month', 'by week')).toEqual([]);
});

const lexicon = createLexicon(readDeclarations(declarations));

test.each<[string, number, string]>([
  ['Give me a forecast of revenue through February', 4, '2027-02-28'],
  ['how many units will we sell up to January?', 3, '2027-01-31'],
  ['how much revenue do you expect between now and March?', 5, '2027-03-31'],
  ['forecast revenue through next month', 2, '2026-12-31'],
])('"%s" has all months until then', async (question, horizon, end) => {
  expect(await reads(question)).toContainEqual(forecast(expect.objectContaining({ horizon })));
  const parts = parseParts(normaliseQuestion(question), lexicon, '2026-11-23', 1);
  expect(toAhead(parts, { today: '2026-11-23', last: null })?.asked).toMatchObject({
    spans: [{ start: '2026-11-01', end }],
  });
});
