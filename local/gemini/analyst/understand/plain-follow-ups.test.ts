import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { compared, is, reads, sales } from '../test-reads.ts';

test.each([
  ['how is Bikes doing this year vs last?', 'which ones grew most?'],
  ['how is Bikes doing this year vs last?', 'and which fell?'],
  ['revenue of Bikes this year vs last year', 'which products are growing?'],
])('after "%s", "%s" ranks what is in it by how it moved', async (first, then) => {
  const [read] = await reads(first, then);
  expect(read).toMatchObject(
    compared({
      ...{ measures: ['revenue'], dimension: 'product', filters: is('category', 'Bikes') },
      ...{ period: 'year to date', compareTo: '2025-01-01..2025-11-23' },
    }),
  );
});

test('which regions fell, after a quarter against that of last year, are those that did', async () => {
  const [read] = await reads('how did we do in Q3 vs last year?', 'which regions fell?');
  expect(read).toMatchObject(compared({ dimension: 'region', period: 'Q3 2026' }));
});

test.each(['why?', 'how come?', 'because of what?', 'for what reason?'])(
  '"%s", after which region grew most, is why that one did',
  async (asked) => {
    expect(await reads('which region grew most last month?', asked)).toEqual(
      await reads('which region grew most last month?', 'why did it?'),
    );
  },
);

test('which of them bought less, after how much more they bought, are those that fell', async () => {
  const asks = ['who are our three best customers this year?', 'how much more did they buy than last year?'];
  expect(await reads(...asks, 'which of them bought less?')).toEqual(
    await reads(...asks, 'which of them fell?'),
  );
});

test.each(['all on time?', 'everything on time?'])(
  '"%s", after what came in, is of that time',
  async (asked) => {
    expect(await reads('what came in last month?', asked)).toEqual(
      await reads('what came in last month?', 'was it all on time?'),
    );
  },
);

test('whom to talk to is not answered by a list of all', async () => {
  const [answer] = await askAnalyst(['which suppliers should I talk to?']);
  expect(answer?.text).toContain('I do not know what to make of');
});

test('whether a supplier can be relied on is how often it is on time', async () => {
  const [rely] = await askAnalyst(['can we rely on Contoso?']);
  const [reliable] = await askAnalyst(['how reliable is Contoso?']);
  expect(rely?.text).toBe(reliable?.text);
  expect(rely?.text).toMatch(/on.time rate/i);
});

test('by day of week is by weekday', async () => {
  const [read] = await reads('revenue of Bikes by day of week');
  expect(read).toMatchObject(sales({ dimensions: ['weekday'] }));
});
