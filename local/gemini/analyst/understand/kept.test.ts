import { describe, expect, test } from 'vitest';
import { bought, is, reads, sales } from '../test-reads.ts';

/** What a question keeps of the one before, and what it asks anew. */
const conversations: [fact: string, read: object, questions: string[]][] = [
  [
    'a bound on another split keeps the time',
    sales({ measures: ['gross_margin'], dimensions: ['region'], period: 'last year' }),
    ['margin rate by category last year', 'which regions lose money?'],
  ],
  [
    'how many orders that was is their number',
    bought({
      measures: ['purchase_order_count'],
      period: 'last year',
      filters: is('supplier', 'Acme Supply'),
    }),
    ['what did we order from Acme Supply last year, in money', 'how many purchase orders was that?'],
  ],
  [
    'a figure of each is one of both names that were asked about',
    sales({
      measures: ['orders'],
      dimensions: ['channel'],
      period: 'last year',
      filters: is('channel', 'Online', 'Retail'),
    }),
    ['what share of revenue came through online last year', 'and retail?', 'how many orders each'],
  ],
  [
    'the percent that something is, is its rate',
    sales({ measures: ['discount', 'discount_rate'], filters: is('region', 'Europe') }),
    ['how much discount did Europe get last year and what percent is that'],
  ],
  [
    'a part of what is declared as its whole is the rate',
    bought({ measures: ['rejection_rate'] }),
    ['what percentage of delivered units did we reject last year'],
  ],
  [
    'the types of a category are its subcategories',
    sales({ dimensions: ['subcategory'], period: 'last year', filters: is('category', 'Bikes') }),
    ['share of revenue of each Bikes type last year'],
  ],
  [
    'a bound on open orders without a unit is one on what each is worth',
    bought({
      measures: ['open_value'],
      dimensions: ['purchase_order'],
      having: [{ measure: 'open_value', op: 'above', value: 5000 }],
    }),
    ['open POs over 5k'],
  ],
  [
    'days late or early are the mean of both',
    bought({ measures: ['delivery_delay'], dimensions: ['supplier'] }),
    ['average days late or early per supplier last year'],
  ],
  [
    'what someone will do, as it is thought, is a forecast',
    { name: 'forecast_demand', args: { filters: is('category', 'Helmets') } },
    ['what do you think helmets will do next month'],
  ],
];

describe.each(conversations)('%s', (_, read, questions) => {
  test(questions.join(' > '), async () => {
    const [first] = await reads(...questions);
    expect(first).toMatchObject(read);
  });
});

test('what is to be reordered for something that is not understood is not told of all', async () => {
  expect(await reads('anything I need to reorder for the cold chain?')).toEqual([]);
});

test('rows after those that were listed are no time', async () => {
  expect(await reads('top five products last month', 'the five after that')).toEqual([]);
});
