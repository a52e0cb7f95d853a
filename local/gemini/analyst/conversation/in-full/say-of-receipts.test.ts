import { expect, test } from 'vitest';
import { bought, is, moved, reads } from '../../test-reads.ts';

const arrived = { by: 'received', period: '2026-10' };

test.each([
  ['was it all on time?', 'on_time_rate'],
  ['did it all come on time?', 'on_time_rate'],
  ['how much of it was late?', 'on_time_rate'],
  ['was everything complete?', 'fill_rate'],
])('"%s", after what came in, is a rate of what came in then', async (asked, measure) => {
  expect(await reads('what came in last month?', asked)).toContainEqual(
    bought({ measures: [measure], ...arrived }),
  );
});

test('of suppliers it is the rate of each', async () => {
  expect(await reads('units received by supplier last month', 'were they on time?')).toContainEqual(
    bought({ measures: ['on_time_rate'], dimensions: ['supplier'], ...arrived }),
  );
});

test.each(['from whom?', 'from which suppliers?'])(
  '"%s" is asked of all that came in, and not of the rows that are shown',
  async (asked) => {
    expect(await reads('what came in last month?', asked)).toContainEqual(
      moved({ measures: ['units_received'], dimensions: ['supplier'], period: 'last month' }),
    );
  },
);

test.each(['how much of it came late?', 'how much of that was delivered late?', 'how much was late?'])(
  '"%s", after what was ordered in a year, is how often that came late',
  async (asked) => {
    expect(await reads('what did we buy from Acme Supply in 2025?', asked)).toContainEqual(
      bought({ measures: ['missed_rate'], period: '2025', filters: is('supplier', 'Acme Supply') }),
    );
  },
);
