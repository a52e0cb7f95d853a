import type { Sentence } from '../wording/sentences.ts';

/**
 * "What is the most profitable category in the weakest region?": a ranking within the leader of another one, as two sentences, the second of
 * which refers to the first. Pairs of the two would be ranked by one of them alone.
 */
export function toNestedRanking(sentence: Sentence): Sentence[] {
  const plain = sentence.text.trim().replace(/[?!.\s]+$/, '');
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
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const time = `(?<time> (?:(?:this|last) (?:year|month|quarter|week)|(?:in|for|during) (?:(?:19|20)\\d\\d|${month}(?: (?:19|20)\\d\\d)?|q[1-4](?: (?:19|20)\\d\\d)?)))?`;
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
const superlative =
  /\b(?:best|worst|highest|lowest|biggest|largest|smallest|most|least|top|weakest|strongest)\b/i;
const timeUnit = /\b(?:day|week|month|quarter|year)\b/i;
const timed = /\b(?:last|this|past|months|weeks|since|(?:19|20)\d\d|q[1-4])\b/i;
