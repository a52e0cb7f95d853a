import type { Cell } from '@tallyboard/contract';
import { readModels } from '../../analytics/read-models.ts';
import type { Read, Statement, Warehouse } from '../../warehouse/warehouse.ts';
import { createTools } from '../all-tools.ts';
import { runTool } from '../run-tool.ts';
import type { ToolContext } from '../tool.ts';

export const models = await readModels(new URL('../../../../bigquery/models/', import.meta.url));

const coverageRows: Cell[][] = [
  ['table', 'sales_lines', 'sales_lines', '2023-11-24', '2026-11-22', '2026-11-23T05:00:00.000Z'],
  ['table', 'stock_snapshots', 'stock_snapshots', '2023-11-24', '2026-11-22', '2026-11-23T04:00:00.000Z'],
  ['table', 'products', 'products', null, null, '2026-11-23T03:00:00.000Z'],
  ['warehouse', 'WH-NORTH', 'North', null, null, null],
  ['warehouse', 'WH-SOUTH', 'South', null, null, null],
];

export type Answer = { columns?: [string, string][]; rows: Cell[][] };

/** A warehouse that answers each statement by what it reads, and keeps what was asked. */
export function createWarehouse(
  answer: (statement: Statement) => Answer | Error,
  moreCoverage: Cell[][] = [],
) {
  const statements: Statement[] = [];
  const warehouse: Warehouse = {
    read: async (statement, options): Promise<Read> => {
      statements.push(statement);
      const isCoverage = statement.sql.includes('FROM replication_status');
      const answered = isCoverage ? { rows: [...coverageRows, ...moreCoverage] } : answer(statement);
      if (answered instanceof Error) throw answered;
      await options.onEstimate?.({ bytes: 10_485_760, priceUsd: 0.00006 });
      return {
        columns: (answered.columns ?? []).map(([name, type]) => ({ name, type })),
        rows: answered.rows,
        rowsCut: 0,
        jobId: 'job-1',
        bytesProcessed: 10_485_760,
        priceUsd: 0.00006,
        cacheHit: false,
        asOf: new Date('2026-11-23T08:00:00Z'),
      };
    },
  };
  return { warehouse, statements };
}

export function createContext(warehouse: Warehouse, change: Partial<ToolContext> = {}): ToolContext {
  let shown = 0;
  return {
    warehouse,
    access: 'all',
    findResult: () => undefined,
    nextVisualizationId: () => {
      shown += 1;
      return `v${shown}`;
    },
    now: new Date('2026-11-23T08:00:00Z'),
    signal: new AbortController().signal,
    company: { timeZone: 'Europe/Berlin', currency: 'EUR', fiscalYearStartMonth: 1 },
    maxRows: 10_000,
    labels: { tool: 'test' },
    ...change,
  };
}

export const months: Answer = {
  columns: [
    ['month', 'DATE'],
    ['revenue', 'NUMERIC'],
  ],
  rows: [
    ['2026-08-01', 100.5],
    ['2026-09-01', 120],
    ['2026-10-01', 90.25],
  ],
};

/** Calls a tool as the model would; each call with tools that remember nothing. */
export function call(name: string, args: unknown, context: ToolContext) {
  return runTool(createTools({ models }), name, args, context);
}
