import { z } from 'zod';
import { resultIdSchema } from './ids.ts';

const shared = {
  /** Unique within the turn: `v1`, `v2`, … in the order shown. */
  id: z.string().regex(/^v[1-9][0-9]{0,2}$/),
  title: z.string().min(1).max(120),
  resultId: resultIdSchema,
};

export const chartSchema = z.object({
  ...shared,
  shape: z.literal('chart'),
  mark: z.enum(['line', 'bar']),
  /** The column along the axis: a date column for a line. */
  x: z.string(),
  /** The measure columns; one when `series` splits it. */
  y: z.array(z.string()).min(1).max(6),
  /** A dimension column whose values become one series each. */
  series: z.string().nullable(),
});

export const tableSchema = z.object({
  ...shared,
  shape: z.literal('table'),
  /** The columns to show, in order. */
  columns: z.array(z.string()).min(1),
});

export const metricSchema = z.object({
  ...shared,
  shape: z.literal('metric'),
  /** A measure column; the value is that of the result's first row. */
  value: z.string(),
  /** A column to compare with, in the same row. */
  compareTo: z.string().nullable(),
});

/** What is drawn: column names of a result, never numbers. The web knows these shapes and no tool. */
export const visualizationSchema = z.discriminatedUnion('shape', [chartSchema, tableSchema, metricSchema]);
export type Visualization = z.infer<typeof visualizationSchema>;
export type Chart = z.infer<typeof chartSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Metric = z.infer<typeof metricSchema>;
