import { PlacedError, unsupported } from '../query-error.ts';
import type { Expression } from '../syntax/tree.ts';
import type { Place } from './context.ts';
import { requireKind, type Typed } from './typed.ts';

/**
 * A time zone as DuckDB's text: an IANA name in a literal, or a parameter. Offsets such as "+02:00" are refused, since
 * DuckDB reads their sign differently.
 */
export function toZone(expression: Expression, place: Place): Typed {
  if (expression.kind === 'string' && !isZone(expression.value)) {
    throw new PlacedError(`Invalid time zone: ${expression.value}`, expression.at);
  }
  if (expression.kind !== 'string' && expression.kind !== 'parameter') {
    throw unsupported('a time zone that is neither a literal nor a parameter', expression.at);
  }
  const zone = place.translate(expression);
  return { ...zone, sql: `zone_name(${requireKind(zone, 'STRING', 'A time zone', expression.at)})` };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[-+\d]/.test(name);
  } catch {
    return false;
  }
}
