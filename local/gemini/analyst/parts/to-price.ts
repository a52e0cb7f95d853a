import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/**
 * What a price or a cost means: "the price of the Duo" is that of the list and "what does it cost us?" that of one unit, while
 * "average price in May" and "cost in May" are of what was sold. The list has no earlier prices.
 */
export function toPrice(asked: Parts, { datasets }: Vocabulary): Parts {
  const parts = withCostOfStock(asked);
  const tool = findTool('list_price', datasets);
  const [measure, ...others] = withoutCost(parts);
  if (tool === undefined || measure === undefined) return parts;
  const find = (name: string) => measure.find((reference) => reference.name === name);
  const to = (one: Reference): Parts => ({ ...parts, measures: [[one], ...others] });
  const [sold, listed] = [find('average_price'), find('list_price')];
  const isNow = isOfToday(parts);
  const isRealised = realised.test(parts.text) || others.length > 0;
  if (sold && (listed || others.length === 0))
    return isNow && !isRealised ? to({ tool, name: 'list_price' }) : to(sold);
  if ((listed || find('unit_cost')) && isEarlier(parts))
    return { ...parts, missing: { topic: earlierPrices, spoken: 'price', names: [] } };
  const asksCost = isNow && others.length === 0 && costs.test(parts.text) && parts.names.length > 0;
  return find('cost') && asksCost
    ? to({ tool, name: costsUs.test(parts.text) ? 'unit_cost' : 'list_price' })
    : { ...parts, measures: [measure, ...others] };
}

/**
 * "Stock and cost of each product": what one of it costs; of a category, or of a name that may be one, what the stock is worth at
 * cost. The cost of what was sold in some time is another figure.
 */
function withCostOfStock(parts: Parts): Parts {
  const held = parts.measures.flatMap((references) => references.filter(isOfStock))[0];
  const isOfSales = (references: Reference[]) => references.every(({ name }) => name === 'cost');
  const asksSold = parts.focus.has('sell') || isEarlier(parts) || !plainCost.test(parts.text);
  if (held === undefined || asksSold || !parts.measures.some(isOfSales)) return parts;
  const isOfProducts = parts.dimensions.some((references) => references.some(isOfProduct));
  const name = isOfProducts ? 'unit_cost' : 'stock_value';
  const measures = parts.measures.map((one) => (isOfSales(one) ? [{ tool: held.tool, name }] : one));
  return { ...parts, measures };
}

function isOfStock({ tool, name }: Reference): boolean {
  return tool === 'query_inventory' && /^(?:on_hand|available)$/.test(name);
}

/** "What does it cost by our price list?" asks for one figure. */
function withoutCost({ measures, text }: Parts): Reference[][] {
  const isListed = measures.some((references) => references.some(({ name }) => name === 'list_price'));
  return isListed && costs.test(text) && !costsUs.test(text)
    ? measures.filter((references) => references.every(({ name }) => name !== 'cost'))
    : measures;
}

const earlierPrices = {
  missing: 'record of earlier prices',
  nearest: 'What was the average price by month this year?',
};

/** Nothing in it speaks of sales in some time, or of some of them. */
function isOfToday(parts: Parts): boolean {
  const { focus, dimensions, names, order, per, conditions } = parts;
  const sells = (['sell', 'average', 'share', 'why'] as const).some((one) => focus.has(one));
  const ofProducts = dimensions.every((references) => references.some(isOfProduct));
  const asksOne = names.length > 0 || order !== null || conditions.length > 0;
  return !isEarlier(parts) && !sells && per === null && ofProducts && asksOne;
}

function isEarlier({ time, grain, focus }: Parts): boolean {
  const hasTime = time.periods.some(({ spoken }) => !/^(?:today|now)$/.test(spoken));
  const moves = focus.has('change') || focus.has('trend');
  return hasTime || time.against !== null || time.versus !== null || grain !== null || moves;
}

function isOfProduct({ name }: Reference): boolean {
  return /^(product|sku)$/.test(name);
}

const realised =
  /\b(?:average|avg|mean|typical|net|actual(?:ly)?|realis\w*|realiz\w*|achiev\w*|effective|got|get|paid|pay|invoiced)\b|\bper (?:unit|piece)\b/;
const plainCost = /\bcosts?\b(?! of (?:the )?(?:goods|sales|what)\b)/;
const costs = /^(?:and )?(?:how much|what) (?:does|do|would)\b.*\bcosts?\b/;
const costsUs = /\bcosts? (?:us|me|the company|the business)\b|\bin (?:purchase|purchasing|buying)\b/;
