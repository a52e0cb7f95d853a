import type { Parts } from '../parts/parts.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';

/**
 * "How many brands did we sell last month?": the members that have any of the figure. Null where no members are counted, or
 * a measure counts them.
 */
export function countMembers(
  { focus, counted, order, conditions, names, time }: Parts,
  tool: string,
  measures: string[],
  [dimension, ...others]: string[],
  { datasets }: Vocabulary,
): string | null {
  const isCounted = counted?.some(({ name }) => name === dimension) ?? false;
  if (!focus.has('count') || !isCounted || others.length > 0 || order !== null || conditions.length > 0)
    return null;
  const [measure = 'units', ...more] = measures;
  if (more.length > 0 || !/^(units|on_hand)$/.test(measure)) return null;
  const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  const isNarrowed = focus.has('sell') || names.length > 0 || time.periods.length > 0;
  const held = measure === 'units' ? 'units_sold' : measure;
  const isKept = declared.some(({ name }) => name === held);
  return isKept && (isNarrowed || measure === 'on_hand') ? held : null;
}
