import type { Parts } from '../../parts/parts.ts';
import type { Question } from '../../question/question.ts';

/** "Which site has the lowest cover?", after the cover of one kind of goods: of these. */
export function ranksFigure(
  question: Question,
  { names, filters, text, time }: Parts,
  last: Question,
): boolean {
  if (question.kind !== 'data') return false;
  const { dimensions, order, grain } = question;
  const isOne =
    last.kind === 'data' &&
    question.tool === last.tool &&
    last.dimensions.length === 0 &&
    last.grain === null &&
    last.members === null;
  // "Which customers had the highest return rate in 2025?", after revenue, stands alone.
  const isAnew = last.kind === 'data' && question.measures[0] !== last.measures[0] && time.periods.length > 0;
  // "Which one spent most?", after how the hotels did
  const isOverview = last.kind === 'overview' && question.tool === 'query_sales';
  const isPlain = names.length + filters.length === 0 && grain === null && order !== null;
  return (
    (isOne || isOverview) &&
    isPlain &&
    !isAnew &&
    dimensions.length === 1 &&
    /^(?:and )?(?:which|who)\b/.test(text) &&
    !ofAll.test(text)
  );
}

const ofAll = /\b(?:our|my|overall|in total|all|everything|altogether)\b/;
