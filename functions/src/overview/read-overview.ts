import type { Cell, Overview } from '@tallyboard/contract';
import type { Reader } from '../caller.ts';
import { type AuditedDeps, notReadable, runAuditedTool } from '../tools/run-audited-tool.ts';
import type { ToolOutcome, ToolResult } from '../tools/tool.ts';

const lowStockLines = 5;
const topCategories = 3;
const noTurn = { conversationId: '', turnId: '' };

/**
 * What the start screen says of the data: how old it is, what is low on stock, what sells, and of which warehouses. Read by the tools that answer
 * questions, with the caller's warehouses bound as always, and audited as their calls (with no conversation).
 * @throws CodedError unavailable where a read does not succeed
 */
export async function readOverview(deps: AuditedDeps, caller: Reader): Promise<Overview> {
  const call = async (tool: string, args: object) => {
    const asked = { ...caller, ...noTurn, tool, args, reason: 'overview', maxRows: 1000 };
    return (await runAuditedTool(deps, asked)).outcome;
  };
  const [stock, sales] = await Promise.all([
    call('get_reorder_recommendations', { limit: lowStockLines }),
    call('query_sales', {
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last 3 months',
      limit: topCategories,
    }),
  ]);
  const categories = toCategories(sales);
  if (isMissing(stock)) {
    const described = toResult(await call('describe_data', {}));
    return { dataAsOf: toAge(described), lowStock: null, categories, ...toWarehouses(described) };
  }
  const reorder = toResult(stock);
  return {
    dataAsOf: reorder.scope.dataAsOf,
    lowStock: {
      count: reorder.rows.length + reorder.rowsCut,
      lines: reorder.rows.map((row) => toLine(reorder, row)),
    },
    categories,
    ...toWarehouses(reorder),
  };
}

/** One overview for all who may see the same warehouses. */
export function toOverviewKey({ access }: Reader): string {
  return access === 'all' ? 'all' : JSON.stringify(access.toSorted());
}

/** Nothing is recorded of what was asked for. */
function isMissing(outcome: ToolOutcome): boolean {
  return outcome.kind === 'failure' && outcome.code === 'no_match';
}

/** Null where none of the subjects has a day that it tells of: an import of empty tables, too, has a time. */
function toAge(subjects: ToolResult): string | null {
  const hasDays = subjects.rows.some((row) => cellOf(subjects, row, 'last_day') !== null);
  return hasDays ? subjects.scope.dataAsOf : null;
}

function toWarehouses({ scope: { warehouses } }: ToolResult): Pick<Overview, 'warehouses'> {
  return warehouses.all ? {} : { warehouses: warehouses.names };
}

/** Data whose sales ended long ago still has its stock to show. */
function toCategories(sales: ToolOutcome): string[] {
  if (isMissing(sales)) return [];
  const categories = toResult(sales);
  return categories.rows.flatMap((row) => toText(cellOf(categories, row, 'category')) ?? []);
}

function toResult(outcome: ToolOutcome): ToolResult {
  if (outcome.kind === 'result') return outcome.result;
  const failure = outcome.kind === 'failure' ? outcome : null;
  throw notReadable(
    failure?.cause ?? new Error(failure?.message ?? 'a tool that reads returned a visualization'),
  );
}

function toLine(result: ToolResult, row: Cell[]): NonNullable<Overview['lowStock']>['lines'][number] {
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
