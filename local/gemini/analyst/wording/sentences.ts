import { months } from '../time/time-patterns.ts';

/** `isJoined` to the one before it by "and". */
export type Sentence = { text: string; isJoined: boolean };

/** Sentences, and questions joined by "and what …", each with what the others say for all of them. */
export function toSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const sentence of split(text).flatMap(toTimed).flatMap(toClauses)) {
    const before = sentences.at(-1);
    // "What is on order? Pieces and value please": in which units, and no question of its own.
    if (before !== undefined && unitsOnly.test(sentence.text))
      before.text = `${before.text.replace(/[?!.]+$/, '')}, in ${sentence.text.replace(/^(?:both |in |the )+/i, '').replace(/\b(and|&|plus) in (?:the )?/i, '$1 ')}`;
    // "How many do we have? How many was it in 2013?" sets no two times against each other.
    else if (before !== undefined && joinsTime(before.text, sentence.text))
      before.text = `${before.text.replace(/[?!.,]+$/, '')} compared with ${timeOnly.exec(sentence.text)?.[1]}?`;
    else sentences.push({ ...sentence });
  }
  return sentences;
}

/** "Which supplier got most? How much was it in Q2?" is of that one. */
function joinsTime(before: string, next: string): boolean {
  return saysTime.test(before) && timeOnly.test(next) && !leads.test(before);
}

const leads = /^(?:which|who)\b.*\b(?:most|least|best|worst|highest|lowest|biggest|largest|smallest)\b/i;

/** The first of them as it was typed. */
export function toOpening(text: string): string {
  return joinedBy(split(text)[0] ?? '')[0] ?? '';
}

function split(text: string): string[] {
  return text
    .slice(0, 4000)
    .split(
      /(?<=[?!])\s+|(?<=[\p{L}\p{N})%])\.\s+(?=\p{Lu}|(?:what|how|which|show|who|where|when|give|list)\b)|[;\n]+/u,
    )
    .flatMap(toFilled);
}

function joinedBy(sentence: string): string[] {
  const clauses = sentence
    .split(
      /,?\s+(?:and|also)\s+(?=(?:what|how|which|show|who|should|tell|list|is|are|was|were|does|do|did|when (?:will|are|is|do|does|can))\b)/u,
    )
    // "Which supplier rejected most vs which is most late" are two rankings.
    .flatMap((clause) => clause.split(/,?\s+(?:vs\.?|versus)\s+(?=(?:which|who) (?:is|has|was)\b)/iu))
    .flatMap(toTwoSplits)
    .flatMap(toFilled);
  if (clauses.length < 2) return clauses;
  // "What did we sell, how much did it cost and what is left?"
  return clauses.flatMap((clause) =>
    clause.split(
      /(?<=\b(?:what|how|which|who) .*),\s+(?=(?:what|how (?:much|many)|(?:where|when) (?:is|are|was|were|will))\s)/iu,
    ),
  );
}

/** "Stock by category and stock by supplier": who says the figure again wants it twice, and not each category by supplier. */
function toTwoSplits(clause: string): string[] {
  const { figure, one, other } =
    /^(?<figure>(?:[\w-]+ ){0,3}?[\w-]+) (?<one>(?:by|per) [\w -]+?),? and (?:the )?\k<figure> (?<other>(?:by|per) .+)$/i.exec(
      clause,
    )?.groups ?? {};
  return figure === undefined ? [clause] : [`${figure} ${one}`, `${figure} ${other}`];
}

function toFilled(text: string): string[] {
  const filled = text.trim();
  return /[\p{L}\p{N}]/u.test(filled) ? [filled] : [];
}

/**
 * "By category: what is reserved, and what is on order" and "what did we sell and what did we earn, by region" are two questions
 * of the same split; the time at their end is shared once they are read.
 */
function toClauses(sentence: string): Sentence[] {
  const clauses = shareVerb(joinedBy(sentence.replace(ordersHowMany, '$1number and value')));
  const heading = /^[^:?]{2,60}:\s+(?=\S)/.exec(clauses[0] ?? '')?.[0] ?? '';
  const last = clauses.at(-1) ?? '';
  // "How many units are on hand and how many on order per category": without a verb of its own, the split is of both.
  const isShared = !verb.test(last) && !clauses.slice(0, -1).some((clause) => closingPer.test(clause));
  const shared = clauses.length > 1 && isShared ? closingPer.exec(last)?.[0] : undefined;
  const closing = closingSplit.exec(last)?.[0] ?? shared ?? '';
  return clauses.map((clause, index) => ({
    text: `${index === 0 ? '' : heading}${clause}${clause.includes(closing) ? '' : closing}`,
    isJoined: index > 0,
  }));
}

/** "Phone orders: how many and how much in 2024?" */
const ordersHowMany =
  /^([^:?]{2,60}\borders\b[^:?]{0,30}:\s+)how many,? and (?:for )?how much\b(?! (?!in|last|this)\w)/i;

/** "How many customers and how many orders did we have in London?": what both are of stands once, at the end. */
function shareVerb(clauses: string[]): string[] {
  let tail = '';
  const shared = clauses.toReversed().map((clause) => {
    const isBare = figureOnly.test(clause) && !verb.test(clause) && !traded.test(clause);
    const told = isBare && tail !== '' ? `${clause} ${tail}` : clause;
    tail = verbTail.exec(told)?.[0] ?? '';
    return told;
  });
  return shared.toReversed();
}

const figureOnly = new RegExp(
  `^(?:how (?:much|many)|what|which) (?!.*\\b(?:last|this|past|today|yesterday|now|${months}|(?:19|20)\\d\\d|q[1-4])\\b)[\\w-]+(?: [\\w-]+){0,2}$`,
  'i',
);
const traded =
  /\b(?:bought|sold|ordered|returned|spent|made|earned|received|shipped|left|arrived|stocked)\b/i;
const verbTail =
  /(?<=^(?:how (?:much|many)|what|which) (?:[\w-]+ ){1,3})(?:did|do|does|have|has|had|are|is|were|was) .*$/i;

const closingSplit =
  /,\s+(?:split |broken down )?(?:by|per|for each|for every|in each)\s[^,?!.:]+(?=[?!.]*$)/i;

/**
 * "Sales last month and stock today of Garden": each figure has its own time, and both are of what stands at the end. What is open is so
 * now, and would be that of the other time if it came after it.
 */
function toTimed(sentence: string): string[] {
  const { first = '', second = '', now, rest = '', end = '' } = ofTwoTimes.exec(sentence)?.groups ?? {};
  const figure = (text: string) =>
    text.replace(new RegExp(` (?:${someTime}|today|(?:right )?now)$`, 'i'), '').toLowerCase();
  // "Sales last year and sales this year" sets one figure against itself.
  if (first === '' || figure(first) === figure(second)) return [sentence];
  const isOpen = now !== undefined && /\b(?:open|late|overdue|on order|due)\b/i.test(second);
  // "Sales of Kitchen in October and of Garden in September" says its figure once.
  const lacks = /^(?:of|in|for|at|with|from) /i.test(second)
    ? `${first.split(/ (?:of|in|for|at|with|from) /i)[0]} `
    : '';
  const told = isOpen || now === undefined ? second : `${second} today`;
  const [one, other] = [`${first}${rest}`, `${lacks}${told}${rest}`];
  return (isOpen ? [other, one] : [one, other]).map((text) => `${text}${end}`);
}
const verb = /\b(?:is|are|was|were|do|does|did|have|has|had|came|come|went)\b|['’]s\b/i;
const closingPer =
  /\s(?:by|per|for each|for every|in each) (?!(?:customer|order|unit|piece|head)\b)[\w-]+(?=[?!.]*$)/i;

const unitsOnly =
  /^(?:both |in |the )*(?:units?|pieces|quantity|number|count) (?:and|&|plus) (?:in )?(?:the |their |its )?(?:value|worth|money|dollars)(?:,? please)?[.!?]?$/i;

const someTime = `(?:in )?(?:(?:last|this|past|previous) (?:\\d+ )?(?:day|week|month|quarter|year)s?|yesterday|(?:${months})(?: (?:19|20)\\d\\d)?|q[1-4](?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d)(?: so far)?`;
const ofTwoTimes = new RegExp(
  `^(?<first>(?!(?:which|who|how|is|are|did|do|does|compare|why|what if)\\b)(?:(?!(?:who|that|which|between|from|and|or|vs|versus)\\b)[\\w%-]+ ){1,5}?(?:${someTime}|today)) and (?<second>(?!(?:the )?(?:same|prior|preceding|${someTime}|today|now)\\b)(?:(?!(?:who|that|which|and|or)\\b)[\\w%-]+ ){0,4}?[\\w%-]+(?: (?:${someTime}|today)| (?:right )?(?<now>now)))(?<rest>(?: (?:of|with|by|for|from|in|per|at) (?!the end)[^,?!.]{2,40})?)(?<end>[?!.]*)$`,
  'i',
);
const saysTime = new RegExp(
  `\\b(?:last|this|past|previous|current|today|yesterday|now|${months}|(?:19|20)\\d\\d|q[1-4]|h[12])\\b`,
  'i',
);
/** "How much was it last month, and how much in the same month of last year?": the other time of the same figure. */
const timeOnly = new RegExp(
  `^(?:how (?:much|many)|what)(?: (?:was|were|is) (?:it|they|that|there))? (?:in |for |over |during )?((?:the )?(?:same|last|this|previous|(?:first|second|third|fourth|other) (?:half|quarter)|q[1-4]|h[12]|${months}|(?:19|20)\\d\\d|q[1-4]|(?:an? |one )?(?:year|month|quarter|week) (?:before|earlier|ago))(?: [\\w'’]+){0,5})\\?*$`,
  'i',
);
