import type { Question } from '../question/question.ts';
import { lead } from './lead.ts';

/** After two times that were set against each other: "which moved most?" sells nothing, "did the margin move?" asks of the whole and of no row. */
export function sayOfMove(sentence: string, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  const { changes, compares, against, periods, dimensions, grain } = previous;
  const isOfTwo = changes || against !== null || periods.length > 1 || (compares && grain !== null);
  if (!isOfTwo) return sentence;
  const told = sentence.replace(/\bmoved? (?:the )?most\b/i, 'changed most');
  return dimensions.length === 0 ? told : told.replace(whole, '$<lead>did $<figure> change overall');
}

const whole = new RegExp(
  `^(?<lead>${lead})(?:did|has|have|how did) (?<figure>(?:the|our) (?!\\w+ ones?\\b)[^?.!,]{2,30}?) (?:move|change|shift|rise|fall|grow|drop|improve)d?(?: (?:too|as well|at all|much|also|either))?(?=\\W*$)`,
  'i',
);
