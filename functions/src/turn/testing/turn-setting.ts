import type { Scope } from '@tallyboard/contract';
import { pino } from 'pino';
import { z } from 'zod';
import type { Caller } from '../../caller.ts';
import type { Model } from '../../model/model.ts';
import { toDeclarations } from '../../model/to-declarations.ts';
import type { Tool, ToolResult } from '../../tools/tool.ts';
import { type Warehouse, WarehouseError } from '../../warehouse/warehouse.ts';
import { systemClock } from '../clock.ts';
import { createTurnRunner } from '../create-turn-runner.ts';
import type { RunTool, TurnDeps, TurnLimits } from '../turn-runner.ts';
import { createMemoryStore } from './memory-store.ts';

export const caller: Caller = { uid: 'maya', displayName: 'Maya', roles: ['analyst'], access: 'all' };
export const turnId = 'turn-0000000000000001';

export const scope: Scope = {
  period: { start: '2026-08-01', end: '2026-10-31', label: 'Aug–Oct 2026' },
  timeZone: 'UTC',
  currency: 'USD',
  warehouses: { all: true, ids: ['WH-NORTH'], names: ['North'] },
  filters: [],
  dataAsOf: '2026-11-23T00:00:00Z',
};

export const salesResult: ToolResult = {
  title: 'Sales by month',
  columns: [
    {
      name: 'month',
      label: 'Month',
      type: 'date',
      role: 'dimension',
      unit: 'none',
      grain: 'month',
      summable: false,
    },
    { name: 'revenue', label: 'Revenue', type: 'number', role: 'measure', unit: 'currency', summable: true },
  ],
  rows: [
    ['2026-08-01', 100],
    ['2026-09-01', 110],
    ['2026-10-01', 121],
  ],
  rowsCut: 0,
  scope,
  sql: 'SELECT 1',
  parameters: {},
  jobId: 'job-1',
  bytesProcessed: 10_485_760,
  priceUsd: 0.00006,
  asOf: new Date('2026-11-23T00:00:00Z'),
  notes: [],
};

export const readSales: Tool = {
  name: 'read_sales',
  description: 'Reads sales.',
  parameters: z.object({ months: z.number().optional() }),
  toTitle: () => 'Reading sales by month',
  run: async (_args, { warehouse, signal, labels }) => {
    await warehouse.read({ sql: salesResult.sql, parameters: {} }, { signal, labels, maxRows: 100 });
    return { kind: 'result', result: salesResult };
  },
};

const show: Tool = {
  name: 'show_visualization',
  description: 'Shows a result.',
  parameters: z.object({ resultId: z.string(), title: z.string().optional() }),
  needsResults: true,
  toTitle: () => 'Drawing',
  run: async (args, context) => {
    const { resultId, title = 'Sales' } = z
      .object({ resultId: z.string(), title: z.string().optional() })
      .parse(args);
    if (context.findResult(resultId) === undefined) {
      return {
        kind: 'failure',
        code: 'unknown_result',
        message: `There is no ${resultId}.`,
        hint: 'Read first.',
      };
    }
    const id = context.nextVisualizationId();
    const visualization = {
      id,
      title,
      resultId,
      shape: 'table' as const,
      columns: ['month', 'revenue'],
    };
    return { kind: 'visualization', visualization };
  },
};

/** A tool of a test: runs what the test says. */
export const toTool = (name: string, run: Tool['run']): Tool => ({
  ...readSales,
  name,
  run,
});

/** As the tools' own: a read that is refused is told to the model. */
const runTool: RunTool = async (tools, name, args, context) => {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined) {
    return {
      kind: 'failure',
      code: 'unknown_tool',
      message: `There is no tool ${name}.`,
      hint: 'Use another.',
    };
  }
  const parsed = tool.parameters.safeParse(args);
  if (!parsed.success)
    return { kind: 'failure', code: 'invalid_argument', message: 'wrong', hint: 'Correct it.' };
  try {
    return await tool.run(parsed.data, context);
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error;
    return { kind: 'failure', code: error.code, message: error.message, hint: 'Ask for less.' };
  }
};

export const testLimits: TurnLimits = {
  turnTimeoutMs: 20_000,
  modelRounds: 8,
  toolCalls: 12,
  resultRows: 10_000,
  modelRows: 500,
};

/** A warehouse whose every read is billed 10 MB. */
const tenMegabytes: Warehouse = {
  read: async (_statement, { onEstimate }) => {
    const { bytesProcessed, priceUsd, jobId, asOf } = salesResult;
    await onEstimate?.({ bytes: bytesProcessed, priceUsd });
    return { columns: [], rows: [], rowsCut: 0, jobId, bytesProcessed, priceUsd, cacheHit: false, asOf };
  },
};

/** A turn runner over a store in memory. */
export function createTurnSetting(model: Model, changes: Partial<TurnDeps> = {}) {
  const store = createMemoryStore();
  const deps: TurnDeps = {
    model,
    systemPrompt: ({ today }) => `Today is ${today}.`,
    tools: [readSales, show],
    declarations: toDeclarations([readSales, show]),
    runTool,
    warehouse: tenMegabytes,
    store,
    audit: store.audit,
    company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    limits: testLimits,
    clock: systemClock,
    random: () => 0,
    logger: pino({ level: 'silent' }),
    ...changes,
  };
  const runner = createTurnRunner(deps);
  const ask = (message: string, ids: { turnId?: string; conversationId?: string } = {}) =>
    runner.run({ caller, request: { turnId, message, ...ids } });
  const read = (id = turnId, conversationId = turnId) => {
    const stored = store.turns.get(`${conversationId}/${id}`);
    if (stored === undefined) throw new Error(`no turn ${id}`);
    return stored;
  };
  return { runner, store, ask, read };
}
