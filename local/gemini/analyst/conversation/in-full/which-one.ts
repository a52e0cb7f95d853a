import type { Filter, Question } from '../../question/question.ts';
import { goods } from '../references/pick-rows.ts';

/** "Which one dropped most?", after the figure of a kind of customers: one of these customers, and none of the goods. */
export function nameWhichOne(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' && previous.kind !== 'overview') return sentence;
  // Goods buy nothing.
  const dimensions = previous.kind === 'data' ? previous.dimensions : [];
  if (!dimensions.every((name) => goods.has(name) && buys.test(sentence))) return sentence;
  const { filters } = previous;
  const ofBuyers = filters.some(isKindOfBuyers);
  // "Revenue of tea at the cafés": which one sold most is a tea.
  const ofGoods = filters.some(({ dimension }) => goods.has(dimension));
  const isOfThem = ofBuyers && (!ofGoods || buys.test(sentence));
  return isOfThem ? sentence.replace(asks, '$1which customer ') : sentence;
}

function isKindOfBuyers({ dimension, op, values }: Filter): boolean {
  if (dimension === 'customer_segment') return op === 'is' && values.length === 1;
  return dimension === 'customer' && (op === 'contains' || (op === 'is' && values.length > 1));
}

const asks = /^((?:(?:and|so|but|ok),? )*)which ones? (?!of\b)/i;
const buys = /\b(?:buys?|bought|orders?|ordered|spends?|spent|pays?|paid|purchased?)\b/i;

/** "How often did they buy it?", after what a customer buys most: orders of that one thing. */
export function countItsOrders(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || previous.tool !== 'query_sales' || previous.order === null) return sentence;
  const isOfBuyer = previous.filters.some(({ dimension }) => dimension === 'customer');
  return isOfBuyer && previous.dimensions.join() === 'product'
    ? sentence.replace(oftenIt, 'how many orders was that')
    : sentence;
}

const oftenIt =
  /^(?:(?:and|so|but|ok),? )*(?:how often|how many times) (?:did|do|does|have|has) (?:they|he|she) (?:buy|order|bought|ordered|purchase)d? (?:it|that|this)\W*$/i;
