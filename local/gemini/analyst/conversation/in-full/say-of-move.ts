import type { Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import type { Subject } from '../subject.ts';

/** After two times that were set against each other: "which moved most?" sells nothing, "did the margin move?" asks of the whole and of no row. */
export function sayOfMove(sentence: string, { asksOne }: Subject, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  // "Which supplier got most?" "How does that compare with Q2?": what that one got.
  const isOfLeader = asksOne && previous.order !== null && !previous.changes && previous.grain === null;
  if (isOfLeader && besideTime.test(sentence))
    return sentence.replace(besideTime, 'how did it do compared with ');
  // "The three that grew fastest, and who bought them?": bought, and not grew.
  if (previous.changes && whoBuys.test(sentence))
    return sentence.replace(whoBuys, 'which customers have the highest revenue from $<rows>');
  // "Which region fell most?" "Why?": why that one did.
  if (asksOne && previous.changes && bareWhy.test(sentence)) return 'why did it?';
  const { changes, compares, against, periods, dimensions, grain } = previous;
  const isOfTwo = changes || against !== null || periods.length > 1 || (compares && grain !== null);
  if (!isOfTwo) return sentence;
  const told = sentence
    .replace(/\bmoved? (?:the )?most\b/i, 'changed most')
    .replace(lags, (_, which = '', way = '') => `${which} ${/^(?:ahead|up)/i.test(way) ? 'grew' : 'fell'}`);
  return dimensions.length === 0 ? told : told.replace(whole, '$<lead>did $<figure> change overall');
}

const besideTime = begins('how (?:does|did|do) (?:that|this|it) compare (?:with|to|against) ');
const whoBuys = begins(
  'who (?:buys|bought|is buying|ordered|orders) (?<rows>it|them|those|these)(?: most| mostly| mainly)?(?=\\W*$)',
);
const bareWhy = begins('why(?: (?:is|was) (?:that|this|it)|(?: exactly| so))?\\W*$');
/** "Which channel is behind?" */
const lags = new RegExp(
  `(?<=^${lead})((?:which|what)(?: of)? (?!(?:is|are|was|were)\\b)[^?.!,]{2,30}?) (?:is|are|was|were|came in|came out|ended up) (behind|lagging(?: behind)?|down|ahead|up)(?=\\W*$)`,
  'i',
);
const whole = new RegExp(
  `^(?<lead>${lead})(?:did|has|have|how did) (?<figure>(?:the|our) (?!\\w+ ones?\\b)[^?.!,]{2,30}?) (?:move|change|shift|rise|fall|grow|drop|improve)d?(?: (?:too|as well|at all|much|also|either))?(?=\\W*$)`,
  'i',
);
