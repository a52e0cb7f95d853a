import type { Token } from '../vocabulary/words.ts';
import type { Parts } from './parts.ts';

/** Of these a high figure is the bad one: the "worst return rate" is the highest. */
export function isBadWhenHigh(measure: string): boolean {
  return /return|reject|late|delay|lead_time|missed|unsold|overdue|shrink|stock_out|out_of_stock|aged|discount|write_off|cancel|^open_/.test(
    measure,
  );
}

/** The worst of what is bad when it is high are the highest. */
export function toOrder(parts: Parts, [measure = '']: string[]): Parts['order'] {
  // The slowest take the most days.
  const isTime = /lead_time|days_late|delay/.test(measure);
  if (parts.order !== null && isTime && /\bslowest\b/.test(parts.text)) return 'desc';
  if (parts.order !== null && isTime && /\b(fastest|quickest)\b/.test(parts.text)) return 'asc';
  const turns = parts.order !== null && /\b(worst|poorest|best)\b/.test(parts.text) && isBadWhenHigh(measure);
  if (!turns) return parts.order;
  return /\bbest\b/.test(parts.text) ? 'asc' : 'desc';
}

/** "Which brands declined?" */
export function saysFall(tokens: Token[]): boolean {
  return tokens.some(({ word }) => falling.test(word));
}

const falling =
  /^(declin|drop|fall|fell|decreas|los(t|e|s|ing)|shr[aiu]nk|worse|deteriorat|plummet|slump|downturn)/;

/** Whether what is asked for went down: what improves is less of what is bad, and more of what is good. */
export function fallsIn({ text, falls }: Pick<Parts, 'text' | 'falls'>, measure: string): boolean {
  return judgedMove.test(text) && isBadWhenHigh(measure) ? !falls : falls;
}

const judgedMove = /\b(?:improv\w*|worse\w*|deteriorat\w*)\b/;
