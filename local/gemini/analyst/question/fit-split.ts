import type { Resolution } from '../names/resolve-names.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Question } from './question.ts';

/** "Top five schools": customers are ranked where the name says what kind of customers they are. */
export function withRanked<Asked extends Question>(question: Asked, { found }: Resolution): Asked {
  if (question.kind !== 'data' || question.dimensions.join() !== 'product') return question;
  if (question.order === null && question.conditions.length === 0) return question;
  // "Biggest reseller customer", "retailers who spent over 45,000", too.
  const isKind = found.some(
    ({ mention, filter: { dimension } }) =>
      (mention.ranked && dimension === 'customer') ||
      ((mention.ranked || mention.hint === 'customer') && /^(channel|customer_segment)$/.test(dimension)),
  );
  return isKind ? { ...question, dimensions: ['customer'] } : question;
}

/** "Which wines are on order?", "which pubs bought gin?" ask for what is in a group that is named in the plural, not for its total. */
export function withAskedGoods<Asked extends Question>(question: Asked, { found }: Resolution): Asked {
  if (question.kind !== 'data' || question.grain !== null || question.against !== null) return question;
  const { dimensions, counts, share, sides, periods, listed, changes } = question;
  const asked = found.find(
    ({ mention, filter }) => mention.asked && !mention.meant && asksFor(filter.dimension) !== null,
  );
  const isFree = dimensions.every((name) => name === asked?.filter.dimension);
  const isPlain =
    !counts && !share && !changes && sides.length === 0 && periods.length < 2 && listed === null;
  const things = asked ? asksFor(asked.filter.dimension) : null;
  return things !== null && isFree && isPlain ? { ...question, dimensions: [things] } : question;
}

/** What a group is of. */
function asksFor(dimension: string): string | null {
  if (/^(?:category|subcategory|brand|product)$/.test(dimension)) return 'product';
  return /^(?:channel|customer_segment)$/.test(dimension) ? 'customer' : null;
}

/** "How many resellers bought in 2013?" counts customers where the name says what kind of customers they are. */
export function withCounted<Asked extends Question>(
  question: Asked,
  { found }: Resolution,
  { datasets }: Vocabulary,
): Asked {
  // "…, and how many orders did they place?" stands beside it.
  if (question.kind !== 'data' || !question.counts || question.measures[0] !== 'units') return question;
  const isKind = found.some(
    ({ mention, filter }) => mention.counted && /^(channel|customer_segment)$/.test(filter.dimension),
  );
  const declared = datasets.find(({ tool }) => tool === question.tool)?.measures ?? [];
  return isKind && declared.some(({ name }) => name === 'customers')
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
