import type { Cell, Column } from '@tallyboard/contract';
import { z } from 'zod';
import { addDays, countDays, describeDay, earlierOf, laterOf, toDay } from '../analytics/calendar.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import { type SlowMover, type Slowness, slownesses, toSlowMovers } from '../analytics/slow-movers.ts';
import { compileSlowMovers, lastSaleDays } from '../analytics/slow-movers-statement.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { keepRows } from './keep-rows.ts';
import { filtersSchema, limitSchema } from './query-parameters.ts';
import { type ReadCoverage, salesDaysOf } from './read-coverage.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { Tool, ToolOutcome } from './tool.ts';

const defaultDays = 91;
const defaultCoverDays = 180;
/** Products times warehouses that are looked at. */
const maxPositions = 200_000;

/** Stock that does not sell, or lasts too long, and the money in it. */
export function createFindSlowMovers(inventory: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = z.strictObject({
    days: z
      .int()
      .min(7)
      .max(730)
      .optional()
      .describe(`Days of sales to look at, to the last day of stock. Default ${defaultDays}.`),
    coverDays: z
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe(`Stock for more days of demand than this is too much. Default ${defaultCoverDays}.`),
    reasons: z
      .array(z.enum(slownesses))
      .min(1)
      .optional()
      .describe('Keeps the lines that are listed for one of these reasons. Default: all.'),
    filters: filtersSchema(inventory).optional(),
    limit: limitSchema.optional().describe('Keeps the lines with the most overstock. Default: all.'),
  });
  return {
    name: 'find_slow_movers',
    description:
      'Slow movers, dead stock and overstock: products with stock that are discontinued, were not sold in the last days, or lie in stock for more days of cover than they should; with stock value, days since the last sale, days of cover and overstock. One row per product and warehouse, most money in overstock first. Terms: slow mover: a product with stock that is discontinued, not sold lately or enough for too many days; dead stock: stock of a product that was not sold in the last days; overstock: units beyond the days of cover that are wanted. Returns rows with a resultId to show.',
    parameters,
    toTitle: () => 'Looking for stock that moves slowly',
    run: async (args, context): Promise<ToolOutcome> => {
      const { days = defaultDays, coverDays = defaultCoverDays, reasons, filters = [], limit } = args;
      const coverage = await readCoverage(context);
      const empty = findEmptyTable([], inventory, coverage);
      if (empty !== undefined) return toFailure(empty);
      const recorded = coverage.tables.get(inventory.fact)?.days ?? null;
      const stockDay = recorded?.last ?? toDay(context.now, context.company.timeZone);
      const period: Period = {
        start: addDays(stockDay, 1 - days),
        end: stockDay,
        label: `stock at the end of ${describeDay(stockDay)}, sales of ${days} days`,
      };
      const salesDays = salesDaysOf(coverage);
      const soldDays =
        salesDays === undefined
          ? 0
          : countDays(laterOf(salesDays.first, period.start), earlierOf(salesDays.last, stockDay)) + 1;
      if (soldDays < 1) {
        const message = `No sales are on record from ${period.start} to ${stockDay}, so nothing can be said of what moves slowly.`;
        const known =
          salesDays === undefined ? 'no day' : `the days from ${salesDays.first} to ${salesDays.last}`;
        return toFailure({
          ...{ code: 'no_match', message },
          hint: `Sales are on record for ${known}. Tell the person that this data is missing.`,
        });
      }
      const { fiscalYearStartMonth } = context.company;
      const statement = compileSlowMovers(
        { stockDay, days, filters, access: context.access, fiscalYearStartMonth },
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
      const found = toSlowMovers(read.rows, { stockDay, days: soldDays, coverDays }).filter(
        ({ slowness }) => reasons?.includes(slowness) ?? true,
      );
      const { kept, left } = keepRows(found, limit, context);
      return {
        kind: 'result',
        result: {
          title: `Slow movers${reasons === undefined ? '' : ` (${reasons.join(' or ')})`}, ${period.label}`,
          columns: described.map(({ column }) => column),
          rows: kept.map((mover) => described.map(({ toCell }) => toCell(mover))),
          rowsCut: left,
          scope: toScope({
            period,
            filters,
            model: inventory,
            coverage,
            context,
            sql: statement.sql,
          }),
          ...read.source,
          notes: toNotes({
            days,
            soldDays,
            coverDays,
            lines: found.length,
            reasons,
            left,
            unread: read.rowsCut,
          }),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

type NoteFacts = {
  days: number;
  soldDays: number;
  coverDays: number;
  lines: number;
  reasons: Slowness[] | undefined;
  left: number;
  unread: number;
};

function toNotes({ days, soldDays, coverDays, lines, reasons, left, unread }: NoteFacts): string[] {
  const notes = [
    `Listed is stock on hand of products that are discontinued, were not sold in ${days} days, or last for more than ${coverDays} days.`,
    `Days of cover are on hand less reserved over the demand per day of ${soldDays === days ? days : `the ${soldDays} recorded`} days; overstock is what lies beyond ${coverDays} days.`,
    `Days since the last sale look back ${lastSaleDays} days. What came into stock within ${days} days is left out, unless it is discontinued.`,
  ];
  if (reasons !== undefined) notes.push(`Of these only what is ${reasons.join(' or ')} is kept.`);
  if (lines === 0) notes.push('Nothing moves slowly by this definition.');
  if (left > 0) notes.push(`${left} more lines with less overstock were left out.`);
  if (unread > 0) notes.push(`${unread} positions were not looked at: add a filter.`);
  return notes;
}

type Described = { column: Column; toCell: (mover: SlowMover) => Cell };

const text = { type: 'string', unit: 'none', summable: false } as const;
const units = { type: 'integer', role: 'measure', unit: 'units', summable: true } as const;
const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
const span = { role: 'measure', unit: 'days', summable: false } as const;

const described: Described[] = [
  {
    column: { name: 'product', label: 'Product', role: 'dimension', ...text },
    toCell: ({ product }) => product,
  },
  { column: { name: 'sku', label: 'SKU', role: 'detail', ...text }, toCell: ({ sku }) => sku },
  {
    column: { name: 'warehouse', label: 'Warehouse', role: 'dimension', ...text },
    toCell: ({ warehouse }) => warehouse,
  },
  {
    column: { name: 'category', label: 'Category', role: 'detail', ...text },
    toCell: ({ category }) => category,
  },
  { column: { name: 'slowness', label: 'Why', role: 'detail', ...text }, toCell: ({ slowness }) => slowness },
  {
    column: { name: 'overstock_value', label: 'Overstock value', ...money },
    toCell: ({ overstockValue }) => overstockValue,
  },
  { column: { name: 'overstock', label: 'Overstock', ...units }, toCell: ({ overstock }) => overstock },
  { column: { name: 'stock_value', label: 'Stock value', ...money }, toCell: ({ stockValue }) => stockValue },
  { column: { name: 'on_hand', label: 'On hand', ...units }, toCell: ({ onHand }) => onHand },
  { column: { name: 'units_sold', label: 'Units sold', ...units }, toCell: ({ unitsSold }) => unitsSold },
  {
    column: { name: 'days_since_sale', label: 'Days since last sale', type: 'integer', ...span },
    toCell: ({ daysSinceSale }) => daysSinceSale,
  },
  {
    column: { name: 'days_of_cover', label: 'Days of cover', type: 'number', ...span },
    toCell: ({ daysOfCover }) => (daysOfCover === null ? null : Number(daysOfCover.toFixed(1))),
  },
];
