import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { runTool } from '../../test-company.ts';
import { bought, is, reads, readsOf, stock } from '../../test-reads.ts';

const late = { measures: ['late_orders', 'late_value', 'late_units'] };
const fromAcme: typeof runTool = (...call) =>
  JSON.parse(JSON.stringify(runTool(...call)).replaceAll('"none",', '"Acme Supply",'));

test.each<[string[], object]>([
  [
    ['which suppliers deliver next week?', 'how much did we spend with them this year?'],
    {
      ...{ measures: ['ordered_value'], dimensions: ['supplier'], period: 'year to date' },
      filters: is('supplier', 'Acme Supply'),
    },
  ],
  [
    ['which suppliers delivered last week?', 'is anything late with them?'],
    { ...late, filters: is('supplier', 'Acme Supply') },
  ],
])('%j is of the rows that were told, at another time as well', async (questions, args) => {
  expect(await readsOf(questions, fromAcme)).toContainEqual(bought(args));
});

test.each(['which suppliers deliver next week?', 'who is delivering next week?'])(
  '%s: whose orders are due then',
  async (asked) => {
    expect((await reads(asked))[0]).toEqual(
      bought({ measures: ['open_orders'], by: 'expected', dimensions: ['supplier'], period: 'next week' }),
    );
  },
);

test('what is overdue is so now, and not only of what is due in the week that was asked about', async () => {
  const [first] = await reads('how many deliveries are we expecting this week?', 'is anything overdue?');
  expect(first?.args).not.toHaveProperty('period');
  expect(first?.args).not.toHaveProperty('by');
});

test.each<[string[], object]>([
  [
    ['forecast of Bikes next month', 'do we have stock for that?'],
    { measures: ['on_hand', 'days_of_cover'] },
  ],
  [['forecast of Bikes next month', 'how much is coming?'], { measures: ['on_order'] }],
])('%j is the stock of what was foretold', async (questions, args) => {
  expect(await reads(...questions)).toContainEqual(stock({ ...args, filters: is('category', 'Bikes') }));
});

test('whether the stock will do for a forecast is not said', async () => {
  const turns = await askAnalyst(['forecast of Bikes next month', 'do we have stock for that?']);
  expect(turns.at(-1)?.text).toMatch(/^\*\*(?:On hand|Days of cover)/);
  expect(turns.at(-1)?.text).not.toMatch(/\bYes\b|\bNo\b/);
});

test('of two the one that has less comes first', async () => {
  const questions = ['days of cover of Bikes', 'and of Helmets?', 'which one has less?'];
  expect(await reads(...questions)).toContainEqual(
    stock({
      ...{
        measures: ['days_of_cover'],
        dimensions: ['category'],
        filters: is('category', 'Bikes', 'Helmets'),
      },
      orderBy: { by: 'days_of_cover', direction: 'asc' },
    }),
  );
});

test.each([
  ['which suppliers kept the flurbs?', 'and worst?'],
  ['what lies there that is flurby?', "what's it worth?"],
])('nothing goes on from a first question that was not understood: %j', async (...questions) => {
  expect((await askAnalyst(questions)).at(-1)?.text).toContain('I did not understand');
});

test('the worth of slow movers is that of the list', async () => {
  const asked = ["what's sitting around in Northgate that nobody buys?", "what's it worth?"];
  const filters = is('warehouse', 'Northgate');
  expect(await reads(...asked)).toEqual([{ name: 'find_slow_movers', args: { filters } }]);
});

test.each([
  ['which suppliers kept their dates best this year?', 'on_time_rate', 'desc'],
  ['which suppliers stuck to the promised dates worst?', 'on_time_rate', 'asc'],
])('%s', async (asked, measure, direction) => {
  expect((await reads(asked))[0]?.args).toMatchObject({ orderBy: { by: measure, direction } });
});

test('how late one usually is is the mean delay', async () => {
  expect((await reads('how late is Acme Supply usually?'))[0]?.args).toMatchObject({
    measures: ['delivery_delay'],
  });
});

test('"how long do they take to deliver?", after late orders of one supplier, is its lead time', async () => {
  const calls = await reads('late orders from Acme Supply', 'how long do they usually take to deliver?');
  expect(calls[0]?.args).toMatchObject({ measures: ['lead_time'] });
  expect(calls[0]?.args).not.toHaveProperty('having');
});

test.each(['are they normally on time?', 'are they usually on time?', 'are they mostly punctual?'])(
  '"%s", after late orders, is asked of who delivers',
  async (asked) => {
    expect((await reads('what exactly is late from Acme Supply?', asked))[0]?.args).toMatchObject({
      measures: ['on_time_rate'],
      filters: is('supplier', 'Acme Supply'),
    });
  },
);
