import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';
import { addDays, describeDay, toDay } from '../analytics/calendar.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import {
  type ReorderLine,
  type ReorderLineSettings,
  type ReorderLines,
  toReorderLines,
} from '../analytics/reorder-lines.ts';
import { compileReorder, demandDays, seasonDays, toDemandWindow } from '../analytics/reorder-statement.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { keepRows } from './keep-rows.ts';
import { filtersSchema, limitSchema } from './query-parameters.ts';
import { type ReadCoverage, salesDaysOf } from './read-coverage.ts';
import { reorderColumns, toReorderRow } from './reorder-columns.ts';
import { runFiltered } from './run-statement.ts';
import { seesAll, toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { Tool, ToolOutcome } from './tool.ts';

/** The defaults of `settings.ts`. */
export const defaultReorderSettings: ReorderLineSettings = {
  serviceLevels: { A: 0.98, B: 0.95, C: 0.9 },
  reviewDays: 7,
};
/** Products times warehouses that are looked at: far above what one answer shows. */
const maxPositions = 200_000;

/** What to reorder now, how urgently, how much and why. */
export function createGetReorderRecommendations(
  inventory: SemanticModel,
  readCoverage: ReadCoverage,
  settings: ReorderLineSettings,
) {
  const parameters = z.strictObject({
    filters: filtersSchema(inventory).optional(),
    all: z
      .boolean()
      .optional()
      .describe(
        'true: also the lines that are not below their reorder point, to look up points, safety stocks and order-up-to levels. Default: only what to reorder.',
      ),
    atPoint: z
      .boolean()
      .optional()
      .describe(
        'true: what stands exactly at its reorder point is to be reordered, too. Default: only what is below it.',
      ),
    orderBy: z
      .enum(['urgency', 'cost', 'suggested_quantity'])
      .optional()
      .describe(
        'cost or suggested_quantity: the lines with the most of it first. Default: urgency, the most urgent first.',
      ),
    limit: limitSchema.optional().describe('Keeps the first lines of that order. Default: all.'),
  });
  return {
    name: 'get_reorder_recommendations',
    description:
      'What to reorder now, most urgent first unless ordered by cost or quantity: products whose stock position (on hand - reserved + on order) is below their reorder point, recorded or computed from demand and lead time, with the suggested quantity, cost, supplier and a reason. One row per product and warehouse; with all also those that need no order, so that any point or safety stock can be looked up. Terms: safety stock: units kept against demand and lead times that vary, as the service level asks; reorder point: demand over the lead time plus the safety stock, below which to order; order-up-to level: demand over the lead time and the review period plus the safety stock, up to which to order; service level: the chance that stock lasts until an order arrives, set for each ABC class; stock position: units on hand less those reserved plus those on order. Returns rows with a resultId to show.',
    parameters,
    toTitle: () => 'Working out what to reorder',
    run: async (args, context): Promise<ToolOutcome> => {
      const { filters = [], all = false, atPoint = false, orderBy = 'urgency', limit } = args;
      const coverage = await readCoverage(context);
      const empty = findEmptyTable([], inventory, coverage);
      if (empty !== undefined) return toFailure(empty);
      const today = toDay(context.now, context.company.timeZone);
      const stockDay = coverage.tables.get(inventory.fact)?.days?.last ?? today;
      const period: Period = {
        start: stockDay,
        end: stockDay,
        label: `stock at the end of ${describeDay(stockDay)}`,
      };
      const salesDays = salesDaysOf(coverage) ?? { first: stockDay, last: addDays(stockDay, -1) };
      const { fiscalYearStartMonth } = context.company;
      const statement = compileReorder(
        { stockDay, salesDays, filters, access: context.access, fiscalYearStartMonth },
        inventory,
      );
      const outcome = await runFiltered(statement, maxPositions, {
        filters,
        model: inventory,
        period,
        coverage,
        context,
      });
      if (!outcome.ok) return toFailure(outcome.problem);
      const read = outcome.value;
      const demand = toDemandWindow(stockDay, salesDays);
      const isWholeCompany =
        seesAll(coverage, context.access) &&
        filters.every(({ dimension }) => dimension !== 'warehouse' && dimension !== 'region');
      const found = toReorderLines(read.rows, { demand, isWholeCompany }, { ...settings, atPoint });
      const listed = inOrder(all ? [...found.lines, ...found.enough] : found.lines, orderBy);
      const { kept, left } = keepRows(listed, limit, context);
      return {
        kind: 'result',
        result: {
          title: `${all ? 'Reorder points' : 'Reorder recommendations'}, ${period.label}`,
          columns: reorderColumns,
          rows: kept,
          rowsCut: left,
          scope: toScope({ period, filters, model: inventory, coverage, context, sql: statement.sql }),
          ...read.source,
          notes: toNotes(found, left, {
            all,
            atPoint,
            orderBy,
            stockDay,
            demand,
            settings,
            rowsUnread: read.rowsCut,
            seesAll: seesAll(coverage, context.access),
          }),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

/** The rows of lines that come most urgent first, or with the most of a column first; lines without a figure are last. */
function inOrder(lines: ReorderLine[], orderBy: string): Cell[][] {
  const rows = lines.map(toReorderRow);
  if (orderBy === 'urgency') return rows;
  const at = reorderColumns.findIndex(({ name }) => name === orderBy);
  return rows.toSorted((a, b) => Number(b[at] ?? -1) - Number(a[at] ?? -1));
}

type NoteFacts = {
  all: boolean;
  atPoint: boolean;
  orderBy: string;
  stockDay: string;
  demand: { end: string; count: number };
  settings: ReorderLineSettings;
  rowsUnread: number;
  /** Whether the caller sees every warehouse. */
  seesAll: boolean;
};

function toNotes(found: ReorderLines, cut: number, facts: NoteFacts): string[] {
  const { lines, outgrown, withoutLeadTime, withoutPart } = found;
  const { serviceLevels, reviewDays } = facts.settings;
  const below = facts.atPoint ? 'at or below' : 'below';
  const percent = (level: number) => `${Number((level * 100).toFixed(2))} %`;
  const notes = [
    `Stock position is on hand less reserved plus on order; a line is ${facts.all ? 'to be reordered' : 'listed'} where it is ${below} the reorder point.`,
    facts.demand.count === 0
      ? `No sales are on record for the ${demandDays} days to ${describeDay(facts.stockDay)}, so nothing is known of demand, and only recorded points are looked at.`
      : `Demand is the mean of the ${facts.demand.count} days to ${describeDay(facts.demand.end)}, without days on which nothing was available, times the season of its category in the coming ${seasonDays} days as in earlier years.`,
    `Computed points are demand over the lead time plus a safety stock for a service level of ${percent(serviceLevels.A)} for class A by revenue, ${percent(serviceLevels.B)} for B and ${percent(serviceLevels.C)} for C; recorded points win.`,
    `Quantities cover the lead time, ${reviewDays} days and the safety stock, rounded up to the minimum order and whole packs.`,
    'Products without a stock record are not listed.',
  ];
  if (!facts.seesAll)
    notes.push(
      'Classes, seasons and lead times are those of the warehouses that the caller sees, so who sees others may get another point and quantity for the same product and warehouse.',
    );
  if (lines.length === 0) notes.push(`Nothing is ${below} its reorder point.`);
  const others = facts.all || facts.orderBy !== 'urgency' ? 'more' : 'less urgent';
  if (cut > 0) notes.push(`${cut} ${others} lines were left out.`);
  if (outgrown > 0) {
    notes.push(
      `${outgrown} ${outgrown === 1 ? 'line is' : 'lines are'} not to be reordered by the recorded point, and would be by the point that demand and lead time ask for.`,
    );
  }
  if (withoutLeadTime > 0) {
    notes.push(
      `${withoutLeadTime} products in a warehouse sell, but have no point recorded and no lead time to compute one.`,
    );
  }
  if (withoutPart > 0) {
    notes.push(
      `Points recorded for all warehouses together (${withoutPart} products) were left out, as this is a part of the company: what sells here is compared with a computed point.`,
    );
  }
  if (facts.rowsUnread > 0) notes.push(`${facts.rowsUnread} positions were not looked at: add a filter.`);
  return notes;
}
