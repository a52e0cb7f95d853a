import type { Reference } from '../vocabulary/lexicon.ts';
import { asksMoney } from '../vocabulary/unit-words.ts';
import type { Purchasing } from './find-purchasing.ts';
import type { Parts } from './parts.ts';

const figuresOf = {
  ordered: {
    lines: 'ordered_lines',
    orders: 'purchase_order_count',
    units: 'ordered_units',
    value: 'ordered_value',
  },
  // An order may arrive in parts: what is counted of those that came are their lines.
  received: {
    lines: 'received_lines',
    orders: 'received_lines',
    units: 'received_units',
    value: 'received_value',
  },
  expected: { lines: 'open_lines', orders: 'open_orders', units: 'open_units', value: 'open_value' },
};

/** What a question counts goods that come in by; value where it does not say. */
type FigureKind = keyof typeof figuresOf.ordered;

/** The figures of a question about goods that come in that names none itself. */
export function nameFigures(
  { text, measures, focus }: Parts,
  stage: Purchasing['stage'],
): { kind: FigureKind; names: string[] } {
  if (countsArrivals(text)) return { kind: 'orders', names: [figuresOf.received.orders] };
  const counted = text.replace(/\b(?:per|a|each) (?:unit|piece|order)\b/g, '');
  const kind: FigureKind = countsLines.test(counted)
    ? 'lines'
    : countsOrders.test(counted)
      ? 'orders'
      : countsUnits.test(counted)
        ? 'units'
        : 'value';
  const figures = figuresOf[stage];
  const says = (names: string[]) => ({ kind, names });
  if (asksBothStages(text)) return says([figuresOf.ordered[kind], figuresOf.received[kind]]);
  const isMean = focus.has('average') || /\b(average|avg|mean|typical|per (?:purchase )?order)\b/.test(text);
  if (isMean && measures.flat().some(({ name }) => name === 'average_order_value'))
    return says(['average_purchase_order_value']);
  if (kind !== 'value' || asksMoney.test(text) || saysMoney.test(text)) return says([figures[kind]]);
  // "Orders with Orsini", "what has arrived?": how many, and what they are worth.
  if (stage !== 'ordered') return says([figures.units, figures.value]);
  const isBare = measures.length === 0 && namesOrders.test(text) && !ranksOrders(text);
  return says(isBare ? [figures.orders, figures.value] : [figures.value]);
}

/** "Per unit", "per order", of what was ordered. */
export function toDivisor(per: Reference[], tool: string): Reference[] {
  const name = per.some((one) => one.name === 'units')
    ? 'ordered_units'
    : per.some((one) => one.name === 'orders')
      ? 'purchase_order_count'
      : null;
  return name === null ? per : [{ tool, name }];
}

/** Beside what was ordered, what has come of it. */
export function asksBothStages(text: string): boolean {
  return /\bordered\b.*\b(received|arrived|delivered)\b|\b(received|arrived|delivered)\b.*\bordered\b/.test(
    text,
  );
}

/** "How many deliveries arrived last week?"; orders come from customers, too. */
export function countsArrivals(text: string): boolean {
  return (
    !/\b(customers?|clients?|sales|sold|suppliers? orders?)\b/.test(text) &&
    /\b(?:how many|number of) (?:of )?(?:the |our )?(?:purchase orders|pos|(?:order )?lines|deliveries|shipments|consignments|trucks)\b(?!.*\b(?:not|late|due|open|still|yet)\b).*\b(?:arrived?|received?|came|come in|delivered)\b/.test(
      text,
    )
  );
}

/** "Our biggest orders with Orsini". */
function ranksOrders(text: string): boolean {
  return /\b(?:biggest|largest|highest|smallest|lowest|most expensive|top(?: \d+)?) (?:\w+ )?(?:purchase )?orders\b/.test(
    text,
  );
}

const saysMoney =
  /\bhow much (?:did|do|does|have|has|was|were|is|are) (?:it|we|i|they)\b|\bspen[dt]\b|\bpa(?:y|id)\b|\bvalues?\b|[$€£]/;
/** Orders as things, and not the verb. */
const namesOrders = /\b(?:purchase )?orders\b(?! from (?:us|me)\b)/;
const countsOrders =
  /\b(how often|(how many|number of|count of) (times|deliveries|shipments|(purchase )?orders|pos)|orders? (count|volume|number)s?)\b/;
const countsLines = /\b(how many|number of) (?:purchase )?(?:order |po )?lines\b/;
const countsUnits = /\b(units?|pieces?|quantit(y|ies)|how many)\b/;

/** Whether a figure is of orders as they stand now: what was open or late at another time is not on record. */
export function isOfNow(name: string): boolean {
  return /^(?:open|late)_|^days_(?:late|open)$/.test(name);
}

/** What is listed where a question asks for things and not for a sum: the products, or the orders that are due. */
export function toListed(
  { text, purchasing }: Parts,
  dimensions: Reference[][],
  figure: FigureKind,
): string[] {
  const others = dimensions.filter((references) =>
    references.every(({ name }) => name !== 'purchase_order' && name !== 'expected_date'),
  );
  if (figure !== 'value' || others.length > 0) return [];
  if (purchasing === 'ordered' && ranksOrders(text)) return ['purchase_order'];
  if (purchasing === 'expected')
    return /\bhow much\b/.test(text) ? [] : ['purchase_order', 'supplier', 'expected_date'];
  return /(?:^|, |\band )what\b/.test(text) &&
    !/\b(spen[dt]|pa(y|id)|in (dollars|money|usd|euros))\b/.test(text)
    ? ['product']
    : [];
}
