import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { is, reads } from '../../test-reads.ts';

test.each([
  ['how reliable are they?', 'on_time_rate'],
  ['how long do they take usually?', 'lead_time'],
])('"%s", after what to reorder by supplier, is of the suppliers', async (asked, measure) => {
  const [first] = await reads('what should I reorder, by supplier?', asked);
  expect(first?.args).toMatchObject({ measures: [measure], dimensions: ['supplier'] });
});

test.each([
  [['stock of Bikes', 'so how many can I sell?'], { measures: ['available'] }],
  [['stock of Bikes', 'sold since January?'], { measures: ['units'] }],
  [['stock of Bikes', 'and how fast do they sell?'], { measures: ['daily_demand'] }],
])('%j is told in units of what lies there', async (questions, args) => {
  const [first] = await reads(...questions);
  expect(first?.args).toMatchObject({ ...args, filters: is('category', 'Bikes') });
});

test('everywhere together, after stock of one warehouse, is of all', async () => {
  const [first] = await reads('stock of Bikes in Northgate', 'and everywhere together?');
  expect(first?.args.filters).toEqual(is('category', 'Bikes'));
});

test('which one has too much, after stock by warehouse, is of what is overstocked', async () => {
  const [first] = await reads('stock of Bikes by warehouse', 'which one has too much?');
  expect(first).toMatchObject({ name: 'find_slow_movers', args: { filters: is('category', 'Bikes') } });
});

test('what to move between warehouses is not proposed', async () => {
  const turns = await askAnalyst(['stock of Bikes by warehouse', 'move suggestions?']);
  expect(turns.at(-1)?.text).toContain('no proposal of what to move');
});

test('from who, after what is to come, is by supplier', async () => {
  const [first] = await reads('open units of Bikes', 'from who?');
  expect(first?.args).toMatchObject({ dimensions: ['supplier'], filters: is('category', 'Bikes') });
});

test.each([[['units received from Acme Supply this year', 'how much was late?'], ['missed_rate']]])(
  '%j',
  async (questions, measures) => {
    const all = (await reads(...questions)).flatMap(({ args }) => args.measures);
    expect(all).toEqual(expect.arrayContaining(measures));
  },
);

test("when's the next delivery, after stock of something, is what is open of it by day", async () => {
  const [first] = await reads('stock of Bikes in Northgate', "when's the next delivery?");
  expect(first?.args).toMatchObject({ measures: expect.arrayContaining(['open_units']) });
});

test.each([
  [['stock of Bikes', 'which are below 20?'], { dimensions: ['product'] }],
  [
    ['what is out of stock in Northgate?', 'does Southport have any?'],
    { measures: ['on_hand'], dimensions: ['product'] },
  ],
  [
    ['units transferred last month', 'which warehouse sent most?'],
    { measures: ['transferred_out'], dimensions: ['warehouse'] },
  ],
  [
    ['units transferred last month', 'and received most?'],
    { measures: ['transferred_in'], dimensions: ['warehouse'] },
  ],
  [
    ['orders to Acme Supply this month', 'all of it delivered?'],
    { measures: expect.arrayContaining(['open_units']) },
  ],
])('%j is asked of what was told, and not of something else', async (questions, args) => {
  const [first] = await reads(...questions);
  expect(first?.args).toMatchObject(args);
});

test('the place that is asked about is the one in which those lie', async () => {
  const [first] = await reads('what is out of stock in Northgate?', 'does Southport have any?');
  expect(first?.args.filters).toEqual(expect.arrayContaining(is('warehouse', 'Southport')));
});

test.each([
  ['did we order enough Helmets for March?', "what's left?"],
  ['which gizmos are parked in Eastfield?', "what's left?"],
])('%s, not understood, and then %s', async (...questions) => {
  const turns = await askAnalyst(questions);
  expect(turns.at(-1)?.calls.filter(({ name }) => name === 'query_inventory')).toEqual([]);
});
