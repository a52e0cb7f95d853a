import { describe, expect, test } from 'vitest';
import { bought, is, reads, sales, stock } from '../test-reads.ts';

/** What goes back, what is late and what there is of each variant. */
const wordings: [fact: string, read: object, questions: string[]][] = [
  [
    'what we send back is rejected of the supplier',
    bought({ measures: ['rejected_units'], dimensions: ['supplier'], period: 'last year' }),
    [
      'from which supplier did we have to send back the most units last year?',
      'how many units were sent back to our suppliers last year, by supplier',
    ],
  ],
  [
    'the part of the goods that we send back is a rate',
    bought({ measures: ['rejection_rate'], dimensions: ['supplier'] }),
    ['what share of the goods did we send back last year, by supplier'],
  ],
  [
    'what customers send back is returned, in the unit that is said',
    sales({ measures: ['returned_units'], dimensions: ['customer'], period: 'last year' }),
    ['which customers sent back the most units last year?'],
  ],
  [
    'the days that each late order is overdue are told with the orders',
    bought({ measures: ['days_late', 'late_value', 'late_units'] }),
    [
      'Late purchase orders, with the number of days each one is overdue',
      'how many days is each late order overdue?',
      'for each overdue PO the days it is overdue',
      'purchase orders that are late, days overdue per order',
      'how late is each open purchase order',
    ],
  ],
  [
    'each variant of what is named is a product',
    stock({ measures: ['on_hand'], dimensions: ['product'], filters: is('category', 'Helmets') }),
    [
      'helmets in stock, each colour',
      'how many helmets do we have, by size?',
      'stock of helmets per variant',
    ],
  ],
  [
    'more things out of stock here than there are counted in both',
    stock({
      measures: ['out_of_stock'],
      dimensions: ['warehouse'],
      filters: is('warehouse', 'Northgate', 'Southport'),
    }),
    [
      'are we out of more things in Northgate than in Southport?',
      'are more products out of stock in Northgate or in Southport?',
    ],
  ],
  [
    'items of a category that were bought are its units',
    sales({ measures: ['units'], period: 'last month', filters: is('category', 'Bikes') }),
    ['how many Bikes items did we sell last month'],
  ],
];

describe.each(wordings)('%s', (_, read, questions) => {
  test.each(questions)('"%s"', async (question) => {
    const [first] = await reads(question);
    expect(first).toMatchObject(read);
  });
});

test('a split by colour of all goods is refused', async () => {
  expect(await reads('stock by colour')).toEqual([]);
  expect(await reads('stock in Northgate by colour')).toEqual([]);
});

test('what a refused question named is meant by what goes on from it', async () => {
  const [first] = await reads('how many helmets do we have, by town?', 'only Northgate');
  expect(first).toMatchObject(
    stock({ filters: [...is('category', 'Helmets'), ...is('warehouse', 'Northgate')] }),
  );
});

test.each(["Northgate doesn't count", "Northgate shouldn't be in it"])(
  '"%s" leaves it out of the last question',
  async (spoken) => {
    const [first] = await reads('stock on hand by category', spoken);
    expect(first).toMatchObject({
      args: { filters: [{ dimension: 'warehouse', op: 'is_not', values: ['Northgate'] }] },
    });
  },
);
