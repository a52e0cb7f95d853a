import type { Resolution } from '../names/resolve-names.ts';
import { findTerm, findTool } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { DataQuestion, Filter, Question } from './question.ts';

/** "Top five schools": customers are ranked where the name says what kind of customers they are. */
export function withRanked<Asked extends Question>(question: Asked, { found }: Resolution): Asked {
  if (question.kind !== 'data') return question;
  const { dimensions, within, changes, grain } = question;
  if (asksWhichMoved(question, found[0])) {
    const op = question.falls ? 'below' : 'above';
    return { ...question, dimensions: ['product'], changeBounds: [{ op, value: 0 }] };
  }
  // "Biggest reseller customer", "retailers who spent over 45,000", "how many offices spent over 1,000", too.
  const isKind = found.some(
    ({ mention, filter: { dimension } }) =>
      (mention.ranked && dimension === 'customer') ||
      ((mention.ranked || mention.counted || mention.hint === 'customer') && kinds.test(dimension)),
  );
  // "Sales by restaurant", "days of cover per coffee"
  const split = found.find(({ mention, filter }) => mention.split && filter.op === 'is');
  const things = split ? (splitsInto[split.filter.dimension] ?? null) : null;
  const isOfGoods = things === 'product';
  if (things !== null && dimensions.length === 0 && (grain === null || isOfGoods) && !question.averages)
    return { ...question, dimensions: [things] };
  // "Which is growing fastest, cafés or offices?" chooses between the kinds.
  const isChoice = found.filter(({ mention }) => mention.against).length > 1;
  if (!isKind || isChoice) return question;
  const isBounded = question.order !== null || question.conditions.length > 0;
  // "The top café in each region"
  const isOfEach = dimensions[0] === 'product' && dimensions.length === 2 && dimensions[1] === within;
  // "Which reseller bought the most helmets?", after figures by channel, too: of one kind they are no split.
  const isOfKind = dimensions.every((name) =>
    found.some(
      ({ mention, filter }) =>
        (mention.ranked || mention.hint === 'customer') && filter.op === 'is' && filter.dimension === name,
    ),
  );
  const isOpen = isOfKind && grain === null && question.order !== null;
  if (isBounded && (dimensions.join() === 'product' || isOfEach || isOpen))
    return { ...question, dimensions: ['customer', ...dimensions.slice(1)] };
  // "Cafés with falling sales"
  const isMoved = changes && dimensions.length === 0 && grain === null && !isBounded;
  return isMoved && isFirst(found[0])
    ? {
        ...question,
        dimensions: ['customer'],
        changeBounds: [{ op: question.falls ? 'below' : 'above', value: 0 }],
      }
    : question;
}

const splitsInto: Record<string, string> = {
  customer_segment: 'customer',
  category: 'product',
  subcategory: 'product',
};

/** "Which coffees declined this year?": those of the group that did, and not all of it. */
function asksWhichMoved(question: DataQuestion, one?: Resolution['found'][number]): boolean {
  const { changes, dimensions, grain, order, conditions } = question;
  const isPlain = dimensions.length === 0 && grain === null && order === null && conditions.length === 0;
  const isOfGoods = one?.mention.asked === true && splitsInto[one.filter.dimension] === 'product';
  return changes && isPlain && isOfGoods && one.filter.op !== 'is_not';
}

const isFirst = (one?: Resolution['found'][number]) =>
  one?.mention.ranked === true && kinds.test(one.filter.dimension);

/** What tells kinds of customers apart. */
const kinds = /^(?:channel|customer_segment)$/;

/** "Which wines are on order?", "which pubs bought gin?" ask for what is in a group that is named in the plural, not for its total. */
export function withAskedGoods<Asked extends Question>(question: Asked, { found }: Resolution): Asked {
  if (question.kind !== 'data' || question.grain !== null || question.against !== null) return question;
  const { dimensions, counts, share, sides, periods, listed, changes } = question;
  const asked = found.find(
    ({ mention, filter }) => mention.asked && !mention.meant && asksFor(filter) !== null,
  );
  const isFree = dimensions.every((name) => name === asked?.filter.dimension);
  const isPlain =
    !counts && !share && !changes && sides.length === 0 && periods.length < 2 && listed === null;
  const things = asked ? asksFor(asked.filter) : null;
  return things !== null && isFree && isPlain ? { ...question, dimensions: [things] } : question;
}

/** What a group is of; customers that are called alike are one, too. */
function asksFor({ dimension, op, values }: Filter): string | null {
  if (/^(?:category|subcategory|brand|product)$/.test(dimension)) return 'product';
  if (dimension === 'customer' && (op === 'contains' || values.length > 1)) return 'customer';
  return /^(?:channel|customer_segment)$/.test(dimension) ? 'customer' : null;
}

/** "Who spends more on bikes, cafés or restaurants?": the kinds that are named, and not each customer. */
export function withKindsOfWho<Asked extends Question>(
  question: Asked,
  { found }: Resolution,
  text: string,
): Asked {
  if (question.kind !== 'data' || !whoOfTwo.test(text)) return question;
  const named = found.filter(({ filter }) => kinds.test(filter.dimension) && filter.op === 'is');
  const [kind] = named.map(({ filter }) => filter.dimension);
  const areAlike = named.length > 1 && named.every(({ filter }) => filter.dimension === kind);
  return areAlike && kind !== undefined && question.dimensions.join() === 'customer'
    ? { ...question, dimensions: [kind], limit: null }
    : question;
}

/** "…, cafés or restaurants?", "do cafés or restaurants buy more?", "is it bought more by cafés or restaurants?" */
const whoOfTwo =
  /^(?:(?:and|so),? )?(?:who\b[^?]*[,:;–-] ?[^,:;?]* or [^,:;?]+\W*$|(?:do|does|did)\b[^?.!,]* or [^?.!,]*\b(?:buy|order|purchase|spend|take) (?:more|less|most|least)\b|(?:is|are|was|were)\b[^?.!,]* (?:more|less|most|least) by [^?.!,]* or )/i;

/** "How many resellers bought in 2013?" counts customers where the name says what kind of customers they are. */
export function withCounted<Asked extends Question>(
  question: Asked,
  { found }: Resolution,
  { datasets }: Vocabulary,
): Asked {
  // "…, and how many orders did they place?" stands beside it.
  if (question.kind !== 'data') return question;
  // "Regions with more than 5 restaurants"
  const isOfKind = found.some(({ mention, filter }) => mention.bounded && kinds.test(filter.dimension));
  if (isOfKind && question.conditions.some(({ measure }) => measure === 'units'))
    return {
      ...question,
      measures: ['customers'],
      conditions: question.conditions.map((one) =>
        one.measure === 'units' ? { ...one, measure: 'customers' } : one,
      ),
    };
  // "How many restaurants are in Cardiff?": what is kept of them is what they bought.
  const sales = findTool('customers', datasets);
  const isOfStock =
    question.counts && question.measures.join() === 'on_hand' && question.dimensions.length === 0;
  if (
    isOfStock &&
    sales !== undefined &&
    found.some(({ mention, filter }) => mention.counted && asksFor(filter) === 'customer')
  )
    return { ...question, tool: sales, measures: ['customers'], members: null };
  // "Which region has the most cafés?"
  const isMost = question.order !== null && question.measures.join() === 'revenue' && !question.counts;
  if (!isMost && (!question.counts || question.measures[0] !== 'units')) return question;
  const isKind = found.some(({ mention, filter }) => mention.counted && asksFor(filter) === 'customer');
  return isKind && findTerm({ tool: question.tool, name: 'customers' }, datasets)
    ? { ...question, measures: ['customers', ...question.measures.slice(1)] }
    : question;
}

/** "The price of our grills": each product has one, and a mean of them says little. */
export function withProducts<Asked extends Question>(question: Asked): Asked {
  if (question.kind !== 'data' || question.dimensions.length > 0) return question;
  const isPrice = question.measures.every((name) => /^(list_price|unit_cost)$/.test(name));
  const isOne = question.filters.some(
    ({ dimension, op, values }) => /^(product|sku)$/.test(dimension) && op === 'is' && values.length === 1,
  );
  return isPrice && !isOne && question.filters.length > 0 && !question.averages && !question.asOne
    ? { ...question, dimensions: ['product'] }
    : question;
}

/** "Only wholesale", of a series or two times by channel: one line needs no split. */
export function withoutOnly<Asked extends Question>(question: Asked): Asked {
  if (question.kind !== 'data' || question.share) return question;
  const { grain, against, periods, changes } = question;
  const isOfTimes = grain !== null || against !== null || periods.length > 1 || changes;
  if (!isOfTimes) return question;
  const isOnly = (name: string) =>
    question.filters.some(
      ({ dimension, op, values }) => dimension === name && op === 'is' && values.length === 1,
    );
  const dimensions = question.dimensions.filter((name) => !isOnly(name));
  // "And the dental clinics?", after which segment fell most: one has no ranking.
  const isRanking = dimensions.length === 0 && question.dimensions.length > 0 && grain === null;
  return { ...question, dimensions, ...(isRanking && { order: null, limit: null, falls: false }) };
}

/** "And Garden?", after Kitchen against Home: nothing is set against it any more, and no time before it was asked for. */
export function withoutLoneSide<Asked extends Question>(question: Asked, before: Filter[]): Asked {
  if (question.kind !== 'data' || !question.compares || question.changes) return question;
  const { periods, against, dimensions, filters } = question;
  if (periods.length > 1 || against !== null || dimensions.length > 0) return question;
  const set = before.find(({ op, values }) => op === 'is' && values.length > 1);
  const now = filters.filter(({ dimension }) => dimension === set?.dimension);
  const isLone = set !== undefined && now.every(({ op, values }) => op === 'is_not' || values.length === 1);
  return isLone ? { ...question, compares: false } : question;
}
