import { tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Shown } from './choose-visualization.ts';
import { toHeading } from './to-heading.ts';

/** A chart that a person asked for by its name: "pie", "heat_map". Null where the result has not what it needs. */
export function toSpecialChart(type: string, result: ToolResult): Shown | null {
  const { time, dimensions, measures } = tableOf(result);
  const [measure, second] = measures;
  const [dimension, other] = dimensions;
  const shared = { resultId: result.resultId, type, title: toHeading(result.title) };
  const x = time ?? dimension;
  const series = time ? dimension : other;
  if (!measure || !x || result.rows.length < 2) return null;
  if (type === 'pie') return time ? null : { ...shared, x: x.name, y: [measure.name] };
  if (type === 'scatter')
    return second && dimension
      ? { ...shared, x: measure.name, y: [second.name], label: dimension.name }
      : null;
  if (type === 'heat_map')
    return series ? { ...shared, x: x.name, y: [measure.name], series: series.name } : null;
  return { ...shared, x: x.name, y: [measure.name], ...(series && { series: series.name }) };
}
