import type { Cell } from '@tallyboard/contract';
import { createBigqueryWarehouse } from '../../warehouse/bigquery-warehouse.ts';
import { createTools } from '../all-tools.ts';
import { runTool } from '../run-tool.ts';
import type { ToolContext, ToolResult } from '../tool.ts';
import { createContext, models } from './tool-setting.ts';

type Access = ToolContext['access'];
type Bigquery = Parameters<typeof createBigqueryWarehouse>[0]['bigquery'];

/**
 * The tools over a BigQuery that holds the small demo.
 * @param today the day it is for the tools.
 */
export function createDemoTools(
  bigquery: Bigquery,
  today: string,
  { fiscalYearStartMonth } = { fiscalYearStartMonth: 1 },
) {
  const warehouse = createBigqueryWarehouse({
    bigquery,
    dataset: 'tallyboard',
    maxBytesBilled: 1_000_000_000,
    pricePerTiBUsd: 6.25,
    readTimeoutMs: 20_000,
    random: Math.random,
  });
  const tools = createTools({ models });
  const company = { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth };
  const now = new Date(`${today}T12:00:00Z`);
  const run = (tool: string, args: object, access: Access = 'all') =>
    runTool(tools, tool, args, createContext(warehouse, { access, now, company }));
  return {
    warehouse,
    /** Calls a tool as the model would. */
    run,
    /** The result of a call that must have one. */
    call: async (tool: string, args: object, access: Access = 'all'): Promise<ToolResult> => {
      const outcome = await run(tool, args, access);
      if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
      return outcome.result;
    },
    /** Rows of a statement of the test's own: the second opinion. */
    sql: async (text: string): Promise<Cell[][]> => {
      const options = { signal: new AbortController().signal, maxRows: 10_000, labels: {} };
      return (await warehouse.read({ sql: text, parameters: {} }, options)).rows;
    },
  };
}

/** The cell of a row in the column of that name. */
export function cellOf(result: ToolResult, row: Cell[], name: string): Cell {
  const index = result.columns.findIndex((column) => column.name === name);
  if (index < 0) throw new Error(`There is no column ${name}`);
  return row[index] ?? null;
}
