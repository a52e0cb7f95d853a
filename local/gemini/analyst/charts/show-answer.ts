import { tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import type { ReorderSort } from '../question/question.ts';
import { speakNothing } from '../reads/find-nothing.ts';
import type { Read } from '../reads/plan-reads.ts';
import { noView, type View } from '../reads/view.ts';
import type { Setting } from '../setting.ts';
import type { ChartWish } from '../vocabulary/shape-phrases.ts';
import { chooseVisualizations, type Shown } from './choose-visualization.ts';
import { toDrawnHeading, toHeading } from './to-heading.ts';

type Done = { read: Read; result: ToolResult };

/** What is drawn for an answer: three visualizations at most. */
export function showAnswer(one: Answered, setting: Setting): Shown[] {
  const { question, plan, reads } = one;
  if (speakNothing(one) !== null) return [];
  const other = one.isOtherChartMissing ? null : findOtherChart(one, setting);
  if (other) return [other];
  const results = reads.flatMap(({ read, step }): Done[] =>
    step?.outcome.kind === 'result' ? [{ read, result: step.outcome.result }] : [],
  );
  if (question.kind === 'reorder')
    return question.level
      ? showLevels(results)
      : question.bounds.length > 0
        ? // The lines outside the bounds would be drawn as well.
          []
        : showReorder(results, question.sort);
  if (question.kind === 'overview')
    return results.flatMap(({ result }) => chooseVisualizations(result, noView, null, false).slice(0, 1));
  if (question.kind === 'report') return results.flatMap(({ result }) => showReport(result, question.chart));
  if (question.kind !== 'data') return [];
  return results
    .filter(({ read }) => !/^(before|count|ever|unnamed|reason)$/.test(read.role))
    .flatMap(({ result }) => {
      const view = plan?.view ?? noView;
      if (view.sideBySide) return showCompared(result, view, question.chart);
      const isList = question.members !== null || question.conditions.length > 0;
      const dimensions = result.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name);
      if (question.members !== null && result.rows.length > 1)
        return [
          {
            resultId: result.resultId,
            type: 'table' as const,
            title: toHeading(result.title, 'Names'),
            columns: dimensions,
          },
        ];
      const compares = question.compares || question.changes || view.pair !== null;
      return chooseVisualizations(result, view, isList ? 'table' : question.chart, compares);
    })
    .slice(0, 3);
}

/** Both periods side by side, or the changes where they are ranked; and the table with all of it. */
function showCompared(result: ToolResult, view: View, wish: ChartWish | null): Shown[] {
  const [measure = ''] = view.measures;
  const [x = ''] = view.dimensions;
  const title = toHeading(result.title, 'Comparison');
  const asTable: Shown = { resultId: result.resultId, type: 'table', title };
  if (result.rows.length === 0) return [];
  if (wish === 'table' || result.rows.length > mostCompared || result.rows.length < 2) return [asTable];
  const y = view.ranked !== null || view.falls ? [`${measure}_change`] : [measure, `${measure}_before`];
  const figures = result.columns.filter(({ name }) => view.measures.includes(name));
  const heading = toDrawnHeading(result.title, figures, [measure], 'Comparison');
  return [{ resultId: result.resultId, type: 'bar', title: heading, x, y }, asTable];
}

const mostCompared = 30;

/** The chart that was asked for by its name, where the tool takes it and the result fits. */
export function findOtherChart({ question, reads }: Answered, { vocabulary }: Setting): Shown | null {
  if (question.kind !== 'data' || question.otherChart === null) return null;
  const { type } = question.otherChart;
  const outcome = reads.find(({ read }) => read.role === 'main')?.step?.outcome;
  if (!vocabulary.chartTypes.has(type) || outcome?.kind !== 'result') return null;
  return toSpecialChart(type, outcome.result);
}

/** A forecast is a line that goes on; other reports are tables, unless another chart is asked for. */
function showReport(result: ToolResult, chart: ChartWish | null): Shown[] {
  const time = result.columns.find(({ grain }) => grain !== undefined);
  const members = result.columns.find(({ role, type }) => role === 'dimension' && type === 'string');
  const expects = result.columns.some(({ name }) => name === 'forecast');
  if (!expects || !time || chart === 'table' || result.rows.length === 0)
    return chooseVisualizations(result, noView, chart ?? 'table', false);
  const line: Shown = {
    resultId: result.resultId,
    type: 'line',
    title: toHeading(result.title),
    x: time.name,
    y: ['actual'],
    ...(members && { series: members.name }),
  };
  return [line];
}

/** What to order and how much comes first: a narrow panel shows no more without scrolling. */
const reorderColumns = [
  'product',
  'suggested_quantity',
  'cost',
  'warehouse',
  'urgency',
  'supplier',
  'days_until_stock_out',
  'on_hand',
  'on_order',
  'reorder_point',
  'lead_time_days',
  'sku',
  'reason',
];

const levelColumns = [
  'product',
  'warehouse',
  'reorder_point',
  'safety_stock',
  'order_up_to',
  'position',
  'on_hand',
  'on_order',
  'daily_demand',
  'lead_time_days',
  'policy',
];

/** What all lines have in common says nothing in a column. */
function showLevels(results: Done[]): Shown[] {
  return results.flatMap(({ result }): Shown[] => {
    const differs = (name: string) => {
      const at = result.columns.findIndex((column) => column.name === name);
      const isName = name === 'product' || name === 'warehouse';
      return at >= 0 && (!isName || new Set(result.rows.map((row) => row[at])).size > 1);
    };
    const columns = levelColumns.filter(differs);
    if (result.rows.length === 0 || columns.length < 2) return [];
    return [{ resultId: result.resultId, type: 'table', title: 'Reorder points and safety stocks', columns }];
  });
}

const firstOf = {
  urgency: { order: 'most urgent first', lines: 'most urgent' },
  cost: { order: 'highest cost first', lines: 'most expensive' },
  suggested_quantity: { order: 'largest quantity first', lines: 'largest' },
};

/** The lines as a table, and the cost of the first ones as bars. */
function showReorder(results: Done[], sort: ReorderSort): Shown[] {
  const first = firstOf[sort];
  const main = results.find(({ read }) => read.role === 'main')?.result;
  const stock = results.find(({ read }) => read.role === 'stock')?.result;
  if (!main || main.rows.length === 0) return stock ? chooseVisualizations(stock, noView, null, false) : [];
  const charted = results.find(({ read }) => read.role === 'top')?.result ?? main;
  const has = (name: string) => charted.columns.some((column) => column.name === name);
  const columns = reorderColumns.filter((name) => main.columns.some((column) => column.name === name));
  const table: Shown = {
    resultId: main.resultId,
    type: 'table',
    title: `Reorder recommendations, ${first.order}`,
    ...(columns.length > 1 && { columns }),
  };
  if (!has('product') || !has('cost') || charted.rows.length < 2) return [table];
  const chart: Shown = {
    resultId: charted.resultId,
    type: 'bar',
    title: `Cost of the ${first.lines} suggested orders`,
    x: 'product',
    y: ['cost'],
    ...(has('warehouse') && { series: 'warehouse' }),
  };
  return [chart, table];
}

/** A chart that a person asked for by its name: "pie", "heat_map". Null where the result has not what it needs. */
function toSpecialChart(type: string, result: ToolResult): Shown | null {
  const { time, dimensions, measures } = tableOf(result);
  const [measure, second] = measures;
  const [dimension, other] = dimensions;
  const drawn = [measure?.name, type === 'scatter' ? second?.name : undefined];
  const shared = { resultId: result.resultId, type, title: toDrawnHeading(result.title, measures, drawn) };
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
