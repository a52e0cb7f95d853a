import { hasTime, type Parts } from '../parts/parts.ts';

/** Whether nothing of a question is about figures. */
export function asksNothing(parts: Parts, measures: string[], dimensions: string[]): boolean {
  const { focus, time } = parts;
  return (
    measures.length === 0 &&
    dimensions.length === 0 &&
    parts.names.length === 0 &&
    parts.filters.length === 0 &&
    parts.order === null &&
    !focus.has('overview') &&
    !focus.has('sell') &&
    !focus.has('why') &&
    !((focus.has('compare') || focus.has('trend')) && (hasTime(time) || parts.grain !== null)) &&
    !focus.has('change') &&
    !(parts.order !== null && parts.grain !== null) &&
    !(parts.grain !== null && parts.time.periods.length > 0) &&
    !(focus.has('total') && parts.time.periods.length > 0)
  );
}
