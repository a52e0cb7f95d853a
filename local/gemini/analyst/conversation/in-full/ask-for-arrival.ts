import type { Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';

/** "When will more come in?", "is there more on the way?", "expected when?" */
export function askForArrival(sentence: string, previous: Question, asksOne: boolean): string {
  // "Do they deliver on time?" is about what has come.
  if (/\b(?:on time|late|in full|complete(?:ly)?)\b/i.test(sentence)) return sentence;
  // "When?", after what is on order.
  if (bareWhen.test(sentence) && isAwaited(previous))
    return `and open units by ${asksProducts(previous) ? 'product and ' : ''}expected date`;
  // "How many are on order?", after the ten that run out first: of those ten.
  const isOfList = asksProducts(previous) && !asksOne;
  const isOfGoods = previous.kind === 'data' && (previous.filters.length > 0 || asksProducts(previous));
  if (howMuch.test(sentence) || (isOfGoods && whatComes.test(sentence)))
    return `how many units of ${isOfList ? 'those' : 'it'} are on order`;
  if (!coming.test(sentence) && !expectedWhen.test(sentence)) return sentence;
  const isOfThose = /\b(?:those|they|these|them)\b/i.test(sentence) || (isOfList && isMore.test(sentence));
  const things = isOfThose ? 'those' : 'it';
  const own = things === 'those' && asksProducts(previous) ? 'product and ' : '';
  return /\b(?:when|what (?:date|day))\b/i.test(sentence)
    ? `open units of ${things} by ${own}expected date`
    : `how many units of ${things} are on order`;
}

const arrives =
  '(?:coming|come|comes|due|arriv\\w+|expected|deliver\\w*|landing|get here|back(?: in(?: stock)?)?(?=\\W*$)|back in stock|available(?: again)?|in stock again|on order|(?:on|in) (?:the|its|their) (?:way|pipeline))';
const thing =
  '(?:it|they|those|these|them|(?:any |some |no )?more|(?:the |a |any |another |some )?(?:next|rest|further|more|next one|new)? ?(?:one|delivery|deliveries|lot|batch|shipments?))(?: of (?:it|them|those|these))?';
const isAsked = '(?:is|are|will|does|do|can|should) (?:there |we |expect(?:ing)? |see |get )*';
const coming = new RegExp(
  `^((?:and|but|so|ok)?,? ?(?:when |(?:on|by) what (?:date|day) )?)${isAsked}(?:be )?${thing}(?: be)?(?: ${arrives}\\b.*| in\\W*$|,? .*\\bwhen\\W*$|,?(?: and)? (?:on|by) what (?:date|day)\\W*$)`,
  'iu',
);
/** "How much is coming?", of goods that were spoken of. */
const howMuch = begins(
  'how (?:much|many)(?: more| units| pieces)? (?:(?:is|are) (?:there )?(?:still )?(?:coming(?: in)?|to come|on order|due(?: in)?|on (?:the|its|their) way)|(?:do|have) we (?:have |got )?(?:on order|coming(?: in)?|on the way))\\W*$',
);
const whatComes = begins(
  "what(?:['’]?s| is| are)(?: still)? (?:coming(?: in)?|to come|on (?:its|the|their) way)\\W*$",
);
const expectedWhen = new RegExp(`^${lead}${arrives} when\\W*$`, 'iu');

/** "Is more coming?" */
const isMore = /\b(?:more|anything)\b/i;
const bareWhen = /^(?:(?:and|but|so|ok),? )*(?:by )?when(?: exactly)?\W*$/i;

function isAwaited(previous: Question): boolean {
  return previous.kind === 'data' && /^(?:on_order|open_(?:units|value))$/.test(previous.measures[0] ?? '');
}

function asksProducts(previous: Question): boolean {
  return previous.kind === 'data' && previous.dimensions.includes('product');
}
