/** What a question word asks for that stands alone: a split of what was told. */
const splits: { asks: string; by: string }[] = [
  { asks: 'to whom|who to|by whom|who (?:bought|buys) (?:it|them|that)', by: 'customer' },
  { asks: 'from whom|who from|whom? (?:is|are|was|were) (?:it|they|that|those|these) from', by: 'supplier' },
  { asks: '(?:on|for|of|in) what', by: 'product' },
  { asks: 'where', by: 'warehouse' },
];
/** The same with a noun: "at which sites". */
const asksNoun = '(?:from|to|by|on|for|of|in|at|with) (?:which|what) (?<noun>\\p{L}+)';
const ofThose =
  '(?: (?:is|are|was|were) (?:it|they|that|those|these)(?: (?:all|now|stored|kept|held|located))*)?';

/** "From whom?", "and where is it?" after an answer: the same by supplier, by warehouse. */
export function askInFull(sentence: string): string {
  const said = sentence.trim();
  const split = splits.find(({ asks }) => alone(asks).test(said))?.by;
  const noun = split ?? alone(asksNoun).exec(said)?.groups?.noun;
  if (noun !== undefined) return `show them by ${noun}`;
  return whole.reduce((text, [form, plain]) => text.replace(form, plain), askForArrival(sentence));
}

/** Questions about what it costs, what it buys and what it is a part of. */
const whole: [RegExp, string][] = [
  [
    /\bhow much would (?:we|it|that|this|all that) (?:pay|cost|come to|be)\b(?: (?:if|for|to order|in total).*)?$/i,
    'what will it cost',
  ],
  [
    /\bwhat (?:are|were) (?:its|their) (?:\w+est|main|top|most important|favou?rite) (?:purchases|buys)\b/i,
    'what does it buy most',
  ],
  // The whole of a number of products is the range itself.
  [
    /\b(what (?:share|percentage|part|proportion)) of (?:its|their|the) (?:range|assortment|products|articles|items) (?=(?:is|are|do|does) (?:that|this|it|those|they)\b)/i,
    '$1 ',
  ],
];

function alone(asks: string): RegExp {
  return new RegExp(`^(?:(?:and|but|so|ok),? )*(?:${asks})${ofThose}\\W*$`, 'iu');
}

const arrives =
  '(?:coming|come|comes|due|arriv\\w+|expected|deliver\\w*|landing|get here|back in stock|(?:on|in) (?:the|its|their) (?:way|pipeline))';
const thing =
  '(?:it|they|those|these|them|(?:any |some |no )?more|(?:the |a |any |another |some )?(?:next|rest|further|more|next one|new)? ?(?:one|delivery|deliveries|lot|batch|shipments?))(?: of (?:it|them|those|these))?';
const isAsked = '(?:is|are|will|does|do|can|should) (?:there |we |expect(?:ing)? |see |get )*';
const coming = new RegExp(
  `^((?:and|but|so|ok)?,? ?(?:when |(?:on|by) what (?:date|day) )?)${isAsked}(?:be )?${thing}(?: be)?(?: ${arrives}\\b.*| in\\W*$|,? .*\\bwhen\\W*$|,?(?: and)? (?:on|by) what (?:date|day)\\W*$)`,
  'iu',
);
const expectedWhen = new RegExp(`^(?:(?:and|but),? )?${arrives} when\\W*$`, 'iu');

/** "When will more come in?", "is there more on the way?", "expected when?" */
function askForArrival(sentence: string): string {
  if (!coming.test(sentence) && !expectedWhen.test(sentence)) return sentence;
  return /\b(?:when|what (?:date|day))\b/i.test(sentence)
    ? 'open units of it by expected date'
    : 'how many units of it are on order';
}
