import type { ToolContext } from './tool.ts';

/** The first rows that a call asked for, as many as a result keeps, and how many are left. */
export function keepRows<Row>(
  rows: readonly Row[],
  limit: number | null | undefined,
  { maxRows }: Pick<ToolContext, 'maxRows'>,
): { kept: Row[]; left: number } {
  const kept = rows.slice(0, Math.min(limit ?? maxRows, maxRows));
  return { kept, left: rows.length - kept.length };
}
