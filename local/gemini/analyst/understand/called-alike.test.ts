import { expect, test } from 'vitest';
import { withNames } from '../test-company.ts';
import { bought, is, readsOf, sales, top } from '../test-reads.ts';

/** A company some of whose customers, goods and partners are called alike. */
const run = withNames(
  ['customer_segment', 'Offices'],
  ['customer_segment', 'Cafés'],
  ['customer_segment', 'Veterinary'],
  ['customer', 'Deli Jarrow'],
  ['customer', 'Deli Abbot'],
  ['customer', 'Saturday Vets'],
  ['customer', 'Third Age Homes'],
  ['product', 'Colombia Huila 1 kg'],
  ['product', 'Colombia Huila 250 g'],
  ['product', 'Kenya AA 250 g'],
  ['product', 'Nitrile Gloves M'],
  ['product', 'Nitrile Gloves S'],
  ['brand', 'Two Rivers'],
  ['supplier', 'Two Rivers Medical'],
  ['category', 'Bikes'],
  ['category', 'Spare Parts'],
  ['category', 'Coffee'],
  ['subcategory', 'Filter'],
);
const period = 'last month';
const ofDelis = [{ dimension: 'customer', op: 'contains', values: ['deli'] }];
const bySegment = { measures: ['revenue'], dimensions: ['customer_segment'], period };
const two = is('customer_segment', 'Cafés', 'Offices');

test.each<[string, object[]]>([
  // Customers that have a word of their names in common.
  [
    'which delis bought bikes last month?',
    [
      sales({
        ...{ measures: ['revenue'], dimensions: ['customer'], period, ...top('revenue', 20) },
        filters: [...ofDelis, ...is('category', 'Bikes')],
      }),
    ],
  ],
  ['how many delis bought last month?', [sales({ measures: ['customers'], period, filters: ofDelis })]],
  [
    'top 2 delis last month',
    [
      sales({
        ...{ measures: ['revenue'], dimensions: ['customer'], period, ...top('revenue', 2) },
        filters: ofDelis,
      }),
    ],
  ],
  // A kind of customers before the one customer that has the word in its name.
  [
    'vet sales last month',
    [sales({ measures: ['revenue'], period, filters: is('customer_segment', 'Veterinary') })],
  ],
  [
    'revenue of veterinary homes last month',
    [sales({ measures: ['revenue'], period, filters: is('customer_segment', 'Veterinary') })],
  ],
  // Which of two kinds buys more.
  ['do cafés or offices buy more last month?', [sales({ ...bySegment, filters: two })]],
  // Goods of which there are several are one side.
  [
    'Kenya vs Colombia last month',
    [
      sales({ measures: ['revenue'], period, filters: is('product', 'Kenya AA 250 g') }),
      sales({
        ...{ measures: ['revenue'], period },
        filters: is('product', 'Colombia Huila 1 kg', 'Colombia Huila 250 g'),
      }),
    ],
  ],
  // Words that would be passed over, where goods are called so.
  [
    'sales of parts last month',
    [sales({ measures: ['revenue'], period, filters: is('category', 'Spare Parts') })],
  ],
  [
    'filter coffee sales last month',
    [
      sales({
        ...{ measures: ['revenue'], period },
        filters: [...is('category', 'Coffee'), ...is('subcategory', 'Filter')],
      }),
    ],
  ],
  // A size that stands before what it is of.
  [
    'units of M nitrile gloves last month',
    [sales({ measures: ['units'], period, filters: is('product', 'Nitrile Gloves M') })],
  ],
  // What is ordered again comes from a supplier.
  [
    'what should we reorder from Two Rivers?',
    [{ name: 'get_reorder_recommendations', args: { filters: is('supplier', 'Two Rivers Medical') } }],
  ],
  [
    'what do we owe Two Rivers Medical for open orders?',
    [bought({ measures: ['open_value'], filters: is('supplier', 'Two Rivers Medical') })],
  ],
])('"%s" reads what was meant', async (question, expected) => {
  const read = await readsOf([question], run);
  expect(read.slice(0, expected.length)).toEqual(expected);
});

test.each<[string[], object]>([
  // "Which one" of a kind of customers is a customer.
  [
    ['revenue of Cafés last month', 'which one bought most?'],
    { dimensions: ['customer'], filters: is('customer_segment', 'Cafés') },
  ],
  [['revenue of Bikes last month', 'which one sold most?'], { dimensions: ['product'] }],
  [['how did the Cafés do last month?', 'which one spent most?'], { dimensions: ['customer'], period }],
  [['who ordered last month?'], { dimensions: ['customer'], period }],
])('%j goes on as meant', async (questions, expected) => {
  const [read] = await readsOf(questions, run);
  expect(read?.args).toMatchObject(expected);
});
