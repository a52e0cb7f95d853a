import { chooseMeasures, namesFor } from '../parts/choose-measures.ts';
import { type Parts, setsTimes } from '../parts/parts.ts';
import { isOfNow } from '../parts/purchasing-figures.ts';
import { deniesSale } from '../parts/to-unsold.ts';
import { manyMembers } from '../reads/view.ts';
import { begins, lead } from '../vocabulary/lead.ts';
import type { Dataset, Vocabulary } from '../vocabulary/read-declarations.ts';

/** The figures and splits that a question asks of a tool, as far as it names them. */
export type Asked = { measures: string[]; dimensions: string[] };

/** Reads them from the words, with what other words imply: a ranking of sellers is one of products. */
export function toAsked(parts: Parts, tool: string, vocabulary: Vocabulary): Asked {
  const dataset = vocabulary.datasets.find((candidate) => candidate.tool === tool);
  const dimensions = namesFor(parts.dimensions, tool);
  if (ranksSellers(parts, dimensions) && hasDimension(dataset, 'product')) dimensions.unshift('product');
  // "Who were our top spenders?": what has no name of its own is who is asked for, and no product.
  const asksWho =
    parts.order !== null &&
    parts.grain === null &&
    dimensions.length === 0 &&
    (/^(?:and |so )?who\b/.test(parts.text) || /\bspenders?\b/.test(parts.text));
  if (asksWho && tool === 'query_sales' && hasDimension(dataset, 'customer')) dimensions.push('customer');
  const chosen = withSold(parts, chooseMeasures(parts, tool, dimensions, vocabulary), tool);
  const measures = withSize(parts, chosen, dimensions, dataset);
  if (countsSold(parts, measures, dataset)) measures.unshift('units');
  // "What did we sell and what did we earn?", "how many units did we sell and return?"
  const [, units] = soldAnd.exec(parts.text) ?? [];
  const figure = units === undefined ? 'revenue' : 'units';
  const isSold = soldAnd.test(parts.text) && measures.length > 0 && hasMeasure(dataset, figure);
  if (isSold && !measures.some((name) => sold.has(name))) measures.unshift(figure);
  // "Which products are not in stock?"
  if (
    parts.denies &&
    !deniesSale.test(parts.text) &&
    measures[0] === 'on_hand' &&
    hasMeasure(dataset, 'out_of_stock')
  )
    measures.splice(0, 1, 'out_of_stock');
  // "What's out of stock?"
  const isGone = measures[0] === 'out_of_stock' && dimensions.length === 0 && parts.grain === null;
  if (isGone && asksThings.test(parts.text) && !parts.focus.has('count')) dimensions.push('product');
  // "Is anything sold out, and where?"
  const asksAnything =
    /^(?:and |so )?(?:is|are) (?:anything|something|any (?:products?|items?|articles?)) /.test(parts.text);
  const isWhere = dimensions.length === 0 || dimensions.join() === 'warehouse';
  const asksList = asksAnything || /[-–,:] ?(?:what|which|list) by warehouse\W*$/.test(parts.text);
  if (measures[0] === 'out_of_stock' && isWhere && parts.grain === null && asksList)
    dimensions.unshift('product');
  const isStock = hasMeasure(dataset, 'on_hand');
  const lists = asksMembers(parts, measures, dimensions) || listsProducts(parts, dimensions, isStock);
  // "Which of those have …" lists some of those.
  const meant = parts.names.flatMap((name) =>
    name.meant && !name.meant.isOne ? name.meant.dimension : [],
  )[0];
  // "The number of customers with more than 20 orders": each of them has.
  const countsBuyers =
    parts.measures.flat().some(({ name }) => name === 'customers') &&
    parts.conditions.every(({ references }) => !references?.some(({ name }) => name === 'customers'));
  // "Revenue from customers with more than 20 orders", "who had more than 20 orders?"
  const boundsBuyers =
    tool === 'query_sales' &&
    /^(?:and |so )?who\b|\b(?:customers?|clients?|buyers?|shoppers?) (?:who|that|which|with|having)\b/.test(
      parts.text,
    );
  const listed =
    meant ?? ((countsBuyers || boundsBuyers) && hasDimension(dataset, 'customer') ? 'customer' : 'product');
  if (lists && hasDimension(dataset, listed)) dimensions.push(listed);
  return { measures, dimensions };
}

/** What each row has one of: its rows stay the same where it is told, too. */
const has: Record<string, string[]> = {
  product: ['sku', 'brand', 'category', 'subcategory', 'supplier'],
  sku: ['product', 'brand', 'category', 'subcategory', 'supplier'],
  subcategory: ['category'],
  customer: ['customer_segment'],
  purchase_order: ['supplier', 'status', 'expected_date'],
};

/** What is told of each row beside its figures; null where the rows have no such thing. */
export function toAttributes({ attributes }: Parts, dimensions: string[], tool: string): string[] | null {
  const names = namesFor(attributes, tool).filter((name) => !dimensions.includes(name));
  const isHeld = names.every((name) => dimensions.some((of) => has[of]?.includes(name)));
  return names.length === attributes.length && isHeld ? names : null;
}

/** "The top sellers in each region" are products. */
function ranksSellers({ text, order, each, names }: Parts, dimensions: string[]): boolean {
  // "Best selling bike in each territory", "which bike sold best in each territory?": the bikes are ranked, not the territories.
  const isNamed = names.some(({ text: name, excluded }) => !excluded && rankedName(name).test(text));
  if (order !== null && each !== null && isNamed && dimensions.length === 1)
    return !dimensions.some((name) => manyMembers.has(name));
  // "What sold best in each of the regions?"
  const asksWhat =
    order !== null && each !== null && /^what (?:sold|sells|is selling|was selling)\b/.test(text);
  if (asksWhat && !dimensions.some((name) => manyMembers.has(name))) return true;
  return /\b(best|top|worst)[ -]?sellers?\b/.test(text) && !dimensions.some((name) => manyMembers.has(name));
}

function rankedName(name: string): RegExp {
  const spoken = name.toLowerCase().replace(/[^\p{L}\d ]/gu, '.');
  const ranked = `(?:best|top|worst|most popular|least popular)(?: \\d+| two| three| five)?(?:[- ](?:selling|sold))? ${spoken}`;
  const asked = `^${lead}(?:which|what) ${spoken} (?:has |have |was |were |is |are )?(?:sold|sells?|selling)`;
  return new RegExp(`\\b(?:${ranked}|${asked})(?![\\p{L}\\d])`, 'u');
}

const asksThings =
  /^(?:and |so |[^-–,:?]{2,40} ?[-–:] ?)?(?:what|which|list|show)(?:['’]?s| is| are)?\b(?!.*\b(?:rate|share|number|times)\b)|[-–,:] ?(?:what|which|list)(?:,? (?:and|&|\+)? ?where)?\W*$/;

/** "How many were sold, and for how much?" */
function countsSold({ focus, counted, names, text }: Parts, measures: string[], dataset?: Dataset): boolean {
  const isMoney = (name: string) =>
    dataset?.measures.some((term) => term.name === name && term.unit === 'currency') ?? false;
  const counts = focus.has('count') && focus.has('sell') && counted === null && names.length > 0;
  const isFirst = /\bhow many\b.*\b(sold|sell|went|shifted|moved)\b.*\band\b/.test(text);
  return counts && isFirst && measures.length > 0 && measures.every(isMoney) && hasMeasure(dataset, 'units');
}

/** "Profit of the three best-selling brands": units say which they are. */
function withSold({ order, text }: Parts, measures: string[], tool: string): string[] {
  const ranks =
    order !== null && /\b(best|top|worst|most|least)[ -]sell/.test(text) && tool === 'query_sales';
  return ranks && measures.length > 0 && !measures.some((name) => sold.has(name))
    ? ['units', ...measures]
    : measures;
}

/** "Five biggest suppliers and their on-time rate", "return rate of our top ten products": how big they are says which. */
function withSize(parts: Parts, measures: string[], dimensions: string[], dataset?: Dataset): string[] {
  const { ranksThings, conditions, grain, focus, per, text, time } = parts;
  const asksMore = focus.has('share') || focus.has('change') || focus.has('count') || per !== null;
  const isTimed = grain !== null || setsTimes(time);
  if (!ranksThings || conditions.length > 0 || asksMore || isTimed) return measures;
  const ofSupplier = dimensions.join() === 'supplier' && hasMeasure(dataset, 'ordered_value');
  const size = ofSupplier ? (/\bbest\b/.test(text) ? 'on_time_rate' : 'ordered_value') : 'revenue';
  const isSold = /\b(?:best|top)[ -]?sell/.test(text);
  return hasMeasure(dataset, size) && !isSold ? [...new Set([size, ...measures])] : measures;
}

const soldAnd = begins(
  '(?:what|how much|how many (units|pieces|items)) (?:did|have) we (?:sell|sold)(?: (?:in|of|to|from|at|on|last|this)\\b[^,.?]{2,50}?)? and\\b',
);

const sold = new Set(['units', 'units_sold', 'revenue', 'gross_sales', 'units_share', 'revenue_share']);

/** "Everything in Home with more than 300 days of cover": the members are asked for, not the whole. */
function asksMembers(
  { conditions, grain, opening, text }: Parts,
  [measure = '']: string[],
  dimensions: string[],
): boolean {
  const isOfWhole = conditions.length === 0 || dimensions.length > 0 || grain !== null || isOfNow(measure);
  const asksWhether = /^(?:so |and |but )?(is|are|was|were|did|do|does|has|have)\b/.test(opening);
  const asksAny = /\b(anything|everything|any|something|all|those|ones|things|stuff)\b/.test(text);
  return !isOfWhole && (asksAny || !asksWhether);
}

/** "A table of the Knives with their stock", "what is selling in Camping?" */
function listsProducts(
  { text, names, grain, order, focus }: Parts,
  dimensions: string[],
  isStock: boolean,
): boolean {
  if (dimensions.length > 0 || names.length === 0 || grain !== null || order !== null) return false;
  return (
    (isStock && /^(?:please |can you |could you )?(?:list|enumerate) (?:all |every )?(?!of\b)/.test(text)) ||
    /^(?:show |give me |make |draw )?(?:a |the )?(?:table|list) of\b.*\bwith\b/.test(text) ||
    (focus.has('sell') && /^what(['’]?s| is| are) (we )?selling\b/.test(text))
  );
}

function hasDimension(dataset: Dataset | undefined, wanted: string): boolean {
  return dataset?.dimensions.some(({ name }) => name === wanted) ?? false;
}

function hasMeasure(dataset: Dataset | undefined, wanted: string): boolean {
  return dataset?.measures.some(({ name }) => name === wanted) ?? false;
}
