import { z } from 'zod';
import { units } from '../analytics/calendar.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { filterOps, nearestNames } from '../analytics/request.ts';

/** The grammar of periods, as the model is told it. analytics/period.ts reads it. */
const periodDescription =
  'The days to cover, in the company time zone. Relative, complete units before now: "last 3 months", "last 12 weeks" (Monday to Sunday), "last 30 days", "last month", "last quarter", "last year", "yesterday". Running: "today", "this month", "month to date", "quarter to date", "year to date". Fixed: "2026", "2026-03", "2026-03-15", "Q2 2026", "H1 2026", "March 2026", "FY2026" (fiscal year), "2026-01-01..2026-03-31", "since 2026-03-01". Everything: "all time".';

export const periodSchema = z.string().min(1).max(60).describe(periodDescription);

const grainSchema = z
  .enum(units)
  .describe('Splits the rows by time: one row per period. Weeks are ISO weeks, from Monday to Sunday.');

/** The arguments of a tool that answers any request over one model. */
export function queryParameters(model: SemanticModel) {
  return z.strictObject({
    measures: measuresSchema(model),
    dimensions: dimensionsSchema(model).optional(),
    grain: grainSchema.optional(),
    period: periodSchema.optional(),
    filters: filtersSchema(model).optional(),
    orderBy: orderBySchema.optional(),
    limit: limitSchema.optional(),
    limitPer: limitPerSchema.optional(),
    having: havingSchema.optional(),
  });
}

export const compareToSchema = z
  .string()
  .min(1)
  .max(60)
  .describe(
    'What to compare it with: "previous_period" (as many months or days before; for a running week, month or quarter as many days of the one before, for a running year the same dates), "same_period_last_year", or another period, written as in period; one of the same unit as a running period is cut to as many days.',
  );

/** `queryParameters` of a tool that also sets two periods side by side. */
export function comparableParameters(model: SemanticModel) {
  return queryParameters(model).extend({
    compareTo: compareToSchema
      .optional()
      .describe(
        'Compares with another period: "previous_period", "same_period_last_year", or a period. Each measure then comes with `<measure>_before`, `<measure>_change` and `<measure>_change_rate`, largest change first; takes one dimension at most, and no grain, orderBy, limitPer or having.',
      ),
  });
}

/** Each measure of a model with its meaning, one a line: what the model chooses from. */
export function measuresSchema(model: SemanticModel) {
  const lines = Object.entries(model.measures).map(
    ([name, measure]) => `- ${name} [${measure.unit}]: ${measure.description}${alsoCalled(measure.synonyms)}`,
  );
  return z
    .array(measureName(model))
    .min(1)
    .max(8)
    .describe(`The figures to compute:\n${lines.join('\n')}`);
}

export function dimensionSchema(model: SemanticModel) {
  return z
    .enum(namesOf(model.dimensions))
    .describe(`What to split the rows by:\n${describeDimensions(model)}`);
}

function dimensionsSchema(model: SemanticModel) {
  return z
    .array(dimensionName(model))
    .max(4)
    .describe(`What to split the rows by:\n${describeDimensions(model)}`);
}

/** Filters keep rows whose dimension is or contains one of the values, or none of them; several filters must all hold. */
export function filtersSchema(model: SemanticModel) {
  const filter = z.strictObject({
    dimension: dimensionName(model).describe('The dimension to compare.'),
    op: z
      .enum(filterOps)
      .describe(
        '"is": the whole name, in any case. "is_not": leaves these out. "contains": a part of the name. "contains_not": leaves out every name that has one of these parts.',
      ),
    values: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(50)
      .describe('Names as results show them; one match is enough. search_catalog finds the right spelling.'),
  });
  return z
    .array(filter)
    .max(8)
    .describe(
      'Keeps only rows that match every filter. A caller never sees other warehouses than their own.',
    );
}

const directionSchema = z.enum(['asc', 'desc']).describe('"desc" puts the largest first.');

const orderBySchema = z
  .strictObject({
    by: z.string().min(1).max(60).describe('A requested measure or dimension, or the grain.'),
    direction: directionSchema,
  })
  .describe('The order of the rows. Without it: by time, then the first measure, largest first.');

export const limitSchema = z
  .int()
  .min(1)
  .max(1000)
  .describe('Keeps the first rows of the order: 10 for a top ten.');

const limitPerSchema = z
  .string()
  .min(1)
  .max(60)
  .describe(
    'Gives each member of this dimension (or each period of the grain) its own limit: dimensions ["region", "product"], limit 3, limitPer "region" for the top 3 products of each region; one dimension with a grain and limitPer that dimension for the best periods of each member.',
  );

const conditionSchema = z.strictObject({
  measure: z.string().min(1).max(60).describe('One of the requested measures.'),
  op: z.enum(['above', 'below', 'at_least', 'at_most']),
  value: z.number().describe("In the measure's unit: 0.2 for 20 %."),
});

const havingSchema = z
  .array(conditionSchema)
  .max(4)
  .describe(
    'Keeps rows by their figures, such as products with fewer than 10 units; all must hold. Shares stay those of all rows.',
  );

function measureName(model: SemanticModel) {
  return z.enum(namesOf(model.measures), {
    error: ({ input }) => toUnknown('measure', input, model.measures),
  });
}

function dimensionName(model: SemanticModel) {
  return z.enum(namesOf(model.dimensions), {
    error: ({ input }) => toUnknown('dimension', input, model.dimensions),
  });
}

/** A wrong name may be a synonym: "turnover" is nearest to revenue. */
function toUnknown(kind: string, input: unknown, known: Parameters<typeof nearestNames>[1]): string {
  const name = String(input).slice(0, 60);
  const nearest = nearestNames(name, known);
  const offer = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
  return `there is no ${kind} "${name}"${offer}`;
}

function describeDimensions(model: SemanticModel): string {
  return Object.entries(model.dimensions)
    .map(([name, dimension]) => `- ${name}: ${dimension.description}${alsoCalled(dimension.synonyms)}`)
    .join('\n');
}

function alsoCalled(synonyms: string[]): string {
  return synonyms.length === 0 ? '' : ` Also called: ${synonyms.join(', ')}.`;
}

/** The keys of a record as the non-empty tuple that `z.enum` takes. */
export function namesOf(record: Record<string, unknown>): [string, ...string[]] {
  const [first, ...rest] = Object.keys(record);
  if (first === undefined) throw new Error('A semantic model needs at least one measure and one dimension');
  return [first, ...rest];
}
