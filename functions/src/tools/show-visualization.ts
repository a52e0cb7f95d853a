import type { Column, Visualization } from '@tallyboard/contract';
import { z } from 'zod';
import { findNearest } from '../analytics/nearest.ts';
import type { KnownResult, Tool, ToolOutcome } from './tool.ts';

const columnName = z.string().min(1).max(60);

const parameters = z.strictObject({
  resultId: z.string().min(1).max(8).describe('The result to draw, as a tool returned it: "r1".'),
  type: z
    .enum(['line', 'bar', 'table', 'metric'])
    .describe(
      '"line": a trend over time. "bar": a comparison or ranking. "table": many columns or exact values. "metric": one figure, that of the first row.',
    ),
  title: z.string().trim().min(1).max(120).describe('What it shows: "Revenue by month, last 12 months".'),
  x: columnName
    .optional()
    .describe('Charts: the column along the axis. Default: the time column, else the first dimension.'),
  y: z
    .array(columnName)
    .min(1)
    .max(6)
    .optional()
    .describe('Charts: the columns drawn. Default: the first measure and others of its unit.'),
  series: columnName
    .optional()
    .describe(
      'Charts: the dimension whose members become a line or bar each. Default: the dimension that is left.',
    ),
  columns: z
    .array(columnName)
    .min(1)
    .max(40)
    .optional()
    .describe('Tables: the columns in order. Default: all.'),
  value: columnName.optional().describe('Metrics: the column of the figure. Default: the first measure.'),
  compareTo: columnName.optional().describe('Metrics: a column of the same row to compare with.'),
});
type Args = z.infer<typeof parameters>;

/** Draws a result that a tool returned: column names, never numbers. */
export const showVisualization = {
  name: 'show_visualization',
  description:
    'Shows a result to the person as a line chart, bar chart, table or metric. Give the resultId of a result of this answer and names of its columns; never numbers. Call it once for each thing worth showing.',
  parameters,
  needsResults: true,
  toTitle: (args) => `Drawing: ${args.title}`,
  run: async (args, context) => {
    const result = context.findResult(args.resultId);
    if (result === undefined) {
      return fail(
        'unknown_result',
        `There is no result "${args.resultId}".`,
        'Use a resultId that a tool returned in this answer.',
      );
    }
    if (result.rowCount === 0) {
      return fail(
        'invalid_argument',
        `${result.resultId} has no rows, so there is nothing to draw.`,
        'Say that nothing was found.',
      );
    }
    const unknown = findUnknownColumn(args, result);
    if (unknown !== undefined) return unknown;
    const drawn = draw(args, result.columns);
    if ('problem' in drawn) return fail('invalid_argument', drawn.problem, drawn.hint);
    const shared = { id: context.nextVisualizationId(), title: args.title, resultId: result.resultId };
    return { kind: 'visualization', visualization: drawn.toVisualization(shared) };
  },
} satisfies Tool<typeof parameters>;

type Shared = Pick<Visualization, 'id' | 'title' | 'resultId'>;
type Drawn = { toVisualization: (shared: Shared) => Visualization } | { problem: string; hint: string };

function draw(args: Args, columns: Column[]): Drawn {
  if (args.type === 'table') {
    const shown = args.columns ?? columns.map(({ name }) => name);
    return { toVisualization: (shared) => ({ ...shared, shape: 'table', columns: [...new Set(shown)] }) };
  }
  const figures = columns.filter(isNumeric);
  if (args.type === 'metric') return drawMetric(args, figures);
  return drawChart(args, args.type, columns, figures);
}

function drawMetric(args: Args, figures: Column[]): Drawn {
  const names = figures.map(({ name }) => name);
  const value = args.value ?? args.y?.[0] ?? figures.find(({ role }) => role === 'measure')?.name;
  const wrong = [value, args.compareTo].find((name) => name !== undefined && !names.includes(name));
  if (value === undefined || wrong !== undefined) {
    return {
      problem: `${wrong ?? 'value'} is not a figure.`,
      hint: `Columns with figures: ${names.join(', ') || 'none; show a table'}.`,
    };
  }
  return {
    toVisualization: (shared) => ({ ...shared, shape: 'metric', value, compareTo: args.compareTo ?? null }),
  };
}

function drawChart(args: Args, mark: 'line' | 'bar', columns: Column[], figures: Column[]): Drawn {
  const dimensions = columns.filter(({ role }) => role === 'dimension');
  const time = dimensions.find(({ type }) => type === 'date');
  const x = args.x ?? time?.name ?? dimensions.find(({ name }) => name !== args.series)?.name;
  if (x === undefined || figures.some(({ name, role }) => name === x && role === 'measure')) {
    return {
      problem:
        x === undefined
          ? 'The result has no column to draw along the axis.'
          : `x "${x}" is a figure, not an axis.`,
      hint:
        dimensions.length > 0
          ? `Columns for the axis: ${dimensions.map(({ name }) => name).join(', ')}.`
          : 'Show a metric or a table.',
    };
  }
  if (mark === 'line' && columns.find(({ name }) => name === x)?.type !== 'date') {
    return { problem: `A line needs time along its axis, and "${x}" is not time.`, hint: 'Use type "bar".' };
  }
  const others = dimensions.filter(({ name }) => name !== x);
  const series = args.series ?? others[0]?.name ?? null;
  const hidden = others.filter(({ name }) => name !== series);
  if (hidden.length > 0 || series === x) {
    return {
      problem: `The rows also differ by ${hidden.map(({ name }) => name).join(', ') || 'x'}, which the chart would not show.`,
      hint: 'Ask for rows with at most two dimensions, or show a table.',
    };
  }
  const y = args.y ?? defaultFigures(figures, series !== null);
  const wrong = y.find((name) => !figures.some((figure) => figure.name === name));
  if (y.length === 0 || wrong !== undefined) {
    return {
      problem: wrong === undefined ? 'The result has no figures.' : `y "${wrong}" is not a figure.`,
      hint: `Columns with figures: ${figures.map(({ name }) => name).join(', ') || 'none; show a table'}.`,
    };
  }
  if (series !== null && y.length > 1) {
    return {
      problem: `With series "${series}" one y column can be drawn.`,
      hint: 'Give one y, or call again for each.',
    };
  }
  return {
    toVisualization: (shared) => ({ ...shared, shape: 'chart', mark, x, y: [...new Set(y)], series }),
  };
}

/** The first measure, with those of its unit where no series splits it: figures of one unit share an axis. */
function defaultFigures(figures: Column[], split: boolean): string[] {
  const measures = figures.filter(({ role }) => role === 'measure');
  const [first] = measures;
  if (first === undefined) return [];
  const same = measures.filter(({ unit }) => unit === first.unit).map(({ name }) => name);
  return split ? [first.name] : same.slice(0, 6);
}

function isNumeric(column: Column): boolean {
  return column.type === 'integer' || column.type === 'number';
}

function findUnknownColumn(args: Args, result: KnownResult): ToolOutcome | undefined {
  const names = result.columns.map(({ name }) => name);
  const given = [args.x, ...(args.y ?? []), args.series, ...(args.columns ?? []), args.value, args.compareTo];
  const unknown = given.find((name) => name !== undefined && !names.includes(name));
  if (unknown === undefined) return undefined;
  const nearest = findNearest(unknown, names, 1);
  const offer = nearest.length > 0 ? `Did you mean "${nearest.join('')}"? ` : '';
  return fail(
    'invalid_argument',
    `${result.resultId} has no column "${unknown}".`,
    `${offer}Its columns are: ${names.join(', ')}.`,
  );
}

function fail(code: 'unknown_result' | 'invalid_argument', message: string, hint: string): ToolOutcome {
  return { kind: 'failure', code, message, hint };
}
