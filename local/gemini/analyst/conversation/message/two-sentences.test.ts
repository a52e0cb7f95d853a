import { expect, test } from 'vitest';
import { bought, compared, is, reads, sales, stock, top } from '../../test-reads.ts';

const some = (args: object) => expect.objectContaining(args);

test('a ranking stays one, and the next sentence is of its rows', async () => {
  const [ranking, share] = await reads(
    'Top 3 products by revenue in 2025. What share do they make together?',
  );
  expect(ranking).toMatchObject(sales({ dimensions: ['product'], period: '2025', ...top('revenue', 3) }));
  expect(share).toMatchObject(sales({ period: '2025' }));
});

test('both times are told where the next sentence names another one', async () => {
  expect(await reads('Revenue this year? And last year?')).toMatchObject([
    sales({ measures: ['revenue'], period: 'year to date' }),
    sales({ measures: ['revenue'], period: 'last year' }),
  ]);
});

test('a time that corrects the first is told alone', async () => {
  const asked = await reads('Revenue by region last year. Only this year.');
  expect(asked.map(({ args }) => args.period)).toEqual(['year to date']);
});

test('a name in the next sentence takes the place of one of its kind', async () => {
  expect(await reads('Revenue of Bikes in October? And of Helmets in September?')).toMatchObject([
    sales({ period: '2026-10', filters: is('category', 'Bikes') }),
    sales({ period: '2026-09', filters: is('category', 'Helmets') }),
  ]);
});

test('what grew over a year before is set against it', async () => {
  const [, moved] = await reads('Sales of Bikes in 2026. And which product grew most over 2025?');
  expect(moved).toMatchObject(compared({ dimension: 'product', compareTo: '2025-01-01..2025-11-23' }));
});

test('why is asked of the one that moved most', async () => {
  const [first, why] = await reads('Which category grew most in October, and why?');
  expect(first).toMatchObject(compared({ dimension: 'category', period: '2026-10' }));
  expect(why?.args.filters).toMatchObject([{ dimension: 'category', op: 'is' }]);
});

test.each([
  'How much did Online bring in last month, and from whom?',
  'How much did Online bring in last month? From whom?',
])('%j: the sum, and who most of it is from', async (question) => {
  expect(await reads(question)).toMatchObject([
    sales({ measures: ['revenue'], filters: is('channel', 'Online') }),
    sales({ dimensions: ['customer'], filters: is('channel', 'Online') }),
  ]);
});

test('what was bought from a supplier is told beside what it cost', async () => {
  const [spent, goods] = await reads('What did we spend with Acme this year, and on what?');
  expect([spent, goods]).toMatchObject([
    bought({ filters: is('supplier', 'Acme Supply') }),
    bought({ dimensions: ['product'], filters: is('supplier', 'Acme Supply') }),
  ]);
});

test('what is looked at is what all that follows is of', async () => {
  expect(await reads("I'm looking at Bikes. What's the best seller this year?")).toMatchObject([
    sales({ dimensions: ['product'], filters: is('category', 'Bikes') }),
  ]);
});

test('new ones among the customers of a channel are those of that channel', async () => {
  const [, fresh] = await reads('How many customers bought Online in October? How many of them were new?');
  expect(fresh).toMatchObject({
    name: 'find_new_or_lapsed',
    args: { which: 'new', period: '2026-10', filters: is('channel', 'Online') },
  });
});

test('a bound in a sentence of its own is on what was named before', async () => {
  const [held, below] = await reads('I need the stock of Bikes. Only what is below the reorder point.');
  expect(held).toMatchObject(stock(some({ filters: is('category', 'Bikes') })));
  expect(below).toMatchObject({
    name: 'get_reorder_recommendations',
    args: { filters: is('category', 'Bikes') },
  });
});

test('a question of yes or no leaves the rows before it', async () => {
  expect(await reads('Revenue of Bikes in 2025 by channel. Is Online growing?')).toMatchObject([
    sales({ dimensions: ['channel'], period: '2025', filters: is('category', 'Bikes') }),
    { args: { filters: expect.arrayContaining(is('channel', 'Online')) } },
  ]);
});

test('what those bought who were counted is told by product', async () => {
  const [count, goods] = await reads('How many customers bought Online in October? What did they buy most?');
  expect(count).toMatchObject(sales({ measures: ['customers'], filters: is('channel', 'Online') }));
  expect(goods).toMatchObject(
    sales({
      measures: ['revenue'],
      dimensions: ['product'],
      period: '2026-10',
      filters: is('channel', 'Online'),
    }),
  );
});

test('a third clause after a comma is a question, too', async () => {
  const [first] = await reads(
    'Which supplier has the most open orders, what are they worth, and when is the next one due?',
  );
  expect(first).toMatchObject(bought({ measures: ['open_orders'], dimensions: ['supplier'] }));
});
