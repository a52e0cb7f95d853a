import type { Day } from '../time/calendar.ts';
import { findTerm, findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { withCountedThings } from './bound-goods.ts';
import { withOwnTimes } from './own-times.ts';
import { withPartAndWhole } from './part-of-whole.ts';
import type { Parts } from './parts.ts';
import { isOfNow } from './purchasing-figures.ts';
import { refineMeasures } from './refine-measures.ts';
import { withSplit, withVariants } from './split-parts.ts';
import { toEachYear } from './to-each-year.ts';
import { toGone } from './to-gone.ts';
import { toLateness } from './to-lateness.ts';
import { sinceThen, toNewCustomers } from './to-new-customers.ts';
import { toOrderLines } from './to-order-lines.ts';
import { toPrice } from './to-price.ts';
import { toPurchasing } from './to-purchasing.ts';
import { toRejected } from './to-rejected.ts';
import { toStockFigures } from './to-stock-figures.ts';
import { toTransfers } from './to-transfers.ts';
import { toSplitUnsold, toUnsold } from './to-unsold.ts';

/** What the parts of a sentence mean together: which way goods go, what is late, what was not sold, and then each measure. */
export function readMeaning(read: Parts, vocabulary: Vocabulary, today: Day): Parts {
  const bought = toPurchasing(
    toRejected(
      withVariants(
        withSplit(
          toEachYear(withCountedThings(withPartAndWhole(withOwnTimes(read), vocabulary), vocabulary)),
          vocabulary,
        ),
        vocabulary,
      ),
      vocabulary,
    ),
    vocabulary,
    today,
  );
  const bounded = withOrderBound(bought, vocabulary);
  const late = toLateness(withoutCounted(withCount(asUnits(bounded, vocabulary))), vocabulary, today);
  const unsold = toSplitUnsold(toUnsold(late, vocabulary, today), vocabulary);
  const then = withThen(withoutCancelledSales(unsold), vocabulary, today);
  const priced = withoutToday(toPrice(then, vocabulary));
  const meant = sinceThen(toNewCustomers(toOrderLines(priced, vocabulary, today), vocabulary), today);
  return toStockFigures(refineMeasures(toGone(toTransfers(meant), vocabulary, today), vocabulary));
}

/** "How much was on the way at the end of June?" is of the stock of that day; what is open now tells nothing of then. */
function withThen(parts: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const tool = findTool('on_order', datasets);
  const [period, ...more] = parts.time.periods;
  const isOpen =
    parts.measures.length > 0 && parts.measures.flat().every(({ name }) => name === 'open_units');
  const isPast = period !== undefined && more.length === 0 && period.end < today;
  const tells = /\b(?:on (?:the|its|their) way|on order|in the pipeline|in transit|inbound|incoming)\b/.test(
    parts.text,
  );
  if (
    tool === undefined ||
    !isOpen ||
    !isPast ||
    !tells ||
    /\b(?:placed|raised|ordered|bought)\b/.test(parts.text)
  )
    return parts;
  return { ...parts, measures: [[{ tool, name: 'on_order' }]], daysOf: null };
}

/** "Today, what is still to come in?": what is open now was not ordered today. */
function withoutToday(parts: Parts): Parts {
  const { measures, time } = parts;
  const isOpen = measures.length > 0 && measures.flat().every(({ name }) => isOfNow(name));
  const isToday = time.periods.length > 0 && time.periods.every(({ text }) => text === 'today');
  return isOpen && isToday && parts.daysOf === null ? { ...parts, time: { ...time, periods: [] } } : parts;
}

/** "Which month had the most purchase orders?" ranks the months. */
function withCount(parts: Parts): Parts {
  const isOrder = (references: Reference[]) => references.every(({ name }) => name === 'purchase_order');
  const order = parts.dimensions.find(isOrder);
  const others = parts.dimensions.filter((references) => !isOrder(references));
  // "Which category has the most purchase orders?" ranks what has them.
  if (order && others.length > 0 && parts.order !== null && !ranksOrders.test(parts.text)) {
    const count = order.map(({ tool }) => ({ tool, name: 'purchase_order_count' }));
    return { ...parts, measures: parts.measures.length > 0 ? parts.measures : [count], dimensions: others };
  }
  if (!order || others.length > 0 || parts.measures.length > 0) return parts;
  // "How many purchase orders was that?"
  const isCounted = parts.focus.has('count') && parts.counted?.every(({ name }) => name === 'purchase_order');
  if (isCounted && parts.conditions.length === 0 && parts.order === null)
    return {
      ...parts,
      measures: [order.map(({ tool }) => ({ tool, name: 'purchase_order_count' }))],
      dimensions: [],
      counted: null,
    };
  const to = (name: string) => order.map(({ tool }) => ({ tool, name }));
  if (parts.grain !== null && parts.order !== null && /^(?:which|what|in which)\b/.test(parts.text))
    return { ...parts, measures: [to('purchase_order_count')], dimensions: [] };
  // "Purchase orders placed last month": how many, and what they are worth.
  const isPlain = parts.order === null && parts.limit === null && parts.conditions.length === 0;
  const isList =
    parts.focus.has('list') ||
    parts.filters.length > 0 ||
    /^(?:list|show|which|what|give)\b/.test(parts.text);
  const isSaid = /\b(?:placed|raised|issued)\b/.test(parts.text);
  return isPlain && isSaid && !isList
    ? { ...parts, measures: [to('purchase_order_count'), to('ordered_value')], dimensions: [] }
    : parts;
}

/** "Open POs over 5k": what an order is worth, and not how many there are. */
function withOrderBound(parts: Parts, { datasets }: Vocabulary): Parts {
  const [own, ...more] = parts.measures;
  const bounded = findBounded(parts);
  const count = own?.find(({ name }) => /^(?:(?:open|late)_orders|purchase_order_count)$/.test(name));
  const isOfOrders = parts.dimensions.every((references) =>
    references.every(({ name }) => name === 'purchase_order'),
  );
  if (count && isOfOrders && bounded !== null)
    return { ...parts, measures: [bounded], dimensions: [[{ tool: count.tool, name: 'purchase_order' }]] };
  if (!count || more.length > 0 || !isOfOrders || parts.conditions.length === 0) return parts;
  if (!boundsOrders.test(parts.text) || parts.conditions.some(({ unit }) => !isMoney(unit))) return parts;
  const name =
    count.name === 'purchase_order_count' ? 'ordered_value' : count.name.replace(/orders$/, 'value');
  const value = { ...count, name };
  if (!findTerm(value, datasets)) return parts;
  return {
    ...parts,
    measures: [[value]],
    dimensions: [[{ tool: count.tool, name: 'purchase_order' }]],
    conditions: parts.conditions.map((condition) => ({ ...condition, references: [value] })),
  };
}

/** "Open orders from Northgate with days open above 30 days": each has its own, and not all of them together. */
function findBounded({ measures, conditions }: Parts): Reference[] | null {
  const [references, ...others] = conditions.map((condition) => condition.references ?? []);
  const isOfOne = references?.some(({ name }) =>
    /^(?:days_(?:open|late)|(?:open|late|ordered)_units)$/.test(name),
  );
  if (!references || others.length > 0 || !isOfOne || measures.length > 2) return null;
  const isSaid = measures
    .slice(1)
    .every((one) => one.some(({ name }) => references.some((of) => of.name === name)));
  return isSaid ? references : null;
}

const isMoney = (unit: string | null) => unit === null || unit === 'currency';
const boundsOrders =
  /\b(?:pos|orders|deliveries)\b[^,.?!]{0,30}?\b(?:over|above|exceeding|under|below|beyond|between|more than|less than|at least|at most|bigger than|larger than|smaller than|higher than|worth)\b/;

const ranksOrders =
  /\b(?:top|biggest|largest|highest|most expensive|which|what|list|show)(?: (?:\d+|three|five|ten|our|the|late|overdue|open))* (?:purchase orders?|pos?)\b/;

const isProduct = ({ name }: Reference) => /^(product|sku)$/.test(name);

/** "How many items have been reserved, per category?": the noun is what the units are of, and no split. */
function asUnits(parts: Parts, { datasets }: Vocabulary): Parts {
  const [measure, ...others] = parts.measures;
  const isOfUnits = measure?.every((one) => findTerm(one, datasets)?.unit === 'units') ?? false;
  const isCounted = parts.counted?.some(({ name }) => name === 'product') ?? false;
  const isBare = others.length === 0 && parts.conditions.length === 0 && parts.order === null;
  if (!isOfUnits || !isCounted || !isBare || !/\bhow many (?:items|articles|goods|things)\b/.test(parts.text))
    return parts;
  return { ...parts, counted: null, dimensions: parts.dimensions.filter((one) => !one.every(isProduct)) };
}

/** "Products out of stock per category" are counted. */
function withoutCounted(parts: Parts): Parts {
  const isProduct = (references: Reference[]) => references.every(({ name }) => /^(product|sku)$/.test(name));
  const others = parts.dimensions.filter((references) => !isProduct(references));
  // "Are we out of more things in Main than in Bristol?" sets their numbers against each other.
  const setsNames =
    parts.names.length > 1 &&
    (parts.focus.has('compare') || parts.names.some(({ against }) => against !== undefined));
  const counts =
    parts.measures.length === 1 &&
    parts.measures.flat().every(({ name }) => name === 'out_of_stock') &&
    (others.length > 0 || setsNames) &&
    goneProducts.test(parts.text) &&
    !/^(?:list|which (?:products|items|articles|skus)|what)\b(?!['’]?s? is\b)/.test(parts.text);
  return counts ? { ...parts, dimensions: others } : parts;
}

const goneProducts =
  /\b(?:products|items|articles|skus) out of stock\b|\bout[- ]of[- ]stock (?:products|items|articles|skus)\b/;

/** Lines that are cancelled are of orders to suppliers: "orders that customers cancelled" are not kept. */
function withoutCancelledSales(parts: Parts): Parts {
  const isCancelled = parts.measures.flat().some(({ name }) => name.startsWith('cancelled_'));
  if (!isCancelled || !/\b(customers?|clients?|buyers?|shoppers?|sales orders?)\b/.test(parts.text))
    return parts;
  const topic = {
    missing: 'record of cancelled customer orders',
    nearest: 'How many purchase orders were cancelled last month?',
  };
  return { ...parts, missing: parts.missing ?? { topic, spoken: 'cancelled', names: [] } };
}
