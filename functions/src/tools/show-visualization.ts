import { findNearest } from '../analytics/nearest.ts';
import { drawHeatMap } from './drawing/draw-heat-map.ts';
import { drawMetric } from './drawing/draw-metric.ts';
import { drawPie } from './drawing/draw-pie.ts';
import { drawScatter } from './drawing/draw-scatter.ts';
import { drawSeries } from './drawing/draw-series.ts';
import type { Drawn } from './drawing/drawn.ts';
import { type ShowArguments, showParameters } from './drawing/parameters.ts';
import type { KnownResult, Tool, ToolOutcome } from './tool.ts';

/** Draws a result that a tool returned: column names, never numbers. */
export const showVisualization = {
  name: 'show_visualization',
  description:
    'Shows a result to the person as a chart, table or metric. Give the resultId of a result of this answer and names of its columns; never numbers. Call it once for each thing worth showing.',
  parameters: showParameters,
  needsResults: true,
  toTitle: ({ type }) => `Drawing ${drawings[type]}`,
  run: async (args, context) => {
    const result = context.findResult(args.resultId);
    if (result === undefined) {
      return fail(
        'unknown_result',
        `There is no result "${args.resultId}".`,
        'Use a resultId that a tool returned in this answer.',
      );
    }
    if (result.rows.length === 0) {
      return fail(
        'invalid_argument',
        `${result.resultId} has no rows, so there is nothing to draw.`,
        'Say that nothing was found.',
      );
    }
    const unknown = findUnknownColumn(args, result);
    if (unknown !== undefined) return unknown;
    const drawn = draw(args, result);
    if ('problem' in drawn) return fail('invalid_argument', drawn.problem, drawn.hint);
    const shared = { id: context.nextVisualizationId(), title: args.title, resultId: result.resultId };
    return { kind: 'visualization', visualization: drawn.toVisualization(shared) };
  },
} satisfies Tool<typeof showParameters>;

const drawings: Record<ShowArguments['type'], string> = {
  ...{
    line: 'a line',
    bar: 'bars',
    stacked_bar: 'stacked bars',
    area: 'areas',
    scatter: 'a scatter',
    pie: 'a pie',
  },
  ...{ heat_map: 'a heat map', table: 'a table', metric: 'a metric' },
};

function draw(args: ShowArguments, result: KnownResult): Drawn {
  switch (args.type) {
    case 'table':
      return drawTable(args, result);
    case 'metric':
      return drawMetric(args, result);
    case 'pie':
      return drawPie(args, result);
    case 'scatter':
      return drawScatter(args, result);
    case 'heat_map':
      return drawHeatMap(args, result);
    default:
      return drawSeries(args.type, args, result);
  }
}

function drawTable(args: ShowArguments, { columns }: KnownResult): Drawn {
  const shown = args.columns ?? columns.map(({ name }) => name);
  return { toVisualization: (shared) => ({ ...shared, shape: 'table', columns: [...new Set(shown)] }) };
}

function findUnknownColumn(args: ShowArguments, result: KnownResult): ToolOutcome | undefined {
  const names = result.columns.map(({ name }) => name);
  const { x, y = [], series, label, columns = [], value, compareTo } = args;
  const given = [x, ...y, series, label, ...columns, value, compareTo];
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
