import type { ResultColumn } from '../conversation/read-steps.ts';
import { formatPercent } from './format-figure.ts';

/** "rose 8.4%", "fell 3.0%", "held level"; ratios only say their direction, since a percentage of a percentage misleads. */
export function describeMove(before: number, after: number, column: ResultColumn): string {
  if (before === after) return 'did not change';
  const verb = after > before ? 'rose' : 'fell';
  if (before > 0 && Math.abs(after - before) / before < 0.0005) return 'hardly changed';
  if (before <= 0 || column.unit === 'fraction') return verb;
  return `${verb} ${formatPercent(Math.abs(after - before) / before)}`;
}

/** " (+8.4%)" */
export function toChange(before: number, after: number, column: ResultColumn): string {
  if (before <= 0 || column.unit === 'fraction') return '';
  const change = (after - before) / before;
  return ` (${change < 0 ? '−' : '+'}${formatPercent(Math.abs(change))})`;
}
