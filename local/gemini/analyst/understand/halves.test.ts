import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { withNames } from '../test-company.ts';
import { bought, is, moved, reads, readsOf, sales, stock } from '../test-reads.ts';

test('The second half is of what the first half names', async () => {
  const [received, rejected] = await reads(
    'what did we receive from Acme and what did we send back this year?',
  );
  const filters = is('supplier', 'Acme Supply');
  expect(received).toMatchObject(bought({ filters }));
  expect(rejected).toMatchObject(bought({ measures: ['rejected_units'], filters }));
});

test('What was sold is told beside what was earned', async () => {
  expect(await reads('what did we sell in Helmets last month and what did we earn?')).toMatchObject([
    sales({ measures: ['revenue', 'gross_margin'], period: 'last month' }),
  ]);
});

test('A split at the end of two halves is of both', async () => {
  expect(await reads('how many units are on hand and how many on order per category')).toMatchObject([
    stock({ measures: ['on_hand', 'on_order'], dimensions: ['category'] }),
  ]);
});

test('A figure overall and of one name is two', async () => {
  const [all, own] = await reads('average lead time overall and of Acme');
  expect(all?.args).not.toHaveProperty('filters');
  expect(own).toMatchObject(bought({ measures: ['lead_time'], filters: is('supplier', 'Acme Supply') }));
});

test('What returns cost is what they were worth', async () => {
  expect((await reads('how much did returns cost us?'))[0]?.args.measures).toEqual(['returns']);
});

test('"Into Bristol" are transfers that came in', async () => {
  const read = (
    await readsOf(
      ['transfers between warehouses last month', 'into Bristol?'],
      withNames(['warehouse', 'Bristol']),
    )
  )[0];
  expect(read).toMatchObject(moved({ measures: ['transferred_in'] }));
});

test('A share of purchases is one of what was bought, and so is that of another supplier', async () => {
  const first = 'what percentage of Helmets purchases goes to Acme?';
  const share = bought({ measures: ['ordered_value'], dimensions: ['supplier'] });
  expect((await reads(first))[0]).toMatchObject(share);
  expect((await readsOf([first, 'and for Orsini?'], withNames(['supplier', 'Orsini'])))[0]).toMatchObject(
    share,
  );
});

test.each([
  [['how many late orders do we have, from how many suppliers?'], 'from how many suppliers'],
  [['how much did we buy from Acme and sell of their goods this year?'], 'sell of their goods'],
  [['which products are selling faster than we can buy them?'], 'faster than'],
  [['peak stock this year'], 'peak stock'],
  [['sales on weekends last month', 'vs weekdays'], 'vs weekdays'],
])('%j is refused, for "%s"', async (questions, words) => {
  expect((await askAnalyst(questions)).at(-1)?.text).toContain(words);
});
