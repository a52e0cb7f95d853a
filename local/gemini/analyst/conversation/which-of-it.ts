import type { Sentence } from '../wording/sentences.ts';
import { asksForOne } from './asks-for-one.ts';
import { begins } from './lead.ts';
import { nouns } from './nouns.ts';
import { toSingular } from './pick-rows.ts';
import type { Subject } from './subject.ts';

/** "Which product sold best, and in which region?": which one it is comes first; pairs of the two would be ranked otherwise. */
export function toWhichOfIt(sentence: Sentence): Sentence[] {
  const { first, second } = joined.exec(sentence.text)?.groups ?? {};
  if (first === undefined || second === undefined || !asksForOne(first, null)) return [sentence];
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
): string {
  if (question?.kind !== 'data' || question.order === null || question.grain !== null) return sentence;
  const { way = '', noun } = asked.exec(sentence)?.groups ?? {};
  const things = noun ?? (isJoined ? toThings(sentence, question.tool) : null);
  const dimension = nouns[toSingular(things?.toLowerCase() ?? '')];
  const isOther = dimension !== undefined && !question.dimensions.includes(dimension);
  if (!isOther || question.dimensions.length !== 1 || (!isJoined && (!asksOne || rows === null)))
    return sentence;
  return `${way}which ${things} of ${asksOne ? 'it' : 'them'}?`;
}

/** "And what?", "and by whom?" */
function toThings(sentence: string, tool: string): string | null {
  const { what, whom } = bare.exec(sentence)?.groups ?? {};
  if (what !== undefined) return 'products';
  if (whom === undefined) return null;
  return tool === 'query_sales' && !/^from/i.test(sentence) ? 'customers' : 'suppliers';
}

const ways = '(?:from|by|with|on|in|at|to|through|for)';
const kinds = Object.keys(nouns)
  .map((noun) => noun.replace(/y$/, '(?:y|ie)'))
  .join('|');
const joined = new RegExp(
  `^(?<first>(?:which|what|who)\\b.*?),? and (?<second>(?:(?:${ways} )?(?:which|what) (?:${kinds})s?|(?:of|on|in|from) what|(?:by|from|to) whom)\\W*)$`,
  'i',
);
const asked = begins(`(?<way>${ways} )?(?:which|what) (?<noun>(?:${kinds})s?)(?: mostly| mainly)?\\W*$`);
const bare = /^(?:(?<what>(?:(?:of|on|in) )?what)|(?<whom>(?:by|from|to) whom))\W*$/i;
