import { createHash } from 'node:crypto';
import type { AuditEntry, Cell, Overview, WarehouseAccess } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import { runTool } from '../tools/run-tool.ts';
import type { Tool, ToolContext, ToolOutcome, ToolResult } from '../tools/tool.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

export type OverviewCaller = { uid: string; access: WarehouseAccess };

export type OverviewDeps = {
  tools: readonly Tool[];
  warehouse: Warehouse;
  company: ToolContext['company'];
  /** Appends an audit entry under an id; a failure is logged by it and stops nothing. */
  audit: (id: string, entry: AuditEntry) => Promise<void>;
  now: () => Date;
  newId: () => string;
  timeoutMs: number;
};

const lowStockLines = 5;
const topCategories = 3;

/**
 * What the start screen says of the data: how old it is, what is low on stock, what sells. Read by the tools that answer
 * questions, with the caller's warehouses bound as always, and audited as their calls (with no conversation).
 * @throws CodedError unavailable where a read does not succeed
 */
export async function readOverview(deps: OverviewDeps, caller: OverviewCaller): Promise<Overview> {
  const call = (name: string, args: object) => callTool(deps, caller, name, args);
  const [stock, sales] = await Promise.all([
    call('get_reorder_recommendations', { limit: lowStockLines }),
    call('query_sales', {
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last 3 months',
      limit: topCategories,
    }),
  ]);
  const reorder = toResult(stock);
  return {
    dataAsOf: reorder.scope.dataAsOf,
    lowStock: {
      count: reorder.rows.length + reorder.rowsCut,
      lines: reorder.rows.map((row) => toLine(reorder, row)),
    },
    categories: toCategories(sales),
  };
}

async function callTool(
  deps: OverviewDeps,
  { uid, access }: OverviewCaller,
  tool: string,
  args: object,
): Promise<ToolOutcome> {
  const at = deps.now();
  const audit = (outcome: ToolOutcome | AuditEntry['outcome']) => {
    const result = typeof outcome === 'object' && outcome.kind === 'result' ? outcome.result : null;
    return deps.audit(`${uid}_overview_${deps.newId()}`, {
      at,
      uid,
      conversationId: '',
      turnId: '',
      tool,
      argumentsJson: JSON.stringify(args),
      sqlHash: result === null ? null : createHash('sha256').update(result.sql).digest('hex'),
      rows: result?.rows.length ?? null,
      bytesProcessed: result?.bytesProcessed ?? null,
      latencyMs: deps.now().getTime() - at.getTime(),
      outcome: typeof outcome === 'string' ? outcome : outcome.kind === 'failure' ? outcome.code : 'ok',
    });
  };
  const context: ToolContext = {
    warehouse: deps.warehouse,
    access,
    findResult: () => undefined,
    nextVisualizationId: () => 'v1',
    now: at,
    signal: AbortSignal.timeout(deps.timeoutMs),
    company: deps.company,
    maxRows: 1000,
    labels: { turn: 'overview', tool },
  };
  let outcome: ToolOutcome;
  try {
    outcome = await runTool(deps.tools, tool, args, context);
  } catch (cause) {
    await audit(context.signal.aborted ? 'timeout' : 'internal');
    if (context.signal.aborted) throw notReadable(cause);
    throw cause;
  }
  await audit(outcome);
  return outcome;
}

/** Data whose sales ended long ago still has its stock to show. */
function toCategories(sales: ToolOutcome): string[] {
  if (sales.kind === 'failure' && sales.code === 'no_match') return [];
  const categories = toResult(sales);
  return categories.rows.flatMap((row) => toText(cellOf(categories, row, 'category')) ?? []);
}

function toResult(outcome: ToolOutcome): ToolResult {
  if (outcome.kind !== 'result') throw notReadable(outcome);
  return outcome.result;
}

function notReadable(cause: unknown): CodedError {
  return new CodedError('unavailable', 'The data cannot be read just now. Try again in a moment.', { cause });
}

function toLine(result: ToolResult, row: Cell[]): Overview['lowStock']['lines'][number] {
  return {
    product: toText(cellOf(result, row, 'product')) ?? '',
    warehouse: toText(cellOf(result, row, 'warehouse')) ?? '',
    onHand: toNumber(cellOf(result, row, 'on_hand')) ?? 0,
    suggestedQuantity: toNumber(cellOf(result, row, 'suggested_quantity')) ?? 0,
    daysUntilStockOut: toNumber(cellOf(result, row, 'days_until_stock_out')),
  };
}

function cellOf({ columns }: ToolResult, row: Cell[], name: string): Cell {
  return row[columns.findIndex((column) => column.name === name)] ?? null;
}

function toText(cell: Cell): string | null {
  return typeof cell === 'string' ? cell : null;
}

function toNumber(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null;
}
