import type { Question } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';
import { findFigure, isMoney } from './name-unit.ts';

/** "How many each?", "how many then?", after money: the units of the same thing, and not the money again. */
export function nameEach(
  sentence: string,
  previous: Question,
  vocabulary: Vocabulary,
  { asksOne, rows }: Subject,
): string {
  if (previous.kind === 'reorder' && previous.level === null) {
    if (mostUrgent.test(sentence)) return 'top 1';
    return toOrder.test(sentence)
      ? 'how many should I order?'
      : sentence.replace(orderWorth, (said) =>
          /\b(?:all|everything|lot|whole)\b/i.test(said) ? 'what is the cost of all' : 'what is the cost',
        );
  }
  if (previous.kind !== 'data') return sentence;
  const [split, ...others] = previous.dimensions;
  const isOfOne = split !== undefined && others.length === 0;
  // "Per supplier", after how many SKUs there are.
  const [, per] = perOnly.exec(sentence) ?? [];
  if (previous.members === 'count' && isOfOne && per !== undefined)
    return `how many ${split}s per ${per.toLowerCase()}?`;
  // "How many are there?", after the revenue of each category: how many categories.
  const isWhole = previous.conditions.length + previous.filters.length === 0 && previous.listed === null;
  if (thereAre.test(sentence) && isOfOne && isWhole && /^[a-z]+$/.test(split))
    return `how many ${split.replace(/y$/, 'ie')}s are there?`;
  // "The best product in each", "what sells best in each of them?", after categories: that of each of them.
  const { most = 'best', kind = 'product' } =
    (bestOfEach.exec(sentence) ?? sellsBestInEach.exec(sentence))?.groups ?? {};
  const isRanked = bestOfEach.test(sentence) || sellsBestInEach.test(sentence);
  if (isOfOne && isRanked && !manyMembers.has(split)) return `their ${most} ${kind}`;
  // "How many products each?", after the stock of each category.
  const [, things] = thingsEach.exec(sentence) ?? [];
  if (things !== undefined && isOfOne && !sentence.includes(split))
    return `how many ${things} in each ${toWords(split)}?`;
  // "The top 3 products in each?", "which brand leads in each of them?"
  const of = isOfOne ? toWords(split) : others.length === 0 ? previous.grain : null;
  const ofOne = asksOne && rows !== null;
  const isSome = previous.conditions.length > 0 || (previous.limit ?? 0) > 1 || ofOne;
  if (of !== null && rankedEach.test(sentence) && !sentence.includes(of)) {
    const ofThose = isSome && isOfOne && ranked.test(sentence);
    return ofThose
      ? sentence.replace(inEach, '').replace(ranked, 'their $1')
      : sentence.replace(inEach, `in each ${of}`);
  }
  // "How much?", after the five best or those that lose money: of each of those, and not of all.
  if (isSome && previous.dimensions.length > 0 && previous.listed === null && howMuch.test(sentence)) {
    const money = findFigure('currency', previous, vocabulary);
    return money === null ? sentence : `${toWords(money)} of ${ofOne ? 'it' : 'each of them'}`;
  }
  const [, unit, whose = ''] = asked.exec(sentence) ?? [];
  const isUnits = previous.tool === 'query_sales' && !isMoney(previous, vocabulary);
  if (whose === '' || (unit === undefined && isUnits)) return sentence;
  const wanted = /money|worth/i.test(unit ?? '') ? 'currency' : 'units';
  const found = findFigure(wanted, previous, vocabulary);
  if (found === null) return sentence;
  const figure = toWords(found);
  if (/then/i.test(whose)) return `${figure} in that ${previous.grain ?? 'time'}`;
  const isOfTime = previous.grain !== null && previous.dimensions.length === 0;
  if (/each/i.test(whose)) return isOfTime ? `${figure} instead` : `${figure} of each of them`;
  return `${figure} of ${whose.replace(/^of /i, '')}`;
}

const asked = begins(
  'how (?:many|much)(?: (units|pieces|pcs|money))?,? ((?:of |for |from )?each(?: (?:one|of (?:them|those|these)))?|of (?:it|them|those|these)|then)\\W*$',
);
const howMuch = begins('how much(?: money)?\\W*$');
const most =
  '(?<most>(?:best|worst)(?:[- ]selling)?|top|biggest|largest|smallest|highest|lowest|weakest|strongest)';
const ofEach = '(?:in|of|for|from|within) each(?: one| of (?:them|those|these))?';
const bestOfEach = begins(
  `(?:(?:what|which|show|show me)(?: is| are)? )?(?:${ofEach},? )?(?:the )?${most} (?<kind>[a-z]+)(?: ${ofEach})?(?<=\\beach\\b.*)\\W*$`,
);
const sellsBestInEach = begins(`what (?:sells|sold|did) (?:the )?(?<most>best|worst) ${ofEach}\\W*$`);
const thereAre = begins('how many are there(?: in total| altogether| in all| overall)?\\W*$');
const perOnly = begins('(?:per|by|in each|for each) (\\w+)\\W*$');
const thingsEach = begins('how many (products|articles|items|skus) (?:in |per |for )?each\\W*$');
const inEach = /\b(?:in|for|of|at|within|from|per) each(?: one| of (?:them|those|these))?(?=\W*$)/i;
const rank = 'top|bottom|best|worst|biggest|largest|smallest|highest|lowest|leading|main|strongest|weakest';
const ranked = new RegExp(`\\b(?:the )?(${rank})\\b`, 'i');
const rankedEach = new RegExp(
  `\\b(?:${rank}|most|least|fewest|leads?|latest|slowest|oldest)\\b.*${inEach.source}`,
  'i',
);
const toOrder = begins(
  'how (?:many|much)(?: (?:units|pieces|pcs))?(?: (?:of )?each(?: of (?:them|those|these))?| of (?:it|them|those|these))?(?: (?:to|(?:should|must|do|shall) (?:i|we)(?: (?:need|have) to)?) (?:order|reorder|re-order|buy|get))?\\W*$',
);
/** "Which is most urgent?", "why the first one?": one line, of a product in one warehouse. */
const mostUrgent = begins(
  '(?:(?:which(?: one| line| product| item)?|what)(?: of (?:them|those|these))? (?:is|are|has|needs?)(?: the)? (?:most|more) urgent(?:ly)?(?: one)?|(?:the |only the |just the )?most urgent(?: one| line)?|why(?: is| does| do we need)? the (?:first|top)(?: one| line)?)\\W*$',
);
const allOfIt =
  '(?:(?:all|everything|the (?:lot|list|whole (?:lot|list|order|thing)))(?: (?:of )?(?:it|that|this|them|these|those))?|(?:it|that|this|them|they|these|those)(?: all| lot)?)';
const toGet = '(?:order|reorder|re-order|buy|replenish|restock|purchase|get)(?:ing)?';
const toDo = `(?: (?:to ${toGet}|for(?: ${toGet})?)(?: ${allOfIt})?)?`;
/** "What would it cost to order all that?", "the cost of ordering these", "how much money do I need for that?", of what is to be ordered. */
const orderWorth = new RegExp(
  `^(${lead})(?:${[
    `how much (?:money )?(?:is|would|will|does|do) ${allOfIt}(?: (?:be|costs?|come to|add up to|amount to))?(?: us)?${toDo}`,
    `what (?:would|will|does|do) (?:${toGet} )?${allOfIt} (?:cost|come to|add up to|amount to)(?: us)?${toDo}`,
    `(?:what(?:['’]?s| is| would be| will be) )?the (?:total |whole )?(?:cost|bill)(?: (?:of|for)(?: ${toGet})? ${allOfIt})?`,
    `(?:how much(?: money)?|what) (?:do|would|will|must|should) (?:we|i) (?:(?:have|need) to )?(?:need|spend|pay)(?: (?:for|on)(?: ${toGet})? ${allOfIt}| to ${toGet} ${allOfIt})`,
  ].join('|')})(?: (?:in total|altogether|in all|all together|together))?(?=\\W*$)`,
  'i',
);
