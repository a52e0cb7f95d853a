import type { AuditEntry, Cell, WarehouseAccess } from '@tallyboard/contract';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createTools } from '../tools/all-tools.ts';
import { readCoverage } from '../tools/read-coverage.ts';
import {
  createContext,
  createWarehouse,
  models,
  months,
  call as runCall,
} from '../tools/testing/tool-setting.ts';
import { type Read, type ReadOptions, WarehouseError } from '../warehouse/warehouse.ts';
import { runAgain, type SavedResult } from './run-again.ts';

const calledAt = new Date('2026-11-23T08:00:00Z');
const key = { conversationId: 'c', turnId: 't', resultId: 'r1' };
const args = { measures: ['revenue'], period: 'last 3 months', grain: 'month' };

type Change = {
  access?: WarehouseAccess;
  accessOfThen?: WarehouseAccess;
  now?: string;
  rows?: Cell[][];
  saved?: Partial<SavedResult['result']>;
  bytesLeft?: number;
  failure?: Error;
  read?: Partial<Read>;
  /** The day's bytes do not answer. */
  hangs?: boolean;
};

async function setUp(change: Change = {}) {
  const first = createWarehouse(() => months);
  const accessOfThen = change.accessOfThen ?? 'all';
  const outcome = await runCall(
    'query_sales',
    args,
    createContext(first.warehouse, { access: accessOfThen }),
  );
  if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
  const { rows, notes: _, ...kept } = outcome.result;
  const result: SavedResult['result'] = {
    ...kept,
    ...{ resultId: 'r1', tool: 'query_sales', argumentsJson: JSON.stringify(args) },
    ...{ rowCount: rows.length, rowsJson: '[]', partCount: 1, expiresAt: calledAt },
    ...change.saved,
  };
  const entries: AuditEntry[] = [];
  const asked: { sql: string; parameters: unknown; asOf: ReadOptions['asOf'] }[] = [];
  const second = createWarehouse(({ sql }) =>
    sql.includes('sales_lines')
      ? (change.failure ?? { ...months, rows: change.rows ?? months.rows })
      : months,
  );
  const day = { left: change.bytesLeft ?? 1e9 };
  const deps = {
    createTools: () => createTools({ models, readCoverage }),
    readSaved: async () => ({ result, rows, calledAt }),
    toDay: () => ({
      reserve: async (bytes: number) => {
        if (change.hangs) await new Promise(() => undefined);
        if (bytes > day.left) return false;
        day.left -= bytes;
        return true;
      },
      giveBack: async (bytes: number) => {
        day.left += bytes;
      },
    }),
    warehouse: {
      read: async (...[statement, options]: Parameters<typeof second.warehouse.read>) => {
        asked.push({ ...statement, asOf: options.asOf });
        return { ...(await second.warehouse.read(statement, options)), ...change.read };
      },
    },
    company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    audit: async (_id: string, entry: AuditEntry) => void entries.push(entry),
    now: () => new Date(change.now ?? '2026-11-24T09:00:00Z'),
    logger: pino({ level: 'silent' }),
    newId: () => 'id',
    timeoutMs: change.hangs ? 50 : 5_000,
    maxRows: 1_000,
    maxTimeTravelHours: 168,
  };
  const caller = { uid: 'maya', access: change.access ?? ('all' as const) };
  const run = (asOf: 'then' | 'now') => runAgain(deps, caller, key, { asOf });
  return { run, entries, asked, day };
}

test('as of then every read is of the tables as they were, and nothing differs', async () => {
  const { run, asked, entries } = await setUp({ now: '2026-11-29T09:00:00Z' });
  const reply = await run('then');
  expect(reply.difference).toEqual({ same: 3, changed: 0, added: 0, removed: 0, changes: [] });
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked.map(({ asOf }) => asOf?.toISOString()))).toEqual(
    new Set(['2026-11-23T08:00:00.000Z']),
  );
  expect(entries).toMatchObject([
    { uid: 'maya', conversationId: 'c', turnId: 't', tool: 'query_sales', outcome: 'ok', rows: 3 },
  ]);
});

test('as of then "last 3 months" counts from when it was asked, as of now from today', async () => {
  const { run } = await setUp({ now: '2026-12-01T07:00:00Z' });
  await expect(run('then')).rejects.toMatchObject({ code: 'too_old' });
  expect((await run('now')).scope.period).toMatchObject({ start: '2026-09-01', end: '2026-11-30' });
  const { run: sooner } = await setUp({ now: '2026-11-29T07:00:00Z' });
  expect((await sooner('then')).scope.period).toMatchObject({ start: '2026-08-01', end: '2026-10-31' });
});

test('as of now the rows that changed are told', async () => {
  const rows = [...months.rows.slice(0, 2), ['2026-10-01', 95]];
  const { run, asked } = await setUp({ rows });
  expect((await run('now')).difference.changes).toEqual([
    { kind: 'changed', key: ['2026-10-01'], cells: [{ column: 'revenue', before: 90.25, after: 95 }] },
  ]);
  expect(asked.every(({ asOf }) => asOf === undefined)).toBe(true);
});

test('the warehouses of then are bound, though the caller may see more by now', async () => {
  const { run, asked } = await setUp({ accessOfThen: ['WH-NORTH'] });
  await run('now');
  const sales = asked.filter(({ sql }) => sql.includes('sales_lines'));
  expect(sales.length).toBeGreaterThan(0);
  for (const { parameters } of sales)
    expect(parameters).toMatchObject({ warehouses: { value: ['WH-NORTH'] } });
});

test.each([
  ['all', ['WH-NORTH']],
  [['WH-NORTH', 'WH-SOUTH'], ['WH-NORTH']],
  [['WH-NORTH'], ['WH-SOUTH']],
] as const)('what covers %j is not run again for who sees %j only', async (then, access) => {
  const accessOfThen = then === 'all' ? then : [...then];
  const { run, asked, entries } = await setUp({ accessOfThen, access: [...access] });
  await expect(run('then')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(run('now')).rejects.toMatchObject({ code: 'forbidden' });
  expect([asked, entries]).toEqual([[], []]);
});

test('what was saved without its arguments is not run again', async () => {
  const { run } = await setUp({ saved: { argumentsJson: undefined } });
  await expect(run('now')).rejects.toMatchObject({ code: 'too_old' });
});

test('every read counts for the bytes of the day, the reply and the audit log; what was not billed does not', async () => {
  const { run, day, entries } = await setUp();
  const reply = await run('then');
  expect(day.left).toBe(1e9 - 2 * 10_485_760);
  expect(reply.bytesProcessed).toBe(2 * 10_485_760);
  expect(entries).toMatchObject([{ bytesProcessed: 2 * 10_485_760 }]);
  const cached = await setUp({ read: { bytesProcessed: 0 } });
  await cached.run('then');
  expect(cached.day.left).toBe(1e9);
});

test('past the bytes of the day nothing is read, in a sentence for the person', async () => {
  const { run, day, entries } = await setUp({ bytesLeft: 15_000_000 });
  const refused = run('now');
  await expect(refused).rejects.toMatchObject({ code: 'too_expensive' });
  await expect(refused).rejects.toThrow(
    /^Running this again would read more data than is allowed just now\.$/,
  );
  expect(day.left).toBe(15_000_000 - 10_485_760);
  expect(entries).toMatchObject([{ outcome: 'too_expensive' }]);
});

test('a day of bytes that does not answer holds it no longer than a read that does not', async () => {
  const { run, entries } = await setUp({ hangs: true });
  await expect(run('now')).rejects.toMatchObject({ code: 'unavailable' });
  expect(entries).toMatchObject([{ outcome: 'timeout', bytesProcessed: null }]);
});

test('what the warehouse says is for the log', async () => {
  const { run } = await setUp({ failure: new WarehouseError('warehouse_failed', 'table secret is gone') });
  await expect(run('now')).rejects.toMatchObject({
    code: 'warehouse_failed',
    message: 'The data could not be read again. Try again in a moment.',
  });
});
