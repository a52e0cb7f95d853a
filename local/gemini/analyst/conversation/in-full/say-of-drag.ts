import { isBadWhenHigh } from '../../parts/to-order.ts';
import type { Question } from '../../question/question.ts';
import { toWords } from '../../vocabulary/to-words.ts';

/**
 * "Who is dragging it down?", after a rate that is not set against another time: who has the worst. After a comparison it is who fell,
 * and a sum is not dragged down by its small parts.
 */
export function sayOfDrag(sentence: string, previous: Question): string {
  const { who = '' } = drags.exec(sentence)?.groups ?? {};
  if (who === '' || previous.kind !== 'data') return sentence;
  const { measures, changes, compares, against, periods, dimensions } = previous;
  const [measure = ''] = measures;
  const isMoved = changes || compares || against !== null || periods.length > 1;
  if (isMoved || !isMean.test(measure)) return sentence;
  const party = previous.tool === 'query_sales' ? 'customer' : 'supplier';
  const split = dimensions[0] === undefined ? party : toWords(dimensions[0]);
  const noun = /^who$/i.test(who) ? party : (nouns.exec(who)?.[1] ?? split);
  const worst = isBadWhenHigh(measure) ? 'highest' : 'lowest';
  return `and which ${noun} has the ${worst} ${toWords(measure)}`;
}

const nouns = /^(?:which|what) (?!ones?\b|of\b)(.+)$/i;
const isMean = /_rate$|^lead_time$|_delay$|^days_of_cover$|^turnover$|^average_/;
const drags =
  /^(?:(?:and|so|but|ok),? )*(?<who>who|(?:which|what)(?: (?:ones?|of (?:them|those|these)|[a-z]{3,20}))?)(?:['’]s| is| are| was| were| has| have)? (?:been )?(?:mainly |mostly )?(?:pull(?:s|ed|ing)?|drag(?:s|ged|ging)?|h[eo]ld(?:s|ing)?|br(?:ings?|inging|ought)) (?:it|us|that|this|them) (?:down|back)(?: (?:the )?most)?\W*$/i;
