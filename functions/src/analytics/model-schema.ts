import { columnSchema } from '@tallyboard/contract';
import { z } from 'zod';

const nameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and "_"');
/**
 * An expression over columns. `@as_of` in it is the last day that the data tells of, `@first_sale` and `@last_sale` the days that sales
 * are on record from and to, and `@fiscal_shift` the months that move a day of a fiscal year into the calendar year it is named after.
 */
const sqlSchema = z.string().min(1);
const wordsSchema = z.array(z.string().min(1)).default([]);
const described = {
  label: z.string().min(1),
  /** One sentence, as the model and a person read it. */
  description: z.string().regex(/\.$/, 'must be a sentence that ends with a full stop'),
  synonyms: wordsSchema,
};

/** Another fact, summed up over the days to the end of a request, so that it can be joined to rows of one day. */
const windowSchema = z.strictObject({
  fact: nameSchema,
  time: nameSchema,
  warehouse: sqlSchema,
  /** Days to the end of the request; `period` for those of the request itself, `ever` for all on record to its end. */
  days: z.union([z.int().min(1).max(731), z.literal(['period', 'ever'])]),
  where: sqlSchema,
  /** The columns that make a row, also the output's. */
  by: z.array(nameSchema).min(1),
  /** Output columns and their aggregates. */
  columns: z.record(nameSchema, sqlSchema),
  /**
   * Sums over all values of the column `over`, joined to one row of the fact for each of the rest of `by`, unless one of these dimensions
   * splits or narrows the rows: what was sold where no stock is kept is demand as well.
   */
  pooled: z.strictObject({ over: nameSchema, unless: z.array(nameSchema).min(1) }).optional(),
});
export type Window = z.infer<typeof windowSchema>;

const joinSchema = z.strictObject({
  on: sqlSchema,
  /** Joins that must come before this one. */
  needs: z.array(nameSchema).default([]),
  /** A query to join instead of the table of that name. */
  source: sqlSchema.optional(),
  /** Where the join is to a sum over a window of days, not to a table. */
  window: windowSchema.optional(),
});

const dimensionSchema = z.strictObject({
  ...described,
  /** The join whose columns `name` reads; none where the fact has them. */
  join: nameSchema.optional(),
  /** True where the values are the company's catalog, the same for everyone whatever warehouses they may see. */
  catalog: z.boolean().default(false),
  /** What makes two rows the same member; `name` where not given. */
  key: sqlSchema.optional(),
  name: sqlSchema,
  /** What a filter compares besides `name`. */
  match: z.array(sqlSchema).default([]),
  /** What a missing name is shown as. */
  empty: z.string().regex(/^[A-Za-z ]+$/, 'must be letters and spaces'),
  /** Members that a filter may ask for whether or not a row has them: none of these is a misspelling. */
  members: wordsSchema,
  /** True where `key` gives the natural order of the members. */
  ordered: z.boolean().default(false),
});
export type Dimension = z.infer<typeof dimensionSchema>;

const measureShape = {
  ...described,
  unit: columnSchema.shape.unit,
};
const overTimeSchema = z.enum(['last', 'average']);

/** A measure that aggregates rows of the fact. */
const baseMeasureSchema = z
  .strictObject({
    ...measureShape,
    /**
     * additive: may be summed over everything. semi_additive: over everything but time; `over_time` says which day
     * stands for a period. non_additive: never, but over the dimensions in `additive_over`.
     */
    additivity: z.enum(['additive', 'semi_additive', 'non_additive']),
    over_time: overTimeSchema.optional(),
    /** Dimensions (and `time`) whose members never share a counted thing, so that counts of them may be summed. */
    additive_over: z.array(nameSchema).optional(),
    aggregate: z.enum(['sum', 'count', 'count_distinct', 'average', 'maximum']),
    /** True where it tells what stands open now: a request without a period covers all days on record. */
    current: z.boolean().optional(),
    expression: sqlSchema.optional(),
    where: sqlSchema.optional(),
    join: nameSchema.optional(),
  })
  .refine((measure) => (measure.aggregate === 'count') === (measure.expression === undefined), {
    message: 'only count takes no expression',
    path: ['expression'],
  })
  .refine(
    ({ additivity, aggregate, over_time }) =>
      aggregate === 'average'
        ? over_time !== 'average'
        : (additivity === 'semi_additive') === (over_time !== undefined),
    {
      message: 'is for semi_additive measures, which need it, and for averages of the last day',
      path: ['over_time'],
    },
  )
  .refine(
    ({ aggregate, additivity }) => !/average|maximum/.test(aggregate) || additivity === 'non_additive',
    {
      message: 'averages and maxima are non_additive',
      path: ['additivity'],
    },
  )
  .refine((measure) => measure.over_time !== 'average' || measure.aggregate === 'sum', {
    message: 'average needs the aggregate sum',
    path: ['over_time'],
  });
export type BaseMeasure = z.infer<typeof baseMeasureSchema>;

/** One measure divided by another, both taken over the same rows. */
const ratioMeasureSchema = z.strictObject({
  ...measureShape,
  additivity: z.literal('non_additive').default('non_additive'),
  /** `per_year` scales the ratio by 365 over the days of the period that sales are on record for. */
  ratio: z.strictObject({ of: nameSchema, to: nameSchema, per_year: z.boolean().default(false) }),
});

/** How much a measure has changed since the period before, as a share of that: for rows by time. */
const growthMeasureSchema = z.strictObject({
  ...measureShape,
  additivity: z.literal('non_additive').default('non_additive'),
  growth: nameSchema,
});

/** A measure divided by its total over all rows, or over the rows of the same period. */
const shareMeasureSchema = z.strictObject({
  ...measureShape,
  additivity: z.literal('non_additive').default('non_additive'),
  share: nameSchema,
});

const measureSchema = z.union([
  baseMeasureSchema,
  ratioMeasureSchema,
  shareMeasureSchema,
  growthMeasureSchema,
]);
export type Measure = z.infer<typeof measureSchema>;

/** Another date column that days may be those of, and the measures of which that makes sense. */
const otherTimeSchema = z.strictObject({
  column: nameSchema,
  /** As people say it: "day of receipt". */
  label: z.string().min(1),
  /** It lies at most so many days after `time`, whose partitions are pruned by that. */
  max_days_after: z.int().min(1).max(3650),
  /** Whether it may lie ahead of today: a promised day does, a day of receipt does not. */
  ahead: z.boolean().default(false),
  measures: z.array(nameSchema).min(1),
});

/** A file of `bigquery/models`: what can be asked about one fact table. Every identifier of a statement comes from here. */
export const semanticModelSchema = z.strictObject({
  name: nameSchema,
  label: z.string().min(1),
  description: z.string().min(1),
  fact: nameSchema,
  /** The date column that partitions the fact. */
  time: nameSchema,
  /** What else days may be those of, by the name that a tool takes. */
  other_times: z.record(nameSchema, otherTimeSchema).default({}),
  /** The column that access is bound to. */
  warehouse: sqlSchema,
  joins: z.record(nameSchema, joinSchema),
  dimensions: z.record(nameSchema, dimensionSchema),
  measures: z.record(nameSchema, measureSchema),
});
export type SemanticModel = z.infer<typeof semanticModelSchema> & {
  /** Where `time` is not what partitions the fact: see `by-other-time.ts`. */
  partition?: { column: string; maxDaysBefore: number; timeLabel: string; ahead: boolean };
};
