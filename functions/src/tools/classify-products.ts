import type { Cell, Column } from '@tallyboard/contract';
import { z } from 'zod';
import { addDays, addUnits, earlierOf, endOf, laterOf, startOf, toDay } from '../analytics/calendar.ts';
import { type ClassifiedProduct, toClassifiedProducts } from '../analytics/classify.ts';
import { compileClassify } from '../analytics/classify-statement.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { fail, type Outcome, succeed } from '../analytics/outcome.ts';
import type { Period } from '../analytics/period.ts';
import { lastTwelveMonths } from './default-periods.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { keepRows } from './keep-rows.ts';
import { filtersSchema, limitSchema, periodSchema } from './query-parameters.ts';
import { lastDayOf, type ReadCoverage } from './read-coverage.ts';
import { type Days, resolvePeriod } from './resolve-period.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { Tool, ToolOutcome } from './tool.ts';

const values = ['revenue', 'gross_margin', 'units'] as const;
/** Products that are looked at. */
const maxProducts = 200_000;

/** ABC and XYZ classes of products. */
export function createClassifyProducts(sales: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = z.strictObject({
    value: z.enum(values).optional().describe('What ABC classes are by. Default: revenue.'),
    period: periodSchema
      .optional()
      .describe(
        'The days to cover, of which the complete months count. Default: the last 12 complete months.',
      ),
    filters: filtersSchema(sales).optional(),
    class: z
      .string()
      .regex(/^[ABC]?[XYZ]?$/i, 'must be like "A", "Z" or "CZ"')
      .min(1)
      .optional()
      .describe('Keeps the products of a class: "A", "Z" or "CZ". Shares stay those of all products.'),
    limit: limitSchema.optional().describe('Keeps the products of most value. Default: all.'),
  });
  return {
    name: 'classify_products',
    description:
      'ABC-XYZ classes of products. ABC by value: A makes the first 80 % of the revenue, B the next 15 %, C the last 5 %, with cumulative shares. XYZ by how steady monthly demand is (coefficient of variation up to 0.5, up to 1, above). One row per product, most value first. Returns rows with a resultId to show.',
    parameters,
    toTitle: () => 'Classifying products',
    run: async (args, context): Promise<ToolOutcome> => {
      const { value = 'revenue', filters = [], limit } = args;
      const coverage = await readCoverage(context);
      const empty = findEmptyTable([], sales, coverage);
      if (empty !== undefined) return toFailure(empty);
      const days = coverage.tables.get(sales.fact)?.days ?? null;
      const today = toDay(context.now, context.company.timeZone);
      const asked = resolvePeriod(args.period ?? lastTwelveMonths(days, today), {
        model: sales,
        days,
        context,
      });
      const months = asked.ok ? toWholeMonths(asked.value, days) : asked;
      if (!months.ok) return toFailure(months.problem);
      const period = months.value;
      const { fiscalYearStartMonth } = context.company;
      const statement = compileClassify(
        {
          period,
          value,
          filters,
          access: context.access,
          asOf: lastDayOf(coverage, today),
          fiscalYearStartMonth,
        },
        sales,
      );
      const outcome = await runFiltered(statement, maxProducts, {
        filters,
        model: sales,
        period,
        coverage,
        context,
      });
      if (!outcome.ok) return toFailure(outcome.problem);
      const read = outcome.value;
      const all = toClassifiedProducts(read.rows, period);
      const wanted = (args.class ?? '').toUpperCase();
      const found = all.filter(({ abc, xyz }) =>
        [...wanted].every((letter) => letter === abc || letter === xyz),
      );
      const { kept, left } = keepRows(found, limit, context);
      const measure = sales.measures[value];
      const described = describeColumns(measure?.label ?? value, measure?.unit ?? 'none');
      return {
        kind: 'result',
        result: {
          title: `Products by class, ${period.label}`,
          columns: described.map(({ column }) => column),
          rows: kept.map((product) => described.map(({ toCell }) => toCell(product))),
          rowsCut: left,
          scope: toScope({
            period,
            filters,
            model: sales,
            coverage,
            context,
            sql: statement.sql,
          }),
          ...read.source,
          notes: toNotes(all, {
            value: measure?.label.toLowerCase() ?? value,
            left: left,
            unread: read.rowsCut,
          }),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

/** The complete months on record in a period: a part of a month, or one before the record, would pass for a month of little demand. */
function toWholeMonths(period: Period, days: Days | null): Outcome<Period> {
  const { start, end, label } = period;
  const last = days === null ? end : earlierOf(end, days.last);
  const begin = days === null ? start : laterOf(start, days.first);
  const first = startOf('month', begin) === begin ? begin : addUnits('month', startOf('month', begin), 1);
  const until = endOf('month', last) === last ? last : addDays(startOf('month', last), -1);
  if (until < first) {
    return fail(
      'invalid_argument',
      `There is no complete month from ${start} to ${end}.`,
      'Classes need months of demand: ask for "last 12 months", or leave out period.',
    );
  }
  const isSame = first === start && until === end;
  return succeed({ start: first, end: until, label: isSame ? label : `complete months of ${label}` });
}

type NoteFacts = { value: string; left: number; unread: number };

function toNotes(all: ClassifiedProduct[], { value, left, unread }: NoteFacts): string[] {
  const count = (abc: string) => all.filter((product) => product.abc === abc).length;
  const notes = [
    `A products make the first 80 % of the ${value}, B the next 15 %, C the last 5 %: ${count('A')} A, ${count('B')} B, ${count('C')} C.`,
    'X, Y and Z: monthly units vary with a coefficient up to 0.5, up to 1, above 1; months without a sale count, those before the launch do not.',
    'Products without a sale in the period are not listed.',
  ];
  if (left > 0) notes.push(`${left} products of less value were left out.`);
  if (unread > 0) {
    notes.push(
      `${unread} products of the least value were not looked at, and shares are of the others: add a filter.`,
    );
  }
  return notes;
}

type Described = { column: Column; toCell: (product: ClassifiedProduct) => Cell };

function describeColumns(label: string, unit: Column['unit']): Described[] {
  const text = { type: 'string', unit: 'none', summable: false } as const;
  const figure = { type: 'number', role: 'measure' } as const;
  const share = { ...figure, unit: 'fraction' } as const;
  return [
    {
      column: { name: 'product', label: 'Product', role: 'dimension', ...text },
      toCell: ({ product }) => product,
    },
    { column: { name: 'sku', label: 'SKU', role: 'detail', ...text }, toCell: ({ sku }) => sku },
    {
      column: { name: 'category', label: 'Category', role: 'detail', ...text },
      toCell: ({ category }) => category,
    },
    { column: { name: 'abc', label: 'ABC', role: 'detail', ...text }, toCell: ({ abc }) => abc },
    { column: { name: 'xyz', label: 'XYZ', role: 'detail', ...text }, toCell: ({ xyz }) => xyz },
    { column: { name: 'value', label, ...figure, unit, summable: true }, toCell: ({ value }) => value },
    {
      column: { name: 'share', label: `Share of ${label.toLowerCase()}`, ...share, summable: true },
      toCell: ({ share: part }) => part,
    },
    {
      column: { name: 'cumulative_share', label: 'Cumulative share', ...share, summable: false },
      toCell: ({ cumulativeShare }) => cumulativeShare,
    },
    {
      column: {
        name: 'units_per_month',
        label: 'Units per month',
        ...figure,
        unit: 'units',
        summable: false,
      },
      toCell: ({ unitsPerMonth }) => Number(unitsPerMonth.toFixed(2)),
    },
    {
      column: {
        name: 'variation',
        label: 'Coefficient of variation',
        ...figure,
        unit: 'none',
        summable: false,
      },
      toCell: ({ variation }) => (variation === null ? null : Number(variation.toFixed(3))),
    },
    {
      column: {
        name: 'months_sold',
        label: 'Months with sales',
        type: 'integer',
        role: 'measure',
        unit: 'count',
        summable: false,
      },
      toCell: ({ monthsSold }) => monthsSold,
    },
  ];
}
