import type { BigQuery } from '@google-cloud/bigquery';
import { readModels } from '../../functions/src/analytics/read-models.ts';
import { createTools } from '../../functions/src/tools/all-tools.ts';
import { runTool } from '../../functions/src/tools/run-tool.ts';
import { createBigqueryWarehouse } from '../../functions/src/warehouse/bigquery-warehouse.ts';
import type { Statement, Warehouse } from '../../functions/src/warehouse/warehouse.ts';
import { toolCalls } from './tool-calls.ts';

/** One statement that a tool ran, and the first tool that did. */
export type ToolStatement = { label: string; statement: Statement };

const modelsFolder = new URL('../../bigquery/models/', import.meta.url);

/**
 * Runs the product's tools as people's questions call them and keeps each different statement that they read with: the
 * checks of filter values and the coverage too.
 * @throws Error when a call does not succeed.
 */
export async function collectStatements(bigquery: BigQuery, dataset: string): Promise<ToolStatement[]> {
  const found = new Map<string, ToolStatement>();
  const warehouse = createBigqueryWarehouse({
    bigquery,
    dataset,
    maxBytesBilled: 2 ** 40,
    pricePerTiBUsd: 6.25,
    readTimeoutMs: 120_000,
    random: Math.random,
  });
  const tools = createTools({ models: await readModels(modelsFolder) });
  for (const { name, args } of toolCalls) {
    const recording: Warehouse = {
      read: (statement, options) => {
        const key = JSON.stringify(statement);
        if (!found.has(key)) found.set(key, { label: toLabel(name, args, statement), statement });
        return warehouse.read(statement, options);
      },
    };
    const outcome = await runTool(tools, name, args, {
      warehouse: recording,
      access: 'all',
      findResult: () => undefined,
      nextVisualizationId: () => 'v1',
      now: new Date(),
      signal: new AbortController().signal,
      company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
      maxRows: 10_000,
      labels: {},
    });
    if (outcome.kind === 'failure') throw new Error(`${name} ${JSON.stringify(args)}: ${outcome.message}`);
  }
  return [...found.values()];
}

function toLabel(tool: string, args: object, { sql }: Statement): string {
  if (sql.includes('FROM replication_status')) return 'coverage of the tables';
  const given = Object.values(args).map((value) =>
    Array.isArray(value) ? value.map(toWord).join('+') : value,
  );
  return `${tool} ${given.join(', ')}`.trimEnd();
}

function toWord(value: unknown): string {
  return typeof value === 'string' ? value : 'filtered';
}
