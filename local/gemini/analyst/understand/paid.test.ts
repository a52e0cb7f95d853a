import { expect, test } from 'vitest';
import { bought, reads, sales } from '../test-reads.ts';

const paid = { measures: ['ordered_value', 'ordered_units'] };

test.each([
  'what did we pay per unit for City Helmet this year?',
  'average price paid to Acme this year',
  'what did we pay on average per piece to Acme this year?',
  'average purchase price of City Helmet this year',
])('"%s" asks what suppliers were paid, and not what customers paid', async (question) => {
  expect((await reads(question))[0]).toMatchObject(bought({ ...paid, period: 'year to date' }));
});

test('What we pay for one thing is its price, and what customers paid is another', async () => {
  expect((await reads('what do we pay for the City Helmet?'))[0]).toMatchObject(bought(paid));
  expect((await reads('what do we pay for the City Helmet?', 'and sell it at?'))[0]).toMatchObject(
    sales({ measures: ['average_price'] }),
  );
  expect((await reads('what did customers pay per unit for City Helmet?'))[0]).toMatchObject(
    sales({ measures: ['average_price'] }),
  );
});

test.each([
  'how did the purchase price of City Helmet change in 2025?',
  'did the purchase price of City Helmet go up?',
])('"%s" is one paid to suppliers', async (question) => {
  const calls = await reads(question);
  expect(calls.map(({ name }) => name)).toContain('get_purchase_orders');
  expect(calls[0]?.args).toMatchObject({ measures: ['ordered_value', 'ordered_units'] });
});
