import { z } from 'zod';
import { resultIdSchema } from './ids.ts';

export const maxHeadingLength = 120;

const shared = {
  /** Unique within the turn: `v1`, `v2`, … in the order shown. */
  id: z.string().regex(/^v[1-9][0-9]{0,2}$/),
  title: z.string().min(1).max(maxHeadingLength),
  resultId: resultIdSchema,
};

/** `stacked_bar` and `area` put their series on top of each other: only figures that may be added up. */
export const markSchema = z.enum(['line', 'bar', 'stacked_bar', 'area', 'scatter', 'pie', 'heat_map']);

/** A column that goes on where the line ends, and the ranges around it, widest last. */
const projectionSchema = z.object({
  value: z.string(),
  intervals: z.array(z.object({ lower: z.string(), upper: z.string() })).max(2),
});

export const chartSchema = z.object({
  ...shared,
  shape: z.literal('chart'),
  mark: markSchema,
  /** The column along the axis: a date for a line or area, a measure for a scatter, the parts of a pie. */
  x: z.string(),
  /** The measure columns; one when `series` splits it, and for a scatter, pie or heat map. */
  y: z.array(z.string()).min(1).max(6),
  /** A dimension column whose values become one series each; the rows of a heat map, the colours of a scatter. */
  series: z.string().nullable(),
  /** Scatters: the dimension that names each point. */
  label: z.string().optional(),
  /** Lines: what is expected after the last known value of `y`. */
  projection: projectionSchema.optional(),
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
  /** A measure column; the value is that of the result's first row, or of the last period of `trend`. */
  value: z.string(),
  /** A column to compare with, in the same row. */
  compareTo: z.string().nullable(),
  /** A date column: all its periods are a small line, and the last is compared with the one before. */
  trend: z.string().optional(),
});

/** What is drawn: column names of a result, never numbers. The web knows these shapes and no tool. */
export const visualizationSchema = z.discriminatedUnion('shape', [chartSchema, tableSchema, metricSchema]);
export type Visualization = z.infer<typeof visualizationSchema>;
export type Mark = z.infer<typeof markSchema>;
export type Chart = z.infer<typeof chartSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Metric = z.infer<typeof metricSchema>;
