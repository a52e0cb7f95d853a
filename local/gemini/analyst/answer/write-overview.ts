import type { ToolResult } from '../conversation/read-steps.ts';
import { leavesOut } from '../question/filter-ops.ts';
import type { Question } from '../question/question.ts';
import { noView } from '../reads/view.ts';
import { capital, formatCell, formatFigure, joinNames, plain } from './format-figure.ts';
import { lower } from './speak.ts';
import { tableOf, total } from './table-of.ts';
import { writeSeries } from './write-series.ts';
import { writeTotal } from './write-total.ts';

/** Everything about one thing: how it sells and how much of it there is. */
export function writeOverview(
  results: { role: string; result: ToolResult }[],
  question: Extract<Question, { kind: 'overview' }>,
): string[] {
  const names = capital(
    joinNames(
      question.filters.flatMap((filter) =>
        leavesOut(filter) ? [`all but ${joinNames(filter.values.map(plain))}`] : filter.values.map(plain),
      ),
    ),
  );
  const lines: string[] = [];
  for (const { role, result } of results) {
    const table = tableOf(result);
    if (result.rows.length === 0) {
      lines.push(
        role === 'stock'
          ? `There is no stock record of ${names}.`
          : `No sales of ${names} are recorded in the time looked at.`,
      );
      continue;
    }
    if (role !== 'stock') {
      lines.push(`${names}:`, ...(table.time ? writeSeries(table, noView) : writeTotal(table, noView)));
      continue;
    }
    const sums = table.measures
      .filter((column) => column.summable && table.complete)
      .map(
        (column) =>
          `${lower(column.label)} ${formatFigure(total(table, column), column.unit, result.scope.currency)}`,
      );
    const [warehouse] = table.dimensions;
    const [measure] = table.measures;
    if (sums.length > 0) lines.push(`Stock now: ${joinNames(sums)}.`);
    if (warehouse && measure && result.rows.length > 1)
      lines.push(
        result.rows
          .slice(0, 6)
          .map(
            (row) =>
              `- ${plain(String(table.cell(row, warehouse)))}: ${formatCell(table.cell(row, measure), measure, result.scope.currency)}`,
          )
          .join('\n'),
      );
  }
  return lines;
}
