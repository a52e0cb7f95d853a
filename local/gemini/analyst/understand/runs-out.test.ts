import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads, stock } from '../test-reads.ts';

const lowest = { orderBy: { by: 'days_of_cover', direction: 'asc' } };

test.each(['which warehouse runs out of City Helmets first?', 'where will the City Helmet run out first?'])(
  '"%s" is told by days of cover',
  async (question) => {
    expect((await reads(question))[0]).toMatchObject(
      stock({
        measures: ['days_of_cover'],
        dimensions: ['warehouse'],
        filters: is('product', 'City Helmet'),
        ...lowest,
      }),
    );
  },
);

test('what has been out of stock longest is told by its days without stock', async () => {
  expect((await reads('which products were out of stock longest this year?'))[0]?.args).toMatchObject({
    measures: ['stock_out_days'],
    dimensions: ['product'],
  });
});

test.each(["what's not selling?", 'which products are not selling?'])(
  '"%s" asks for stock without sales',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({ measures: ['unsold_units', 'unsold_value'] });
  },
);

test('which of two sells better is a ranking among them', async () => {
  expect((await reads('which of our two helmets sells better?'))[0]?.args).toMatchObject({
    orderBy: { direction: 'desc' },
  });
});

test('a number of products out of stock says that it is one of each warehouse', async () => {
  const turns = await askAnalyst([
    'how many products are out of stock?',
    'how many products are out of stock in Northgate?',
  ]);
  expect(turns.map(({ text }) => /, counted in each warehouse/.test(text))).toEqual([true, false]);
});

test('what is in several orders are the goods that are late on them, and not those in stock', async () => {
  expect((await reads('which purchase orders are late?', "what's in them?"))[0]).toEqual(
    bought({
      measures: ['late_units'],
      dimensions: ['product'],
      orderBy: { by: 'late_units', direction: 'desc' },
      limit: 20,
    }),
  );
});

test.each(['did anybody send goods back in 2025?', 'did customers bring things back in 2025?'])(
  '"%s" asks for returns',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({ period: '2025' });
    expect(JSON.stringify((await reads(question))[0]?.args)).toMatch(/return/);
  },
);

test('months in which so much was exceeded are bounded', async () => {
  expect((await reads('in how many months did we exceed 100k?'))[0]?.args).toMatchObject({
    having: [{ measure: 'revenue', op: 'above', value: 100_000 }],
  });
});

test.each([
  'how many Helmets do we have and how long will they last?',
  'Helmets: how many have we got and how long will that last?',
  'Helmets - how many are there and for how long will they last',
])('"%s" is told both', async (question) => {
  expect(await reads(question)).toContainEqual(
    stock({ measures: ['on_hand', 'days_of_cover'], filters: is('category', 'Helmets') }),
  );
});
