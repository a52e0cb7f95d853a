import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, moved, reads, sales, stock } from '../test-reads.ts';

const helmet = is('product', 'City Helmet');
const isAcme = is('supplier', 'Acme Supply');
const openUnits = [{ measure: 'open_units', op: 'above', value: 0 }];

const suppliers = bought({ measures: ['ordered_value'], dimensions: ['supplier'], filters: helmet });
const nextArrival = bought({
  measures: ['open_units', 'open_value'],
  dimensions: ['purchase_order', 'supplier', 'expected_date'],
  filters: helmet,
  orderBy: { by: 'expected_date', direction: 'asc' },
  having: openUnits,
});
const stillToCome = bought({ measures: ['open_units'], filters: helmet });
const leadTime = bought({ measures: ['lead_time'], filters: isAcme });
const oldest = bought({
  measures: ['days_open'],
  dimensions: ['purchase_order'],
  orderBy: { by: 'days_open', direction: 'desc' },
});

test.each<[string, object, string[]]>([
  [
    'who supplies a product',
    suppliers,
    [
      'who makes our City Helmet?',
      'which company delivers the City Helmet',
      'from whom do we get the City Helmet?',
      'where do we source City Helmet',
      'City Helmet - which supplier?',
    ],
  ],
  [
    'when more of it comes',
    nextArrival,
    [
      'when arrives the next City Helmet',
      'next delivery of City Helmet - when?',
      'when do we get new stock of City Helmet?',
      'when will City Helmet be back in stock?',
      'is more of City Helmet coming, and when?',
    ],
  ],
  [
    'how much more of it comes',
    stillToCome,
    [
      'is more of City Helmet coming?',
      'is there any more City Helmet on the way, how many',
      'are we getting more City Helmet?',
      'have we reordered City Helmet already?',
    ],
  ],
  [
    'how long a supplier takes',
    leadTime,
    [
      'how long needs Acme Supply to deliver normally',
      'how long does it usually take until Acme Supply delivers?',
      'how many days does Acme Supply usually need?',
      'usual delivery time of Acme Supply',
      'from order to delivery, how many days for Acme Supply?',
    ],
  ],
  [
    'which order is the oldest',
    oldest,
    [
      'what is the oldest open order',
      'which PO has been open the longest?',
      'oldest purchase order not yet delivered',
    ],
  ],
])('%s is asked in many ways', async (_, expected, questions) => {
  for (const question of questions) expect(await reads(question), question).toContainEqual(expected);
});

const gone = (filters?: object[]) =>
  stock({
    measures: ['out_of_stock'],
    dimensions: ['product'],
    ...(filters && { filters }),
    orderBy: { by: 'out_of_stock', direction: 'desc' },
    having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
  });
const cover = (op: string, value: number) =>
  stock({
    measures: ['days_of_cover'],
    dimensions: ['product'],
    orderBy: { by: 'days_of_cover', direction: op === 'above' ? 'desc' : 'asc' },
    having: [{ measure: 'days_of_cover', op, value }],
  });

test.each<[string, object]>([
  ['which articles are finish in Southport', gone(is('warehouse', 'Southport'))],
  ['which products are all gone?', gone()],
  ['which items are down to zero right now', gone()],
  ['list the products we have none of any more', gone()],
  ['which products have stock for less than one week?', cover('below', 7)],
  ['products whose stock lasts less than 10 days at current sales', cover('below', 10)],
  // Units that lie in a warehouse are those on hand.
  [
    'products in Southport with fewer than 40 units',
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      filters: is('warehouse', 'Southport'),
      orderBy: { by: 'on_hand', direction: 'asc' },
      having: [{ measure: 'on_hand', op: 'below', value: 40 }],
    }),
  ],
  // What was cancelled or written off is worth its own value.
  [
    'number of cancelled PO lines last year and their value',
    bought({ measures: ['cancelled_lines', 'cancelled_value'], period: 'last year' }),
  ],
  [
    'write-offs at cost by warehouse last month',
    moved({ measures: ['shrinkage_value'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  // A price without a time is that of the list, and a cost that of one unit.
  ['price of City Helmet', stock({ measures: ['list_price'], filters: helmet })],
  ['how much does the City Helmet cost?', stock({ measures: ['list_price'], filters: helmet })],
  ['what does the City Helmet cost us?', stock({ measures: ['unit_cost'], filters: helmet })],
  [
    'which are our 5 most expensive products?',
    stock({
      measures: ['list_price'],
      dimensions: ['product'],
      orderBy: { by: 'list_price', direction: 'desc' },
      limit: 5,
    }),
  ],
  [
    'average price of City Helmet last month',
    sales({ measures: ['average_price'], period: 'last month', filters: helmet }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('a list price of last year is refused, as only that of today is kept', async () => {
  const [turn] = await askAnalyst(['list price of City Helmet last year']);
  expect(turn?.text).toContain('record of earlier prices');
});

test('several classes in one question are all of them', async () => {
  const all = [{ name: 'classify_products', args: {} }];
  expect(await reads('how many A items, B items and C items do we have')).toEqual(all);
  expect(await reads('explain the XYZ thing')).toEqual(all);
  expect(await reads('list the C items')).toEqual([{ name: 'classify_products', args: { class: 'C' } }]);
  const filters = [{ dimension: 'product', op: 'is_not', values: ['City Helmet'] }];
  expect(await reads('ABC classes without City Helmet')).toEqual([
    { name: 'classify_products', args: { filters } },
  ]);
});
