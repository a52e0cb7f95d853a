import { formatCell } from '../answer/format-figure.ts';
import { lower } from '../answer/speak.ts';
import { tableOf } from '../answer/table-of.ts';
import type { ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import type { Filter } from '../question/question.ts';
import type { Read } from './plan-reads.ts';

/**
 * "The top five regions": what has no region is none of them. Where it took a place in a cut ranking, the ranking is read
 * once more without it.
 */
export function skipUnnamed({ role, tool, args }: Read, result: ToolResult, filters: Filter[]): Read | null {
  const unnamed = findUnnamed(result);
  if (role !== 'main' || !('orderBy' in args) || !('limit' in args) || unnamed === null) return null;
  const skipped: Filter = { dimension: unnamed.dimension, op: 'is_not', values: [unnamed.name] };
  return { role, tool, args: { ...args, filters: [...filters, skipped] } };
}

/** "What has no region is left out: $8,268,335." */
export function speakUnnamed({ reads }: Answered): string {
  const step = reads.find(({ read }) => read.role === 'unnamed')?.step;
  const result = step?.outcome.kind === 'result' ? step.outcome.result : null;
  const unnamed = result && findUnnamed(result);
  return unnamed ? `What has ${lower(unnamed.name)} is left out: ${unnamed.figure}.` : '';
}

function findUnnamed(result: ToolResult): { dimension: string; name: string; figure: string } | null {
  const table = tableOf(result);
  const [dimension, ...others] = table.dimensions;
  const [measure] = table.measures;
  if (!dimension || !measure || table.time || others.length > 0 || result.rows.length < 2) return null;
  const name = `No ${lower(dimension.label)}`;
  const row = result.rows.find((candidate) => table.cell(candidate, dimension) === name);
  if (!row) return null;
  const figure = formatCell(table.cell(row, measure), measure, result.scope.currency);
  return { dimension: dimension.name, name, figure };
}
