import { expect, test } from 'vitest';
import { monthly, reads, sales } from '../../test-reads.ts';

const byMonth = 'revenue by month in 2025';

test.each<[string, object]>([
  [
    'split the latest month by channel',
    sales({ measures: ['revenue'], dimensions: ['channel'], period: '2025-12' }),
  ],
  [
    'break the last month down by channel',
    sales({ measures: ['revenue'], dimensions: ['channel'], period: '2025-12' }),
  ],
  [
    'and the first month by channel?',
    sales({ measures: ['revenue'], dimensions: ['channel'], period: '2025-01' }),
  ],
  [
    'how does the latest month compare with the one before?',
    monthly({ measures: ['revenue'], period: '2025-11-01..2025-12-31' }),
  ],
])('after months in a row, %j is of one that was shown', async (question, call) => {
  expect(await reads(byMonth, question)).toContainEqual(call);
});

test('the latest month, where none was shown, is the last that is over', async () => {
  expect(await reads('revenue by channel this year', 'what about the latest month?')).toContainEqual(
    sales({ measures: ['revenue'], dimensions: ['channel'], period: 'last month' }),
  );
});
