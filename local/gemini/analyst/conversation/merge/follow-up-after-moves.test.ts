import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { compared, is, reads, sales, top } from '../../test-reads.ts';

test.each([
  ['which products lost the most revenue compared to last year?', 'and which gained?', 'product'],
  ['which categories grew most last month?', 'which fell?', 'category'],
])('%j, %j: of all, and not of those that moved the other way', async (asked, next, dimension) => {
  const [first] = await reads(asked, next);
  expect(first).toMatchObject(compared({ dimension }));
  expect(first?.args).not.toHaveProperty('filters');
});

test.each([
  ['revenue in October vs last year', 'what sold best?'],
  ['did revenue in October beat last year?', 'which products sold best?'],
])('%j, %j: by what it sold, and not by how that moved', async (asked, next) => {
  expect(await reads(asked, next)).toEqual([
    sales({ measures: ['revenue'], dimensions: ['product'], period: '2026-10', ...top('revenue', 10) }),
  ]);
});

test('a rate a year ago, after a figure of this quarter, is that of the same quarter', async () => {
  expect(await reads('discount this quarter', 'what was the rate a year ago?')).toEqual([
    sales({ measures: ['discount_rate'], period: 'quarter to date' }),
    sales({ measures: ['discount_rate'], period: '2025-10-01..2025-11-23' }),
  ]);
});

test('another share, after the share of one, is the share that this one has of that', async () => {
  const asked = ['what share of revenue comes from Online?', 'and what share of margin?'];
  expect(await reads(...asked)).toEqual([
    sales({ measures: ['gross_margin', 'margin_share'], dimensions: ['channel'] }),
  ]);
});

test('the gap between what sells most and what sells least is that of the two', async () => {
  const asked = ['which region sells the most?', 'and the least?', 'what is the gap between them?'];
  expect(await reads(...asked)).toEqual([
    sales({ measures: ['revenue'], dimensions: ['region'], filters: is('region', 'Europe', 'Asia') }),
  ]);
});

test.each(['what is the gap between them?', 'how big is the difference between them?'])(
  '"%s", after several, is not answered for two of them',
  async (asked) => {
    const turns = await askAnalyst(['which region sells the most?', asked]);
    expect(turns.at(-1)?.calls).toEqual([]);
  },
);

test('price or volume, after why revenue fell, are both, before and after', async () => {
  const [first] = await reads('why did revenue fall last month?', 'was it price or volume?');
  expect(first?.args).toMatchObject({ measures: ['units', 'average_price'] });
  expect(first?.args).not.toHaveProperty('dimensions');
});

test('the growth, after revenue with the share of each, is that of the revenue', async () => {
  const [first] = await reads('revenue by category with share of total', 'and the growth on last year');
  expect(first).toMatchObject(compared({ measures: ['revenue'], dimension: 'category' }));
});

test.each(['which category was up most?', 'which category grew most?'])(
  '"%s", after how one month went, is against the same month of the year before',
  async (asked) => {
    const [first] = await reads('how did October go?', asked);
    expect(first).toMatchObject(
      compared({
        measures: ['revenue'],
        dimension: 'category',
        period: '2026-10',
        compareTo: '2025-10-01..2025-10-31',
      }),
    );
  },
);
