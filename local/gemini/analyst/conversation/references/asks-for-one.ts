import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { singular } from './nouns.ts';

/** Whether one row of a ranking is asked for: "the best brand", "which supplier is latest". */
export function asksForOne(text: string, question: Question | null): boolean {
  // "The biggest one": what is told then is of that one.
  // "What does he buy most?" is asked of other rows than of him.
  const split = question?.kind === 'data' && question.order !== null ? question.dimensions : [];
  const isOfOne =
    question !== null &&
    'names' in question &&
    question.names?.some(({ meant }) => meant?.isOne && split.every((name) => name === meant.dimension));
  if (isOfOne) return false;
  if (bySplit.test(text)) return false;
  // "The best customer in each region"
  if (question?.kind === 'data' && question.within !== null) return false;
  if (whichOne.test(text)) return true;
  if (whichOnes.test(text) || /^(?:(?:and|so|ok|but),? )*who (?:are|were)\b/i.test(text)) return false;
  if (question?.kind === 'data' && question.limit !== null) return question.limit === 1;
  const isOne = oneNoun.test(text) || oneOfAll.test(text) || !members.test(text);
  return (superlative.test(text) || otherSuperlative.test(text)) && isOne;
}

/** "Which supplier has the most open orders?" */
const oneNoun = begins(
  `(?:(?:which|what)|(?:(?:the|our) )?(?:best|top|worst|\\w+est))(?: \\w+)? (?:${singular})\\b`,
);

/** "Which of the purchase orders has been open longest?" */
const oneOfAll = begins(
  '(?:which|what) (?:one )?of (?:the|our|these|those)\\b[^?.!]*? (?:has|is|was|had)\\b',
);

/** "Which restaurants buy most?": several, whatever they are called. */
const whichOnes = begins(
  '(?:which|what) (?!(?:is|was|has|does|sells|costs|makes|brings|buys|spends|needs|runs|leads|moves|grows|falls|gets|orders|returns|sales)\\b)(?:(?:\\w+ )?[a-z]{3,}[^s\\W]s) (?:(?:have|are|were|do|did|buy|sell|make|bring|spend|cost|grow|fall|order|return|bought|sold|made|spent|had|ordered|returned)\\b)',
);

const superlative =
  /\b(best|top(?!-? ?line)|worst|biggest|highest|lowest|largest|smallest|most|least|fewest|leads?(?! times?)|latest|longest|shortest|slowest|fastest|quickest|oldest|newest|earliest|mostly|mainly|chiefly)\b/i;
/** "By which supplier?" splits what was told. */
const bySplit = begins('by (?:which|what) \\w+\\W*$');
/** "Which product then?" */
const whichOne = begins(
  `(?:of |from |in |at |by )?(?:which|what) (?:${singular})(?: (?:then|there|is it|was it|is that|was that|caused (?:it|that)))?\\W*$`,
);
/** "The fullest", "the cheapest", "quickest brand this year?" */
const otherSuperlative =
  /(?:^|\bthe )(?!(?:(?:south|north|mid)?west|interest|request|forecast|rest|test|chest|nest|vest|guest|harvest)\b)\w{3,}est\b/i;
const members =
  /\b(products|items|articles|skus|brands|(sub)?categories|customers|clients|suppliers|vendors|warehouses|sites|regions|territories|channels|segments|orders)\b/i;
