import type { ToolResult } from '../conversation/read-steps.ts';
import type { DataQuestion } from '../question/question.ts';
import { formatCell, plain } from './format-figure.ts';
import { inBrackets, lower, speakFilters } from './speak.ts';
import type { Table } from './table-of.ts';

/** A list with its count, which another read brings: "Late orders: 17", then the worst of them. */
export function writeListed(table: Table, counted: Table, { conditions }: DataQuestion): string[] {
  const [count] = counted.measures;
  const [row] = counted.result.rows;
  const { dimensions, measures, result } = table;
  const [measure, ...others] = measures;
  if (!count || !row || !measure) return [];
  const currency = result.scope.currency;
  const bound = conditions[0]?.value ?? 0;
  const rows = result.rows.filter((line) => table.number(line, measure) > bound);
  const listed = rows.slice(0, 8).map((line) => {
    const name = dimensions.map((column) => plain(String(table.cell(line, column) ?? ''))).join(', ');
    const figures = [measure, ...others].map(
      (column) => `${lower(column.label)} ${formatCell(table.cell(line, column), column, currency)}`,
    );
    return `- ${name}: ${figures.join(', ')}`;
  });
  const sums = counted.measures
    .slice(1)
    .map((column) => `${lower(column.label)} ${formatCell(counted.cell(row, column), column, currency)}`);
  const together = sums.length > 0 ? ` Together: ${sums.join(', ')}.` : '';
  const lead = `**${count.label}: ${formatCell(counted.cell(row, count), count, currency)}.**${together}`;
  return listed.length > 0 ? [lead, listed.join('\n')] : [lead];
}

/** "Is Orsini late?", of orders none of which is: that they are is what was asked for. */
export function writeNone(result: ToolResult, listed: string | null): string | null {
  const [state] = /^(?:open|late|cancelled)(?=_)/.exec(listed ?? '') ?? [];
  // Of those that were ordered in a time only that is told.
  if (state === undefined || result.scope.period?.label !== 'all time') return null;
  const where = speakFilters(result).filter((text) => !/ above 0$/.test(text));
  return `**No purchase order is ${state}**${inBrackets(where)}.`;
}
