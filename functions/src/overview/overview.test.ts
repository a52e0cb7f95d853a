import type { AuditEntry, Cell } from '@tallyboard/contract';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createTools } from '../tools/all-tools.ts';
import { createWarehouse, models } from '../tools/testing/tool-setting.ts';
import { type Warehouse, WarehouseError } from '../warehouse/warehouse.ts';
import { readOverview, toOverviewKey } from './read-overview.ts';

const now = new Date('2026-11-23T08:00:00Z');
const categories: Cell[][] = [
  ['Bikes', 900],
  ['Clothing', 100],
];

/** @param empty tables that hold nothing */
function setUp(answer: () => Error | null = () => null, empty: string[] = []) {
  const entries: AuditEntry[] = [];
  const lines: Record<string, unknown>[] = [];
  const { warehouse: filled, statements } = createWarehouse(({ sql }) => {
    const failure = answer();
    if (failure) return failure;
    if (sql.includes('stock_snapshots')) return { rows: [] };
    return {
      columns: [
        ['category', 'STRING'],
        ['revenue', 'NUMERIC'],
      ],
      rows: categories,
    };
  });
  const warehouse: Warehouse = {
    read: async (statement, options) => {
      const read = await filled.read(statement, options);
      const { sql } = statement;
      if (!sql.includes('FROM replication_status')) return read;
      const days = (row: Cell[]) => (empty.includes(String(row[1])) ? [null, null] : row.slice(3, 5));
      const rows = read.rows.map((row) => [...row.slice(0, 3), ...days(row), ...row.slice(5)]);
      const isCoverage = sql.includes('FROM warehouses');
      return { ...read, rows: isCoverage ? rows : rows.map((row) => [row[1] ?? null, ...row.slice(3)]) };
    },
  };
  const deps = {
    tools: createTools({ models }),
    warehouse,
    company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    audit: async (_id: string, entry: AuditEntry) => void entries.push(entry),
    now: () => now,
    logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    newId: () => 'id',
    timeoutMs: 5_000,
  };
  return { deps, entries, statements, lines };
}

test('the overview is read with the caller’s warehouses bound, and each call is audited', async () => {
  const { deps, entries, statements } = setUp();
  const overview = await readOverview(deps, { uid: 'maya', access: ['WH-NORTH'] });
  expect(overview).toMatchObject({ lowStock: { count: 0, lines: [] }, categories: ['Bikes', 'Clothing'] });
  expect(overview.warehouses).toEqual(['North']);
  expect(overview.dataAsOf).not.toBeNull();
  const reads = statements.filter(({ sql }) => !sql.includes('replication_status'));
  for (const { parameters } of reads) expect(JSON.stringify(parameters)).toContain('WH-NORTH');
  expect(entries.map(({ tool, outcome, uid, turnId }) => [tool, outcome, uid, turnId]).sort()).toEqual([
    ['get_reorder_recommendations', 'ok', 'maya', ''],
    ['query_sales', 'ok', 'maya', ''],
  ]);
});

test('where nothing was sold in the last three months the stock is still shown', async () => {
  const { deps, entries } = setUp();
  const later = { ...deps, now: () => new Date('2031-06-01T08:00:00Z') };
  const overview = await readOverview(later, { uid: 'anton', access: 'all' });
  expect(overview).toMatchObject({ lowStock: { count: 0 }, categories: [] });
  expect(entries.map(({ outcome }) => outcome).sort()).toEqual(['no_match', 'ok']);
});

test('where no stock is recorded what sells is still shown', async () => {
  const { deps } = setUp(undefined, ['stock_snapshots']);
  const overview = await readOverview(deps, { uid: 'anton', access: 'all' });
  expect(overview).toEqual({
    dataAsOf: expect.any(String),
    lowStock: null,
    categories: ['Bikes', 'Clothing'],
  });
});

test('a caller of some warehouses is told their names, where no stock is recorded too', async () => {
  const { deps } = setUp(undefined, ['stock_snapshots']);
  const read = (access: 'all' | string[]) => readOverview(deps, { uid: 'maya', access });
  expect((await read(['WH-NORTH', 'WH-NEW'])).warehouses).toEqual(['North', 'WH-NEW']);
  expect((await read('all')).warehouses).toBeUndefined();
});

test('where nothing is recorded the data has no age', async () => {
  const { deps, entries } = setUp(undefined, ['stock_snapshots', 'sales_lines']);
  const overview = await readOverview(deps, { uid: 'anton', access: 'all' });
  expect(overview).toEqual({ dataAsOf: null, lowStock: null, categories: [] });
  expect(entries.map(({ tool, outcome }) => [tool, outcome]).sort()).toEqual([
    ['describe_data', 'ok'],
    ['get_reorder_recommendations', 'no_match'],
    ['query_sales', 'no_match'],
  ]);
});

test('sales that ended long ago are data, with no stock beside them too', async () => {
  const { deps } = setUp(undefined, ['stock_snapshots']);
  const later = { ...deps, now: () => new Date('2031-06-01T08:00:00Z') };
  const overview = await readOverview(later, { uid: 'anton', access: 'all' });
  expect(overview).toEqual({ dataAsOf: expect.any(String), lowStock: null, categories: [] });
});

test('each call is a line, and a read that BigQuery refuses is one with what it said', async () => {
  const cause = new Error('Quota exceeded');
  const { deps, lines } = setUp(() => new WarehouseError('warehouse_failed', 'It failed.', { cause }));
  await expect(readOverview(deps, { uid: 'maya', access: 'all' })).rejects.toThrow();
  const calls = lines.filter(({ msg }) => msg === 'tool call');
  expect(calls.map(({ uid, outcome }) => [uid, outcome])).toContainEqual(['maya', 'warehouse_failed']);
  expect(calls[0]).not.toHaveProperty('turnId');
  expect(lines.find(({ msg }) => msg === 'read failed')).toMatchObject({
    err: { message: 'Quota exceeded' },
  });
});

test('a failed read is audited and thrown', async () => {
  const { deps, entries } = setUp(() => new Error('broken'));
  await expect(readOverview(deps, { uid: 'maya', access: 'all' })).rejects.toThrow();
  expect(entries.some(({ outcome }) => outcome === 'internal')).toBe(true);
});

test('those who see the same warehouses share one overview; others never do', () => {
  const accesses = [['N', 'S'], ['S', 'N'], ['N'], 'all' as const, ['all']];
  const [first, second, ...others] = accesses.map((access, index) =>
    toOverviewKey({ uid: `${index}`, access }),
  );
  expect(first).toBe(second);
  expect(new Set([first, ...others]).size).toBe(4);
});
