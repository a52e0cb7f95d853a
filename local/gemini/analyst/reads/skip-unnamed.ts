import { formatCell } from '../answer/format-figure.ts';
import { lower } from '../answer/speak.ts';
import { tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import type { DataQuestion, Filter } from '../question/question.ts';
import type { Read } from './plan-reads.ts';

/**
 * "The top five regions", "regions with sales over 2,000": what has no region is none of them. Where it took a place in a cut
 * ranking or stands within a bound, the rows are read once more without it.
 */
export function skipUnnamed(
  { role, tool, args }: Read,
  result: ToolResult,
  { filters, members }: Pick<DataQuestion, 'filters' | 'members'>,
): Read | null {
  const unnamed = findUnnamed(result);
  // "How many brands do we have?": "No brand" is none.
  const picks = ('orderBy' in args && 'limit' in args) || 'having' in args || members !== null;
  if (role !== 'main' || !picks || unnamed === null) return null;
  const skipped: Filter = { dimension: unnamed.dimension, op: 'is_not', values: [unnamed.name] };
  return { role, tool, args: { ...args, filters: [...filters, skipped] } };
}

/** "What has no region is left out: $8,268,335." */
export function speakUnnamed({ reads, question }: Answered): string {
  const step = reads.find(({ read }) => read.role === 'unnamed')?.step;
  const result = step?.outcome.kind === 'result' ? step.outcome.result : null;
  const unnamed = result && findUnnamed(result);
  if (!unnamed) return '';
  const isOfNames = question.kind === 'data' && question.members !== null;
  const figure = isOfNames || unnamed.figure === null ? '' : `: ${unnamed.figure}`;
  return `What has ${lower(unnamed.name)} is left out${figure}.`;
}

function findUnnamed(result: ToolResult): { dimension: string; name: string; figure: string | null } | null {
  const table = tableOf(result);
  const [measure] = table.measures;
  if (!measure || table.time || result.rows.length < 2) return null;
  for (const dimension of table.dimensions) {
    const name = `No ${lower(dimension.label)}`;
    const rows = result.rows.filter((candidate) => table.cell(candidate, dimension) === name);
    const [row] = rows;
    // Of several members the rows are told apart by the other dimension: their sum is no figure of the answer.
    if (row && table.dimensions.length === 1)
      return {
        dimension: dimension.name,
        name,
        figure: formatCell(table.cell(row, measure), measure, result.scope.currency),
      };
    if (row) return { dimension: dimension.name, name, figure: null };
  }
  return null;
}
