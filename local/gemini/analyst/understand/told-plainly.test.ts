import { expect, test } from 'vitest';
import { bought, is, monthly, reads, sales, stock } from '../test-reads.ts';

const byRegion = (more: object) => sales({ measures: ['revenue'], dimensions: ['region'], ...more });
const most = (measure: string) => ({ orderBy: { by: measure, direction: 'desc' } });

test.each<[string, object]>([
  // Which of two times had more.
  [
    'did we sell more in 2024 or in 2025?',
    sales({ measures: ['revenue'], grain: 'year', period: '2024-01-01..2025-12-31' }),
  ],
  [
    'was revenue higher last month or the month before?',
    monthly({ period: '2026-09-01..2026-10-31', measures: ['revenue'] }),
  ],
  [
    'did Online spend less in Q2 or Q3?',
    sales({
      ...{ measures: ['revenue'], grain: 'quarter', period: '2026-04-01..2026-09-30' },
      filters: is('channel', 'Online'),
    }),
  ],
  // Where goods are sold: in regions, and not in warehouses.
  ['where do we sell Helmets?', byRegion({ filters: is('category', 'Helmets') })],
  ['where do most of our sales come from?', byRegion(most('revenue'))],
  ['where do we mainly sell Helmets?', byRegion({ filters: is('category', 'Helmets'), ...most('revenue') })],
  ['which region does better than the others?', byRegion(most('revenue'))],
  ['is there any region that sells more than the rest?', byRegion(most('revenue'))],
  [
    'is there a weekday on which Online does better than on the others?',
    sales({
      ...{ measures: ['revenue'], dimensions: ['weekday'], filters: is('channel', 'Online') },
      ...most('revenue'),
    }),
  ],
  // What is sold is counted; sales are money.
  [
    'helmets sold last month',
    sales({ measures: ['units'], period: 'last month', filters: is('category', 'Helmets') }),
  ],
  [
    'sales of helmets last month',
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Helmets') }),
  ],
  [
    'helmets sold last month by size',
    sales(expect.objectContaining({ measures: ['units'], dimensions: ['product'] })),
  ],
  [
    'which size of the helmets sold best last month?',
    sales(expect.objectContaining({ measures: ['units'], dimensions: ['product'], period: 'last month' })),
  ],
  [
    'how many units did we ship out of Northgate last week?',
    sales({ measures: ['units_sold'], period: 'last week', filters: is('warehouse', 'Northgate') }),
  ],
  [
    'how much City Helmet is in Northgate?',
    stock({
      measures: ['on_hand'],
      filters: [...is('product', 'City Helmet'), ...is('warehouse', 'Northgate')],
    }),
  ],
  [
    'how many products did we sell at least once last week?',
    sales({ measures: ['products_sold'], period: 'last week' }),
  ],
  [
    'how long would the City Helmet last if nothing came in any more?',
    stock({ measures: ['days_of_cover'], filters: is('product', 'City Helmet') }),
  ],
  [
    'how much of what we ordered in August has arrived by now?',
    bought({ measures: ['fill_rate'], period: '2026-08' }),
  ],
  [
    'show me the weeks of last month with their sales',
    sales({ measures: ['revenue'], grain: 'week', period: 'last month' }),
  ],
  [
    'what was our best day ever?',
    sales({ measures: ['revenue'], grain: 'day', period: 'all time', ...most('revenue'), limit: 5 }),
  ],
])('"%s" is read as it is meant', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});
