import { expect, test } from 'vitest';
import { bought, is, reads, top } from '../../test-reads.ts';

test.each([
  ['which supplier has the most of them?', 'supplier', 'late_orders'],
  ['which warehouse has most of those?', 'warehouse', 'late_orders'],
])('"%s", of late orders, counts them', async (asked, dimension, measure) => {
  expect(await reads('which purchase orders are late?', 'how late?', asked)).toContainEqual(
    bought({
      ...{ measures: [measure], dimensions: [dimension] },
      orderBy: { by: measure, direction: 'desc' },
    }),
  );
});

test('how many are late, of the orders that are open, is one number', async () => {
  expect(await reads('which purchase orders are still open?', 'how many are late?')).toContainEqual(
    bought({ measures: ['late_orders'] }),
  );
});

test('thousands are no number of orders, but their value', async () => {
  expect(await reads('open purchase orders by supplier', 'only those over 10,000')).toContainEqual(
    bought({
      ...{ measures: ['open_orders', 'open_value'], dimensions: ['supplier'] },
      orderBy: { by: 'open_orders', direction: 'desc' },
      having: [{ measure: 'open_value', op: 'above', value: 10000 }],
    }),
  );
});

test.each(['what does it hold up?', 'what are they holding up?', 'which products are held up?'])(
  '"%s", of late orders, is what is on them',
  async (asked) => {
    const [first] = await reads('which purchase orders are late?', asked);
    expect(first).toEqual(
      bought({ measures: ['late_units'], dimensions: ['product'], ...top('late_units', 20) }),
    );
  },
);

test.each(['what is still missing?', 'what of it is not here yet?', 'what is outstanding?'])(
  '"%s", after what was ordered, is what is open of it',
  async (asked) => {
    expect(await reads('what did we order from Acme Supply last month?', asked)).toContainEqual(
      bought({
        ...{ measures: ['open_units'], dimensions: ['product'], period: 'last month' },
        ...{ filters: is('supplier', 'Acme Supply'), ...top('open_units', 100) },
      }),
    );
  },
);

test('the week after the next one lies ahead as well', async () => {
  const [first] = await reads('what is arriving next week?', 'and the week after?');
  expect(first?.args).toMatchObject({ by: 'expected', period: '2026-12-07..2026-12-13' });
});

test.each(['how many days on average?', 'by how many days, on average?'])(
  '"%s", after promised days that were missed, is the mean delay',
  async (asked) => {
    const [first] = await reads('missed dates of Acme Supply this year', asked);
    expect(first?.args.measures).toEqual(['delivery_delay']);
  },
);

test.each(['at what price?', 'how much is that per unit?', 'for how much each?'])(
  '"%s", after what was ordered, is what a unit of it cost us',
  async (asked) => {
    const [first] = await reads('what did we order from Acme Supply last month?', asked);
    expect(first).toMatchObject(
      bought({ measures: ['ordered_value', 'ordered_units'], filters: is('supplier', 'Acme Supply') }),
    );
  },
);
