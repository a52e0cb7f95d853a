import { groupRows, tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import { ranksManyDays, type View } from '../reads/view.ts';
import type { ChartWish } from '../vocabulary/shape-phrases.ts';
import { toDrawnHeading, toHeading } from './to-heading.ts';

/** Arguments of show_visualization. */
export type Shown = {
  resultId: string;
  /** `line`, `bar`, `table`, `metric`, or what a person asked for and the tool takes. */
  type: string;
  title: string;
  x?: string;
  y?: string[];
  series?: string;
  label?: string;
  columns?: string[];
  value?: string;
};

const mostBars = 30;
const mostSeries = 8;

/**
 * Time is a line (few periods are bars), members are bars, one figure is a metric, what is too much for a chart is a table. A
 * comparison of several rows has its table beside the chart.
 */
export function chooseVisualizations(
  result: ToolResult,
  view: View,
  wish: ChartWish | null,
  compares: boolean,
): Shown[] {
  const table = tableOf(result);
  if (result.rows.length === 0) return [];
  const { resultId } = result;
  const title = toHeading(result.title);
  const asTable: Shown = { resultId, type: 'table', title };
  const { time, dimensions, measures } = table;
  const [measure] = measures;
  if (!measure || wish === 'table') return [asTable];
  if (result.rows.length === 1 && wish !== 'bar')
    return [
      {
        resultId,
        type: 'metric',
        title: toDrawnHeading(result.title, measures, [measure.name]),
        value: measure.name,
      },
      ...(measures.length > 1 ? [asTable] : []),
    ];
  const [dimension] = dimensions;
  const x = time ?? dimension;
  const series = time ? dimension : dimensions[1];
  const tooDeep = dimensions.length > (time ? 1 : 2);
  const points = x ? groupRows(table, x).size : 0;
  const lines = series ? groupRows(table, series).size : 1;
  if (!x || tooDeep || lines > mostSeries || (!time && points > mostBars)) return [asTable];
  // The five best days of several years are no course.
  const isCourse = time !== null && !ranksManyDays(view);
  const isLine =
    isCourse && (wish === 'line' || (wish !== 'bar' && (points > 6 || (points > 3 && lines > 1))));
  const y = series ? [measure.name] : toAxis(view, measures).map(({ name }) => name);
  const chart: Shown = {
    resultId,
    type: isLine ? 'line' : 'bar',
    title: toDrawnHeading(result.title, measures, y),
    x: x.name,
    y,
    ...(series && { series: series.name }),
  };
  const many = measures.length > 1 || compares || lines > 1;
  return wish === null && many ? [chart, asTable] : [chart];
}

/** Measures of the first one's unit share the axis; two that were asked for have one each. A measure and its share do not. */
function toAxis(view: View, measures: { name: string; unit: string }[]): { name: string; unit: string }[] {
  const [first] = measures;
  const [one, other, ...more] = measures.filter(({ name }) => view.measures.includes(name));
  const isShare = other?.name.endsWith('_share') ?? false;
  if (one && other && more.length === 0 && one.unit !== other.unit && !isShare) return [one, other];
  const asked = measures.filter(({ name, unit }) => unit === first?.unit && view.measures.includes(name));
  const same = asked.length > 0 ? asked : measures.slice(0, 1);
  // Ten lines would hide each other, and so would units sold beside units returned of another size: two are read well.
  return same.slice(0, 2);
}
