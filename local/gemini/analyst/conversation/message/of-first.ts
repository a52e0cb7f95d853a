import type { DataQuestion, Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { nouns } from '../references/nouns.ts';
import type { Subject } from '../subject.ts';

/**
 * What the next sentence of a message asks after a ranking: how far the first is ahead, another figure of the first ("how many orders?"), or
 * another ranking of the same things ("and which discounts most?").
 */
export function sayOfFirst(sentence: string, { question, asksOne }: Subject): string {
  const things = whichOnes.test(sentence) ? toCounted(question) : null;
  if (things !== null) return `show them by ${things}`;
  // "How many customers bought Garden, and which one spent most?"
  const isOfCustomers =
    question?.kind === 'data' && question.dimensions.length === 0 && question.measures[0] === 'customers';
  if (isOfCustomers && whichOne.test(sentence)) return sentence.replace(whichOne, 'which customer $<does>');
  // Of orders none is told by itself.
  const countsOrders =
    question?.kind === 'data' && question.dimensions.length === 0 && question.measures[0] === 'orders';
  if (countsOrders && theBiggest.test(sentence)) return 'what was the biggest single order?';
  // "How many suppliers do we have, and which is the biggest?"
  const isCounted = question?.kind === 'data' && question.members === 'count';
  if (isCounted && question.dimensions.length === 1) return sayOfAll(sentence, question);
  // The best of each of several are those that are meant, and not the best by another figure.
  const isWithin =
    question?.kind === 'data' && question.within !== null && question.dimensions.includes('product');
  if (isWithin && ofThose.test(sentence)) return sentence.replace(ofThose, '$<figure> of those products');
  if (!isRanking(question)) return sentence;
  const { dimensions, grain, changes } = question;
  if (byHowMuch.test(sentence) && dimensions.length > 0 && !changes) return 'Compare the top two.';
  const [kind = ''] = dimensions;
  const isOfPeople = /^(?:customer|supplier)$/.test(kind);
  if (isOfPeople && question.limit !== null && eachBuys.test(sentence)) return 'their top 3 products';
  // "Which channel is growing, and which is the most profitable?" asks both of all.
  if (!asksOne) return changes ? sayOfAll(sentence, question) : sentence;
  if (isOfPeople && tradeThere.test(sentence))
    return sentence.replace(/\bthere\b/i, kind === 'supplier' ? 'from it' : 'with it');
  if (kind === 'supplier' && theySupply.test(sentence)) return 'which products do we buy from it?';
  if (whereIsIt.test(sentence) && kind === 'product') return 'on hand of it by warehouse';
  const { figure } = bareFigure.exec(sentence)?.groups ?? {};
  if (figure !== undefined && !changes)
    return `how ${figure} ${grain === null ? 'for it' : `in that ${grain}`}?`;
  if (partOfThat.test(sentence) && !changes) return sentence.replace(partOfThat, 'how much of it $<was>');
  if (grain !== null && drove.test(sentence))
    return `what drove ${toWords(question.measures[0] ?? 'revenue')} in that ${grain}?`;
  if (howLate.test(sentence) && kind === 'supplier') return 'days late of it';
  return sayOfAll(sentence, question);
}

/** "Do we hold discontinued products? Which ones?": what a figure without rows is of. */
function toCounted(question: Question | null): string | null {
  if (question?.kind !== 'data' || question.dimensions.length > 0 || question.grain !== null) return null;
  if (question.tool === 'query_inventory') return 'product';
  return countedThings[question.measures[0] ?? ''] ?? null;
}

/** What is counted by a figure. */
const countedThings: Record<string, string> = { customers: 'customer', products_sold: 'product' };
const whichOne = begins('which one (?<does>(?!of\\b|is\\b|most\\b)\\w)');

const whichOnes = begins('(?:which|what)(?: ones)?(?: (?:are|were) (?:they|those|these))?\\W*$');

/** "And which has the worst?", which names no things of its own: of the same ones. */
function sayOfAll(sentence: string, { dimensions: [kind], grain }: DataQuestion): string {
  const { who = '', rest } = whichDoes.exec(sentence)?.groups ?? {};
  const isOfPeople = kind === 'customer' || kind === 'supplier';
  const noun = toWords(kind ?? grain ?? '');
  const { figure } = whichHas.exec(sentence)?.groups ?? {};
  if (figure !== undefined) return `which ${noun} has ${figure}`;
  return rest === undefined || (/who/i.test(who) && !isOfPeople) ? sentence : `which ${noun} ${rest}`;
}

const theBiggest = begins(
  '(?:what|which)(?: one)? (?:is|was) the (?:biggest|largest|smallest|highest)(?: one| order)?\\W*$',
);
const partOfThat = begins('how much of (?:that|this) (?<was>is|was|comes|came)\\b');
const drove = begins('what (?:drove|caused|was behind|is behind|explains|made) (?:it|that|this)\\W*$');
const whichHas = begins(
  '(?:which|who)(?: one)? (?<figure>the (?:most|least|highest|lowest|best|worst|fewest|biggest|largest|smallest) [a-z].*)$',
);
const howLate = begins('how (?:many days )?late (?:are|is|were|was) (?:they|it)(?: on average)?\\W*$');

/** "Any that fell?", "did any grow?", after rows: those that did. */
export function sayOfAny(sentence: string, { question }: Subject): string {
  if (question?.kind !== 'data' || question.dimensions.length === 0) return sentence;
  const { moved } = anyMoved.exec(sentence)?.groups ?? {};
  return moved === undefined
    ? sentence
    : `which of those ${/^(?:gr|ris|ros|in|up)/i.test(moved) ? 'grew' : 'fell'}?`;
}

const anyMoved = begins(
  '(?:(?:is|are|was|were|did|do|does|has|have)(?: there)? )?any(?:one|body|thing)?(?: ones?)?(?: of (?:them|those|these))?(?: (?:that|which|who))?(?: (?:is|are|was|were|has|have))? (?<moved>gr[eo]wn?|growing|rise|rose|risen|rising|increas(?:e|ed|ing)|up|down|fall|fell|fallen|falling|declin(?:e|ed|ing)|drop(?:ped|ping)?|shr[aiu]nk|shrinking|decreas(?:e|ed|ing))\\W*$',
);

/** "Which month had the most returns? How much was it?": the ranking tells the figure of each row. */
export function isToldByRanking(sentence: string, question: Question | null): boolean {
  return isRanking(question) && !question.changes && ofItsFigure.test(sentence);
}

function isRanking(question: Question | null): question is DataQuestion {
  return (
    question?.kind === 'data' &&
    question.order !== null &&
    question.within === null &&
    (question.dimensions.length === 1 || (question.dimensions.length === 0 && question.grain !== null))
  );
}

const them = '(?:it|that|this|they|there|he|she|those|these)';
const ofItsFigure = begins(
  `(?:how (?:much|many)|what)(?: (?:is|was|are|were) ${them}|(?: (?:did|does|do|has|have) ${them} (?:make|made|come to|get|have|had))?(?<!what))\\W*$`,
);

/** "What do we buy from each?", "what does each of them buy?" */
const ofEach = 'each(?: one| of (?:them|those|these))?';
const buy = '(?:buy|buys|bought|get|gets|order|orders|ordered|purchase|purchased|source|sourced)';
const eachBuys = begins(
  `(?:what|which products)(?: (?:do|does|did|have|has))? (?:(?:we )?${buy}(?: (?:the )?most)? from ${ofEach}|${ofEach} (?:${buy}|supply|supplies|supplied|deliver|delivers|delivered))(?: (?:the )?most)?(?: us)?\\W*$`,
);
const tradeThere = begins(
  '(?:what|which|how)\\b.*\\b(?:buy|bought|order|ordered|get|source|spend|spent|sell|sold)\\b.* there\\W*$',
);
const theySupply = begins(
  'what (?:do|does|did) (?:they|it) (?:deliver|supply|send|sell|provide)(?: us| to us)?(?: (?:the )?most)?\\W*$',
);
const whereIsIt = begins(
  'where (?:is it|is that|does it (?:lie|sit|stand)|do we (?:keep|have|hold|store) it)\\W*$',
);

const ofThose = begins(
  '(?:how much|what) (?:(?:was|is|were|are) (?:its|their|the) )?(?<figure>[a-z]+(?: [a-z]+){0,2}?)(?: (?:did|does|do) (?:it|they|each(?: of them)?) (?:make|bring(?: in)?|have|get|earn))?(?=\\W*$)',
);

const things = '(?!(?:is|was|are|were|do|does|did|has|have|had|will|can|of|we|they|it)\\b)[a-z-]+';
const bareFigure = begins(
  `how (?<figure>(?:many|much) ${things}(?: ${things})?)(?: (?:is|was|are|were) ${them})?\\W*$`,
);

const second = '(?:the |number )?(?:second|next|runner[- ]up|other)(?: one| best| place| largest| biggest)?';
const byHowMuch = begins(
  `by how (?:much|many)(?: (?:more|ahead))?(?: (?:is|was|does|did|has|do) ${them}(?: (?:lead|led|beat|beaten|win|outsell|outsold|exceed|ahead|more))?(?: by)?)?(?: (?:than|of|over|before|against|versus|vs))?(?: ${second})?\\W*$`,
);

const kinds = Object.keys(nouns)
  .map((noun) => noun.replace(/y$/, '(?:y|ies)'))
  .map((noun) => `${noun}s?`)
  .join('|');
/** "And which is late most often?" names no things of its own. */
const whichDoes = new RegExp(
  `^(?:(?:and|so|but),? )*(?<who>which|who)(?: one)? (?<rest>(?!(?:of|ones|${kinds})\\b)(?:is|was|has|had|does|did|got|sold|bought|brought|made|grew|fell|lost|took|held|ran|shrank|rose|cost|spent|paid|(?!\\w+(?:ies|ss|us)\\b)\\w{3,}s|\\w{3,}ed)\\b.*)$`,
  'i',
);
