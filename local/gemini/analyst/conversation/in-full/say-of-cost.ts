import type { Question } from '../../question/question.ts';
import { lead } from '../../vocabulary/lead.ts';

/** "What is the list price of the grill, and what does one cost us?", "what do we sell it for?": the cost and the price of one of it. */
export function sayOfCost(sentence: string, previous: Question): string {
  const isPrice =
    previous.kind === 'data' && /^(?:list_price|unit_cost|average_price)$/.test(previous.measures[0] ?? '');
  const { lead = '', thing = '' } = costs.exec(sentence)?.groups ?? {};
  if (thing !== '' && (isPrice || /one/i.test(thing))) return `${lead}what is the unit cost of it`;
  const [, start = '', tail = ''] = sells.exec(sentence) ?? [];
  if (isPrice && sells.test(sentence)) return `${start}what is the average price of it${tail}`;
  // "How many orders did we place, and what was one worth?" is of an order.
  return isPrice ? sentence.replace(ofOne, '$1it') : sentence;
}

const one = '(?:just )?(?:a single |each )?one(?: of (?:it|them|these|those))?';
const costs = new RegExp(
  `^(?<lead>${lead})(?:what|how much) (?:(?:does|do|did) (?=(?:it|${one}) cost (?:us|me|the company|the business)\\b)|do we pay (?:(?:our|the) suppliers? )?for )(?<thing>it|${one})(?: cost (?:us|me|the company|the business))?(?: to buy)?\\W*$`,
  'i',
);
const sells = new RegExp(
  `^(${lead})(?:what|how much) (?:(?:do|did) we (?:sell|get|charge) (?:for )?(?:it|${one})(?: for)?|(?:does|did) (?:it|${one}) (?:sell|go|retail) for)((?: on average)?(?: (?:last|this|in|over|since|during) [^?.!]{2,30})?)\\W*$`,
  'i',
);
const ofOne = new RegExp(
  `^(${lead}(?:what|how much)(?: (?:money|profit))? (?:does|do|did|would|is|was|(?:do|did) we (?:make|earn) (?:on|with|from)) )${one}(?= (?:cost|sell|go|retail|bring|make|earn|worth)\\b|\\W*$)`,
  'i',
);
