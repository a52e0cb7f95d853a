import type { Parts } from '../parts/parts.ts';
import type { Question } from '../question/question.ts';

/** "Which site has the lowest cover?", after the cover of one kind of goods: of these. */
export function ranksFigure(question: Question, { names, filters, text }: Parts, last: Question): boolean {
  if (question.kind !== 'data' || last.kind !== 'data' || question.tool !== last.tool) return false;
  const { dimensions, order, grain } = question;
  const isOne = last.dimensions.length === 0 && last.grain === null && last.members === null;
  const isPlain = names.length + filters.length === 0 && grain === null && order !== null;
  return (
    isOne && isPlain && dimensions.length === 1 && /^(?:and )?(?:which|who)\b/.test(text) && !ofAll.test(text)
  );
}

const ofAll = /\b(?:our|my|overall|in total|all|everything|altogether)\b/;
