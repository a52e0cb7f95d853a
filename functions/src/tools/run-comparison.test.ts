import { describe, expect, test } from 'vitest';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { call, createContext, createWarehouse } from './testing/tool-setting.ts';

/** The last order was placed on the Friday before; today is Monday the 23rd. */
const orderCoverage = [
  ['table', 'purchase_order_lines', '', '2023-11-24', '2026-11-20', '2026-11-23T05:00:00.000Z'],
];

async function findParameters(args: object) {
  const { warehouse, statements } = createWarehouse(
    () => ({
      columns: [
        ['received_lines', 'INT64'],
        ['received_lines_before', 'INT64'],
      ],
      rows: [[5, 4]],
    }),
    orderCoverage,
  );
  const outcome = await call('get_purchase_orders', args, createContext(warehouse));
  if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
  return statements.at(-1)?.parameters;
}

describe('a comparison of two periods', () => {
  test('by the day of receipt holds what arrived after the last order', async () => {
    const args = { measures: ['received_lines'], by: 'received', period: 'last week', compareTo: '2026-W46' };
    expect(await findParameters(args)).toMatchObject({
      start_date: { value: '2026-11-16' },
      end_date: { value: '2026-11-22' },
    });
  });

  test('by the day of the order ends on the last one', async () => {
    const args = { measures: ['received_lines'], period: 'last week', compareTo: '2026-W46' };
    expect(await findParameters(args)).toMatchObject({ end_date: { value: '2026-11-20' } });
  });

  test('looks for the names of its filters on all days on record, so that who bought in one period alone is known', async () => {
    const { warehouse, statements } = createWarehouse(({ sql }) =>
      sql.startsWith('SELECT DISTINCT')
        ? { rows: [['Ann', 'ann', 'c-1']] }
        : {
            columns: [
              ['revenue', 'NUMERIC'],
              ['revenue_before', 'NUMERIC'],
            ],
            rows: [[0, 4]],
          },
    );
    const filters = [{ dimension: 'customer', op: 'is', values: ['Ann'] }];
    const args = { period: 'last month', compareTo: '2024-03', filters };
    await call('compare_sales', args, createContext(warehouse));
    const lookup = statements.find(({ sql }) => sql.startsWith('SELECT DISTINCT'));
    expect(lookup?.parameters).toMatchObject({
      start_date: { value: '2023-11-24' },
      end_date: { value: '2026-11-22' },
    });
  });

  test.each([
    ['month to date', '2026-10-01..2026-10-23', '2026-10-22', 'as many days of the month before'],
    ['this month', 'last month', '2026-10-22', 'the month before by its name'],
    ['year to date', '2025-01-01..2025-11-23', '2025-11-22', 'the same dates of a year before'],
    ['2026', '2024', '2024-11-22', 'another year'],
    ['Q4 2026', 'Q4 2025', '2025-11-22', 'a quarter that is not over'],
    ['this month', '2026-10-01..2026-10-31', '2026-10-31', 'days that were not its own, which are all read'],
    ['last month', '2025-10', '2025-10-31', 'a whole month, which the data has'],
  ])('of %s with %s holds the latter to %s: %s', async (period, compareTo, end) => {
    const { warehouse, statements } = createWarehouse(() => ({
      columns: [
        ['region', 'STRING'],
        ['revenue', 'NUMERIC'],
        ['revenue_before', 'NUMERIC'],
      ],
      rows: [['North', 5, 4]],
    }));
    const outcome = await call(
      'compare_sales',
      { dimension: 'region', period, compareTo },
      createContext(warehouse),
    );
    if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
    expect(statements.at(-1)?.parameters).toMatchObject({ compare_end: { value: end } });
    const isCut = outcome.result.notes.includes(
      'The data runs to 22 Nov 2026, so both sides are told to that day of theirs.',
    );
    expect(isCut).toBe(period !== 'last month');
  });

  test('of more members than are read is refused: those with the largest losses would be missing', async () => {
    const { warehouse } = createWarehouse(() => ({
      columns: [
        ['customer', 'STRING'],
        ['revenue', 'NUMERIC'],
        ['revenue_before', 'NUMERIC'],
      ],
      rows: [['Anna', 5, 4]],
    }));
    const cut: Warehouse = {
      read: async (statement, options) => ({ ...(await warehouse.read(statement, options)), rowsCut: 1 }),
    };
    expect(await call('compare_sales', { dimension: 'customer' }, createContext(cut))).toEqual({
      ...{ kind: 'failure', code: 'invalid_argument' },
      message: 'There are more than 50000 members by customer, and what is not read may have changed most.',
      hint: 'Add a filter, or compare by a coarser dimension.',
    });
  });
});
