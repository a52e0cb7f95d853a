import type { Question } from '../../question/question.ts';

/** "Where are they?", after customers or suppliers, and not goods: a customer is where it is sold to; where a supplier is no figure tells. */
export function askWhereParties(said: string, previous: Question): string | null {
  const [told, ...others] = previous.kind === 'data' ? previous.dimensions : [];
  if (others.length > 0 || !/\bwhere (?:is|are) (?:they|it|those|these)\b/i.test(said)) return null;
  if (told === 'supplier') return 'where are the suppliers based';
  return told === 'customer' ? 'show them by region' : null;
}
