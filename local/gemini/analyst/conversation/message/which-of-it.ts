import type { DataQuestion } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import type { Sentence } from '../../wording/sentences.ts';
import { asksForOne } from '../references/asks-for-one.ts';
import { nouns } from '../references/nouns.ts';
import type { Subject } from '../subject.ts';

/** "Which product sold best, and in which region?": which one it is comes first; pairs of the two would be ranked otherwise. */
export function toWhichOfIt(sentence: Sentence): Sentence[] {
  const { ranking = '' } = itsFigure.exec(sentence.text)?.groups ?? {};
  // "Which region has the lowest margin, and what is it?": the figure is told with it.
  if (ranking !== '' && asksForOne(ranking, null)) return [{ ...sentence, text: `${ranking}?` }];
  const { first, second } = joined.exec(sentence.text)?.groups ?? {};
  if (first === undefined || second === undefined) return [sentence];
  if (!asksForOne(first, null) && !(totals.test(first) && bare.test(second))) return [sentence];
  return [
    { ...sentence, text: `${first}?` },
    { text: second, isJoined: true },
  ];
}

/** "And which products?", after the customer that returned most: those of that one, of several those of each. */
export function sayOfWhich(
  sentence: string,
  { question, asksOne, rows }: Subject,
  isJoined: boolean,
  isWithin = false,
): string {
  if (question?.kind !== 'data' || question.grain !== null) return sentence;
  if (question.order === null) return isWithin ? sayOfTotal(sentence, question) : sentence;
  const { way = '', noun } = asked.exec(sentence)?.groups ?? {};
  const things = noun ?? (isJoined ? toThings(sentence, question.tool) : null);
  const dimension = nouns[toSingular(things?.toLowerCase() ?? '')];
  const isOther = dimension !== undefined && !question.dimensions.includes(dimension);
  if (!isOther || question.dimensions.length !== 1 || (!isJoined && (!asksOne || rows === null)))
    return sentence;
  return `${way}which ${things} of ${asksOne ? 'it' : 'them'}?`;
}

/** "How much did contractors spend, and on what?": the sum, and what most of it went for. */
function sayOfTotal(sentence: string, { dimensions, tool }: DataQuestion): string {
  const things = dimensions.length === 0 ? toThings(sentence, tool) : null;
  return things === null ? sentence : `which ${things} most?`;
}

/** "And what?", "and by whom?" */
function toThings(sentence: string, tool: string): string | null {
  const { what, whom } = bare.exec(sentence)?.groups ?? {};
  if (what !== undefined) return 'products';
  if (whom === undefined) return null;
  return tool === 'query_sales' ? 'customers' : 'suppliers';
}

const ways = '(?:from|by|with|on|in|at|to|through|for)';
const kinds = Object.keys(nouns)
  .map((noun) => noun.replace(/y$/, '(?:y|ie)'))
  .join('|');
const joined = new RegExp(
  `^(?<first>(?:which|what|who|how much|how many)\\b.*?),? and (?<second>(?:(?:${ways} )?(?:which|what) (?:${kinds})s?|(?:(?:of|on|in|from|for) )?what|(?:by|from|to|with) whom|where (?:is|are|was|does|do) (?:it|that|they|those|these|we)\\b[^,?.!]{0,20})\\W*)$`,
  'i',
);
const asked = begins(`(?<way>${ways} )?(?:which|what) (?<noun>(?:${kinds})s?)(?: mostly| mainly)?\\W*$`);
const itsFigure =
  /^(?<ranking>(?:which|what|who)\b.*?),? and (?:what|how (?:much|many|high|low|big|large|long|good|bad)) (?:is|was|are|were) (?:it|that|they)\W*$/i;
const bare = begins(
  '(?:(?<what>(?:(?:of|on|in|for) )?what)|(?<whom>(?:by|from|to|with) whom)|(?:by|from|to|with|for|in|at|on|through) (?:which|what) [a-z]+)\\W*$',
);
const totals = /^(?:how much|how many|what)\b(?!.*\b(?:by|per|each|every)\b)/i;
