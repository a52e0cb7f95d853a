import { maxHeadingLength } from '@tallyboard/contract';
import { z } from 'zod';

const columnName = z.string().min(1).max(60);

export const showParameters = z.strictObject({
  resultId: z.string().min(1).max(8).describe('The result to draw, as a tool returned it: "r1".'),
  type: z
    .enum(['line', 'bar', 'stacked_bar', 'area', 'scatter', 'pie', 'heat_map', 'table', 'metric'])
    .describe(
      [
        '"line": a trend over time.',
        '"bar": a comparison or ranking.',
        '"stacked_bar", "area": a total and its parts, the area over time; only for figures that add up.',
        '"scatter": two measures against each other, a point for each row.',
        '"pie": the parts of one whole, 6 at most.',
        '"heat_map": one measure by two dimensions.',
        '"table": many columns or exact values.',
        '"metric": one figure, that of the first row, or of the last period of a result over time.',
      ].join(' '),
    ),
  title: z
    .string()
    .trim()
    .min(1)
    .max(maxHeadingLength)
    .describe('What it shows: "Revenue by month, last 12 months".'),
  x: columnName
    .optional()
    .describe(
      'Charts: the column along the axis. Default: the time column, else the first dimension. Scatters: a measure.',
    ),
  y: z
    .array(columnName)
    .min(1)
    .max(6)
    .optional()
    .describe('Charts: the columns drawn. Default: the first measure and others of its unit.'),
  series: columnName
    .optional()
    .describe(
      'Charts: the dimension whose members become a line or bar each, or the rows of a heat map. Default: the dimension that is left.',
    ),
  label: columnName.optional().describe('Scatters: the dimension that names the points.'),
  columns: z
    .array(columnName)
    .min(1)
    .max(40)
    .optional()
    .describe('Tables: the columns in order. Default: all.'),
  value: columnName.optional().describe('Metrics: the column of the figure. Default: the first measure.'),
  compareTo: columnName.optional().describe('Metrics: a column of the same row to compare with.'),
});
export type ShowArguments = z.infer<typeof showParameters>;
