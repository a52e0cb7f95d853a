import type { Question } from '../../question/question.ts';
import type { Asked } from './add-question.ts';

/** What the next half of a message asks, without what it has of the half before and does not mean. */
export function settleHalf(asked: Asked, before: Question | null): Question {
  return withoutOwnNumber(ofWhole({ ...asked, question: withoutCarriedShare(asked) }, before));
}

/** Asks for yes or no. */
export const whether = /^(?:(?:and|but|so) )?(?:is|are|was|were|do|does|did|has|have|had)\b/;

/** "How many orders do we get per week, and is that more than last year?": all of the year is set against all of the other. */
function ofWhole({ question, parts }: Asked, before: Question | null): Question {
  if (question.kind !== 'data' || before?.kind !== 'data' || !whether.test(parts.text)) return question;
  const isOfMean = before.averages || before.grain === 'day' || before.grain === 'week';
  const isMoved = question.changes || question.compares;
  if (parts.grain !== null || question.dimensions.length > 0 || !isOfMean || !isMoved) return question;
  return { ...question, grain: null, averages: false };
}

/** "How many products did Hansen buy, and which one most?": of products ranked by their own number each has one. */
function withoutOwnNumber(question: Question): Question {
  if (question.kind !== 'data' || question.order === null) return question;
  const [measure = ''] = question.measures;
  const isOwn = question.dimensions.includes(ofThemselves[measure] ?? '');
  return isOwn ? { ...question, measures: ['revenue'] } : question;
}

const ofThemselves: Record<string, string> = { products_sold: 'product', customers: 'customer' };

/** "How much of the stock is in Main, and how many products is that?": their number, and no share of it. */
function withoutCarriedShare({ question, parts }: Asked): Question {
  const isCount = question.kind === 'data' && question.counts && question.dimensions.length > 0;
  const isCarried = isCount && question.share && !parts.focus.has('share') && !parts.focus.has('howMuchOf');
  return isCarried ? { ...question, share: false, ofFigure: false } : question;
}
