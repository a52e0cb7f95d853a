import { hasTime, type Parts } from '../../parts/parts.ts';
import { namedAnew } from '../references/refers.ts';
import { asksWorth } from './merge-figures.ts';

/** Whether a sentence says anything that a question before it can take on. */
export function changesSomething(parts: Parts): boolean {
  return (
    parts.dimensions.length > 0 ||
    parts.grain !== null ||
    parts.per !== null ||
    hasTime(parts.time) ||
    parts.time.future !== null ||
    namedAnew(parts).length > 0 ||
    parts.filters.length > 0 ||
    parts.order !== null ||
    parts.chart !== null ||
    parts.conditions.length > 0 ||
    parts.limit !== null ||
    parts.focus.has('share') ||
    (asksWorth(parts) && parts.words <= 4) ||
    parts.focus.has('trend') ||
    parts.focus.has('total') ||
    (parts.focus.has('count') && parts.words <= 4) ||
    parts.focus.has('why')
  );
}

/** Whether it says of what kind the rows are, or of what time. */
export function hasShape({ grain, time, dimensions, focus }: Parts): boolean {
  return (
    grain !== null || hasTime(time) || dimensions.length > 0 || focus.has('compare') || focus.has('trend')
  );
}
