import type { Parts } from '../parts/parts.ts';
import type { Question } from './question.ts';

/** "Vs weekdays", after a figure of weekends, and "vs all hospitals", after that of one: no filter sets the two against each other. */
export function findOtherSide({ text, names }: Parts, previous: Question | null): string | null {
  const [said] = otherSide.exec(text) ?? [];
  const isOfDay =
    previous?.kind === 'data' && previous.filters.some(({ dimension }) => dimension === 'weekday');
  return said !== undefined && previous !== null && (isOfDay || names.length > 0) ? said : null;
}

const otherSide = /^(?:and )?(?:vs\.?|versus|compared (?:to|with)|against) (?:all|week(?:day|end)s?)\b.*/;
