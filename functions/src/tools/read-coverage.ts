import { z } from 'zod';
import { type Day, earlierOf } from '../analytics/calendar.ts';
import type { SalesDays } from '../analytics/request.ts';
import type { Statement } from '../warehouse/warehouse.ts';
import type { ToolContext } from './tool.ts';

/** What the replicated tables hold, and how fresh they are. */
export type Coverage = {
  tables: Map<string, { days: { first: Day; last: Day } | null; replicatedAt: string }>;
  /** Every warehouse of the company, whoever asks: bind the caller's before showing any. */
  warehouses: { id: string; name: string }[];
};

export type ReadCoverage = (context: ToolContext) => Promise<Coverage>;

const cacheMs = 60_000;

/**
 * Reads coverage anew when it is a minute old: it changes when the replication runs. Calls that begin side by side each read it, since
 * a read that is shared would end with the call that made it.
 */
export function createCoverageReader(): ReadCoverage {
  let cached: { coverage: Coverage; readAt: number } | undefined;
  return async (context) => {
    const now = context.now.getTime();
    if (cached !== undefined && now - cached.readAt < cacheMs && now >= cached.readAt) return cached.coverage;
    const coverage = await readCoverage(context);
    cached = { coverage, readAt: now };
    return coverage;
  };
}

/** The last day that the data tells of: today, or where the replication stopped before. */
export function lastDayOf(coverage: Coverage, today: Day): Day {
  const last = [...coverage.tables.values()].flatMap(({ days }) => days?.last ?? []).sort();
  return earlierOf(last.at(-1) ?? today, today);
}

/** The days that sales are on record for. */
export function salesDaysOf(coverage: Coverage): SalesDays | undefined {
  return coverage.tables.get('sales_lines')?.days ?? undefined;
}

const statement: Statement = {
  sql: [
    "SELECT 'table' AS kind, table_name AS id, table_name AS name, first_date, last_date, replicated_at",
    'FROM replication_status',
    'UNION ALL',
    "SELECT 'warehouse', warehouse_id, name, CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP)",
    'FROM warehouses',
    'ORDER BY kind, id',
  ].join('\n'),
  parameters: {},
};

const rowSchema = z.tuple([
  z.enum(['table', 'warehouse']),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);

/** Reads coverage, also of a moment that is past. */
export async function readCoverage(context: ToolContext): Promise<Coverage> {
  const { warehouse, signal, labels } = context;
  const read = await warehouse.read(statement, { signal, labels, maxRows: 10_000 });
  const coverage: Coverage = { tables: new Map(), warehouses: [] };
  for (const row of z.array(rowSchema).parse(read.rows)) {
    const [kind, id, name, first, last, replicatedAt] = row;
    if (kind === 'warehouse') coverage.warehouses.push({ id, name });
    else {
      const days = first === null || last === null ? null : { first, last };
      coverage.tables.set(id, { days, replicatedAt: replicatedAt ?? context.now.toISOString() });
    }
  }
  return coverage;
}
