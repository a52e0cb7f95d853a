import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, readsOf, sales } from '../../test-reads.ts';

const late = 'late purchase orders';
const open = 'open purchase orders by supplier';

test.each([
  [['days of cover of Bikes', 'by channel'], 'split of inventory by channel'],
  [[open, 'by channel'], 'split of purchase orders by channel'],
  [['what did we receive last week?', 'by customer'], 'split of stock movements by customer'],
  [[open, 'compare with the year before'], 'way to tell what was open or late at another time'],
  [['value of open purchase orders compared with last year'], 'way to tell what was open or late'],
  [[late, 'in percent'], 'way to give this list in percent'],
  [[late, 'sort by margin'], 'way to sort this list by gross margin'],
])('%j is refused, and no figure that leaves it out is told', async (asked, missing) => {
  expect((await askAnalyst(asked)).at(-1)?.text).toContain(`I have no ${missing}`);
  expect(await readsOf(asked)).toEqual([]);
});

test.each([
  [
    [open, 'which is the worst?'],
    bought({
      measures: ['open_orders'],
      dimensions: ['supplier'],
      orderBy: { by: 'open_orders', direction: 'desc' },
    }),
  ],
  [[late, 'by month'], bought({ measures: ['late_orders'], grain: 'month' })],
  [
    ['margin rate of Bikes in Q3', 'in percent'],
    sales({ measures: ['margin_rate'], period: 'Q3 2026', filters: is('category', 'Bikes') }),
  ],
  [
    ['return rate by category', 'how many is that?'],
    sales({ measures: ['returned_units'], dimensions: ['category'] }),
  ],
])('%j is of what was asked before', async (asked, expected) => {
  expect((await reads(...asked))[0]).toEqual(expected);
});
