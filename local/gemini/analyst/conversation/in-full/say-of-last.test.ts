import { expect, test } from 'vitest';
import { compared, is, reads, sales } from '../../test-reads.ts';

const read = (args: object) => expect.objectContaining({ args: expect.objectContaining(args) });

test.each([
  ['Which suppliers deliver late?', 'By how many days?', 'delivery_delay'],
  ['Which suppliers are late now?', 'how many days?', 'days_late'],
  ['Which suppliers are late now?', 'how late are they?', 'days_late'],
])('"%s" "%s" asks for %s', async (first, second, measure) => {
  expect(await reads(first, second)).toContainEqual(read({ measures: [measure], dimensions: ['supplier'] }));
});

test.each(['why did it change?', 'why?', 'why did it fall?'])(
  '"%s", after a time and the one a year before, is between the two',
  async (why) => {
    expect(await reads('margin of Bikes in Q2 2026', 'and the year before?', why)).toContainEqual(
      read({ period: 'Q2 2026', compareTo: 'Q2 2025', filters: is('category', 'Bikes') }),
    );
  },
);

test.each([
  'How did the margin compare with the month before?',
  'what was the margin compared to the previous month',
])('"%s", after May, is that of May', async (asked) => {
  expect(await reads('What was revenue in May?', asked)).toContainEqual(
    read({ measures: ['gross_margin'], period: '2026-04-01..2026-05-31' }),
  );
});

test('"how much in total?", after those within a bound, is of those', async () => {
  expect(
    await reads('Which products have a margin rate above 10% this year?', 'how much in total?'),
  ).toContainEqual(
    read({ measures: ['gross_margin'], filters: [expect.objectContaining({ dimension: 'product' })] }),
  );
});

test('"which grew more against Q2?", after two of them, is which of the two', async () => {
  expect(await reads('Compare Bikes and Gloves in Q3', 'Which grew more against Q2?')).toContainEqual(
    compared({
      ...{ measures: ['revenue'], dimension: 'category', period: 'Q3 2026', compareTo: 'Q2 2026' },
      filters: is('category', 'Bikes', 'Gloves'),
    }),
  );
});

test('a share that has changed since last year is that of this year against that of last year', async () => {
  const calls = await reads('What share of sales is Online?', 'How has that share changed since last year?');
  for (const period of ['year to date', '2025-01-01..2025-11-23'])
    expect(calls).toContainEqual(
      sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period }),
    );
});

test.each(['Which of them bought less than last year?', 'Which of them fell against last year?'])(
  '"%s" tells those of the list',
  async (asked) => {
    expect(await reads('Which customers bought most this year?', asked)).toContainEqual(
      read({ dimension: 'customer', period: 'year to date', compareTo: '2025-01-01..2025-11-23' }),
    );
  },
);

test('"which products there are …" are those of the place', async () => {
  const asked = ['Days of cover in Northgate', 'Which products there are below 5 days?'];
  expect(await reads(...asked)).toContainEqual(
    read({ dimensions: ['product'], filters: [expect.objectContaining({ dimension: 'warehouse' })] }),
  );
});

test('the share of a region that its best seller has is its part there', async () => {
  const asked = ['Which product sells best in Asia?', 'what share of Asia is that?'];
  expect(await reads(...asked)).toContainEqual(read({ measures: ['units'], filters: is('region', 'Asia') }));
});

test('what was returned, as a share of what they bought, is the return rate of each', async () => {
  const asked = [
    'Which customers returned the most units this year?',
    'what share of their purchases is that?',
  ];
  expect(await reads(...asked)).toContainEqual(read({ measures: ['return_rate'], dimensions: ['customer'] }));
});
