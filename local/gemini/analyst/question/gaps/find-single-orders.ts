import type { Parts } from '../../parts/parts.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { isMeasure, type Refused, refuse } from './refused.ts';

/** "The biggest order", "orders over $1,000": the figures are sums over orders, not of each. */
export function findSingleOrders(parts: Parts, vocabulary: Vocabulary): Refused | null {
  const { text, measures, conditions, purchasing } = parts;
  const isPurchase = purchasing !== null || /\b(purchase orders?|pos?|suppliers?)\b/.test(text);
  const isUnsold = measures.flat().some(({ name }) => name.startsWith('unsold_'));
  const isBounded =
    conditions.length > 0 &&
    !boundsMembers(parts) &&
    !boundsTheirNumber(parts) &&
    (countsOrders(parts) || ordersWith.test(text));
  const [, held] = orderHolds.exec(text) ?? [];
  const isHeld = held !== undefined && isMeasure(held, parts, vocabulary);
  const isSingle = singleOrder.test(text) && !isUnsold;
  return isSingle || ((isHeld || isBounded) && !isPurchase)
    ? refuse(
        'single orders',
        'figures of single customer orders',
        'What was the average order value last month?',
      )
    : null;
}

/** "Regions with orders over 200", "restaurants with more than 20 orders": a number of orders of each. */
function boundsMembers({ names, dimensions, conditions }: Parts): boolean {
  const areMembers =
    names.some(({ ranked, counted }) => ranked || counted) ||
    dimensions.some((references) => references.every(({ name }) => name !== 'customer'));
  return (
    areMembers &&
    conditions.every(({ references, unit }) =>
      references?.some(
        ({ name }) => name === 'average_order_value' || (name === 'orders' && unit !== 'currency'),
      ),
    )
  );
}

/** "Were there more than 5,000 orders in October?": a bound on their number. */
function boundsTheirNumber({ text, conditions }: Parts): boolean {
  return (
    /^(?:and |so |but )?(?:were|was|did|do|does|have|has|had|is|are)\b/.test(text) &&
    numberOfOrders.test(text) &&
    !ordersWith.test(text) &&
    conditions.every(
      ({ references, unit }) => unit === null && references?.some(({ name }) => name === 'orders'),
    )
  );
}

const numberOfOrders =
  /\b(?:than|least|most|over|under|above|below|exceed(?:ed)?) (?:[\d.,]+k?|(?:a )?(?:hundred|thousand)) (?:[a-z-]+ ){0,2}orders\b/;

const singleOrder =
  /\b(biggest|largest|smallest|highest|lowest|single|individual|each) (single |individual |sales |customer )?(order|sale|transaction|invoice)\b(?! (value|count|number|volume|size))/;

/** A bound on what one order holds: "orders with more than three items". */
const ordersWith =
  /(?<!\bon )\borders? (?:(?:that|which) )?(?:with|of|over|above|under|below|worth|containing|contain|contained|have|had|include|includes|included|comprised|spanned|hold|held|holding)\b/;

/** "Orders that had a discount". */
const orderHolds =
  /\borders? (?:(?:that|which) )?(?:with|had|have|having|got|contained|included) (?:a |an |any |some )?(\w+)/;

/** "How many orders over $1,000?" */
function countsOrders({ measures, dimensions, grain }: Parts): boolean {
  const [measure] = measures;
  const isCount = measure?.some(({ name }) => name === 'orders') ?? false;
  return isCount && dimensions.length === 0 && grain === null;
}
