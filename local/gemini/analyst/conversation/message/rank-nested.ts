import { months } from '../../time/time-patterns.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import type { Sentence } from '../../wording/sentences.ts';

/**
 * "What is the most profitable category in the weakest region?": a ranking within the leader of another one, as two sentences, the second of
 * which refers to the first. Pairs of the two would be ranked by one of them alone.
 */
export function toNestedRanking(sentence: Sentence): Sentence[] {
  const plain = sentence.text.trim().replace(/[?!.\s]+$/, '');
  const inTime = inTimes.map((shape) => shape.exec(plain)?.groups).find((groups) => groups !== undefined);
  if (inTime !== undefined) {
    const { first = '', most = '', noun = '', time = '' } = inTime;
    const rank = /^(?:worst|weak|low|slow|quiet)/i.test(most) ? 'lowest' : 'highest';
    return [
      { ...sentence, text: `which ${noun} had the ${rank} revenue${time.replace(/^ of/i, '')}?` },
      { text: `${first} in that ${noun}?`, isJoined: false },
    ];
  }
  for (const shape of shapes) {
    const groups = shape.exec(plain)?.groups;
    if (groups === undefined) continue;
    const { first = '', at = '', most, noun = '', figure, time = '' } = groups;
    if (!superlative.test(first) || timed.test(first)) continue;
    const isKind = kinds.test(noun);
    // "Of our best selling coffee": what was found is a product, and who bought it is asked.
    if (!isKind && timeUnit.test(first)) continue;
    const that = isKind ? `that ${noun}` : 'it';
    const ranking =
      figure !== undefined
        ? `which ${noun} has ${figure}${time}`
        : isKind && !/sell/i.test(most ?? '')
          ? `which ${noun} is the ${most}${time}`
          : `what is our ${most} ${noun}${time}`;
    return [
      { ...sentence, text: `${ranking}?` },
      { text: `${first} ${at} ${that}${time}?`, isJoined: false },
    ];
  }
  return [sentence];
}

const kind = '(?:region|category|subcategory|brand|channel|segment|product|customer|warehouse|supplier)';
const kinds = new RegExp(`^(?:${kind})$`, 'i');
const time = `(?<time> (?:(?:this|last) (?:year|month|quarter|week)|(?:in|for|during) (?:(?:19|20)\\d\\d|(?:${months})(?: (?:19|20)\\d\\d)?|q[1-4](?: (?:19|20)\\d\\d)?)))?`;
const opening = '^(?<first>(?:what|which|who)\\b.*?) (?<at>in|of|from|on|for|within)';
const shapes = [
  new RegExp(
    `${opening} (?:the|our) (?<most>weakest|strongest|best|worst|biggest|largest|smallest|(?:most|least) [a-z]+) (?<noun>${kind})${time}$`,
    'i',
  ),
  new RegExp(
    `${opening} (?:the|our) (?<most>(?:best|worst|top)[- ]sell(?:ing|er)) (?<noun>(?!in\\b|this\\b|last\\b)[a-z]+)${time}$`,
    'i',
  ),
  new RegExp(
    `${opening} the (?<noun>${kind}) with (?<figure>the (?:highest|lowest|most|least|biggest|largest|smallest) [a-z ]+?)${time}$`,
    'i',
  ),
];
/** "In the best month of this year, which category sold the most?", "who was the best customer in the worst month?" */
const edge =
  '(?<most>best|worst|strongest|weakest|highest|lowest|busiest|slowest|quietest|top)(?:[- ]sell?ing)? (?<noun>month|week|quarter)';
const ofTime = '(?<time> (?:of |in )?(?:(?:this|last) year|(?:19|20)\\d\\d))?';
const inTimes = [
  begins(`in (?:the|our) ${edge}${ofTime},? (?<first>(?:what|which|who)\\b.*)$`),
  new RegExp(`^(?<first>${lead}(?:what|which|who)\\b.*?) (?:in|during) (?:the|our) ${edge}${ofTime}$`, 'i'),
];
const superlative =
  /\b(?:best|worst|highest|lowest|biggest|largest|smallest|most|least|top|weakest|strongest)\b/i;
const timeUnit = /\b(?:day|week|month|quarter|year)\b/i;
const timed = /\b(?:last|this|past|months|weeks|since|(?:19|20)\d\d|q[1-4])\b/i;
