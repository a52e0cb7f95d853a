import { expect, test } from 'vitest';
import { is, reads, sales } from '../test-reads.ts';

test('"European sales" are those of the region', async () => {
  expect(await reads('European sales last month')).toEqual([
    sales({ measures: ['revenue'], period: 'last month', filters: is('region', 'Europe') }),
  ]);
});
