import type { Column } from '@tallyboard/contract';
import { z } from 'zod';
import { addDays, type Day, describeDay, describeDays, earlierOf, toDay } from '../analytics/calendar.ts';
import { isSummable } from '../analytics/columns.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { compileNewOrLapsed } from '../analytics/new-or-lapsed-statement.ts';
import { fail, type Outcome, succeed } from '../analytics/outcome.ts';
import type { Period } from '../analytics/period.ts';
import { capitalise } from '../analytics/words.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { keepRows } from './keep-rows.ts';
import { dimensionSchema, filtersSchema, limitSchema, periodSchema } from './query-parameters.ts';
import { lastDayOf, type ReadCoverage } from './read-coverage.ts';
import { type Days, resolvePeriod } from './resolve-period.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { Tool, ToolContext, ToolOutcome } from './tool.ts';

/** The days that a request without a period looks at: a quarter in whole weeks, to the last day of sales. */
const defaultDays = 91;
/** Members that are counted; far above what one answer shows. */
const maxMembers = 200_000;

/** Customers (or products and so on) that are new, and those that no longer buy. */
export function createFindNewOrLapsed(sales: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = z.strictObject({
    which: z
      .enum(['new', 'lapsed'])
      .describe(
        '"new": with an order in the period and none in the days before. "lapsed": with an order in the days before and none in the period.',
      ),
    dimension: dimensionSchema(sales).optional().describe('Of what. Default: customer.'),
    period: periodSchema
      .optional()
      .describe(
        `The days in which they are new, or did not order, written as in query_sales: "this year", "since 2026-07-01". Default: the last ${defaultDays} days on record.`,
      ),
    before: periodSchema
      .optional()
      .describe('The days before that are looked at. Default: all days on record before the period.'),
    filters: filtersSchema(sales).optional(),
    limit: limitSchema.optional().describe('Keeps those with the most revenue. Default: all.'),
  });
  return {
    name: 'find_new_or_lapsed',
    description:
      'New customers (first order in the period) or lapsed customers (ordered before, not in the period), with the day of the first or last order, orders and revenue, most revenue first; of products, brands and other dimensions of sales, too. The tool for "new customers", "who stopped buying", "bought last year but not this year", "have not ordered since". Returns rows with a resultId to show.',
    parameters,
    toTitle: ({ which, dimension = 'customer' }) =>
      `Looking for ${which === 'new' ? 'new' : 'lapsed'} ${toPlural(dimension, sales)}`,
    run: async (args, context): Promise<ToolOutcome> => {
      const { which, dimension = 'customer', filters = [], limit } = args;
      const coverage = await readCoverage(context);
      const empty = findEmptyTable([], sales, coverage);
      if (empty !== undefined) return toFailure(empty);
      const days = coverage.tables.get(sales.fact)?.days ?? null;
      const periods = resolvePeriods(args, days, sales, context);
      if (!periods.ok) return toFailure(periods.problem);
      const { period, before } = periods.value;
      const asOf = lastDayOf(coverage, toDay(context.now, context.company.timeZone));
      const { fiscalYearStartMonth } = context.company;
      const statement = compileNewOrLapsed(
        { which, dimension, filters, period, before, asOf, fiscalYearStartMonth, access: context.access },
        sales,
      );
      const outcome = await runFiltered(statement, maxMembers, {
        filters,
        model: sales,
        period,
        coverage,
        context,
      });
      if (!outcome.ok) return toFailure(outcome.problem);
      const read = outcome.value;
      const { kept: rows, left } = keepRows(read.rows, limit, context);
      const rowsCut = left + read.rowsCut;
      const [own, earlier] = [period, before].map(({ start, end }) => describeDays(start, end));
      const [inOwn, inEarlier] = [period, before].map(sayWhen);
      const span = { ...period, label: `${own} against ${earlier}` };
      const members = toPlural(dimension, sales);
      const kind = `${which === 'new' ? 'New' : 'Lapsed'} ${members}`;
      // Who has no order in some days before may have one in earlier ones.
      const isSinceSome = which === 'new' && args.before !== undefined;
      return {
        kind: 'result',
        result: {
          title: isSinceSome
            ? `${capitalise(members)}, with orders ${inOwn} and none ${inEarlier}`
            : which === 'new'
              ? `${kind}, first order ${inOwn}`
              : `${kind}, with orders ${inEarlier} and none ${inOwn}`,
          columns: toColumns(
            isSinceSome ? 'First order then' : which === 'new' ? 'First order' : 'Last order',
            dimension,
            sales,
          ),
          rows,
          rowsCut,
          scope: toScope({ period: span, filters, model: sales, coverage, context, sql: statement.sql }),
          ...read.source,
          notes: toNotes(which, isSinceSome, members, periods.value, rowsCut),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

type Periods = { period: Period; before: Period };

function resolvePeriods(
  asked: { period?: string | undefined; before?: string | undefined },
  days: Days | null,
  model: SemanticModel,
  context: ToolContext,
): Outcome<Periods> {
  const last = days?.last ?? toDay(context.now, context.company.timeZone);
  const usual = {
    start: addDays(last, 1 - defaultDays),
    end: last,
    label: `the last ${defaultDays} days on record`,
  };
  const resolved = resolvePeriod(asked.period ?? usual, { model, days, context });
  if (!resolved.ok) return resolved;
  const period = { ...resolved.value, end: earlierOf(resolved.value.end, last) };
  const end: Day = addDays(period.start, -1);
  const first = earlierOf(days?.first ?? end, end);
  if (days !== null && days.first > end)
    return fail(
      'no_match',
      `No sales are recorded before ${period.start}, so who is new or has lapsed cannot be told.`,
      `Sales are recorded from ${days.first} on. Ask for a later period, and tell the person.`,
    );
  const before = resolvePeriod(
    asked.before ?? {
      start: first,
      end,
      label: `all days on record before ${describeDay(period.start)}`,
    },
    { model, days, context },
  );
  if (!before.ok) return before;
  if (before.value.end >= period.start)
    return fail(
      'invalid_argument',
      `before ends on ${before.value.end}, and the period begins on ${period.start}.`,
      'Give days before that end before the period begins, or leave before out for all of them.',
    );
  return succeed({ period, before: before.value });
}

/** "in 2025", "from 1 Oct 2026 to 23 Nov 2026". */
function sayWhen({ start, end }: Period): string {
  const days = describeDays(start, end);
  if (start === end) return `on ${days}`;
  return `${days.includes(' to ') ? 'from' : 'in'} ${days}`;
}

function toPlural(dimension: string, sales: SemanticModel): string {
  const label = (sales.dimensions[dimension]?.label ?? dimension).toLowerCase();
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}

function toColumns(dayLabel: string, dimension: string, sales: SemanticModel): Column[] {
  const text = { unit: 'none', summable: false } as const;
  const compiled = { grain: null, dimensions: [dimension], measures: [] };
  return [
    {
      ...{ name: dimension, label: sales.dimensions[dimension]?.label ?? dimension },
      ...{ type: 'string', role: 'dimension', ...text },
    },
    {
      ...{ name: 'order_day', label: dayLabel },
      ...{ type: 'date', role: 'detail', ...text },
    },
    ...(['orders', 'revenue'] as const).flatMap((name): Column[] => {
      const measure = sales.measures[name];
      if (measure === undefined) return [];
      const { label, unit } = measure;
      const type = name === 'orders' ? 'integer' : 'number';
      return [{ name, label, unit, type, role: 'measure', summable: isSummable(measure, compiled) }];
    }),
  ];
}

function toNotes(
  which: 'new' | 'lapsed',
  isSinceSome: boolean,
  members: string,
  { period, before }: Periods,
  cut: number,
): string[] {
  const [own, earlier] = [period, before].map(
    ({ start, end }) => `${describeDay(start)} to ${describeDay(end)}`,
  );
  const notes =
    which === 'new'
      ? [
          `${isSinceSome ? `These ${members}` : `New ${members}`} have an order from ${own} and none from ${earlier}.`,
          `Orders and revenue are those from ${own}.`,
        ]
      : [
          `Lapsed ${members} have an order from ${earlier} and none from ${own}.`,
          `Orders and revenue are those from ${earlier}.`,
        ];
  notes.push('A return is no order. Sales that name none are left out.');
  if (cut > 0) notes.push(`${cut} more with less revenue were left out.`);
  return notes;
}
