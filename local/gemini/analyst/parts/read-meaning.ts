import type { Day } from '../time/calendar.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';
import { refineMeasures } from './refine-measures.ts';
import { withSplit } from './split-parts.ts';
import { toLateness } from './to-lateness.ts';
import { toOrderLines } from './to-order-lines.ts';
import { toPurchasing } from './to-purchasing.ts';
import { toSplitUnsold, toUnsold } from './to-unsold.ts';

/** What the parts of a sentence mean together: which way goods go, what is late, what was not sold, and then each measure. */
export function readMeaning(read: Parts, vocabulary: Vocabulary, today: Day): Parts {
  const bought = toPurchasing(withSplit(read, vocabulary), vocabulary, today);
  const late = toLateness(withCount(bought), vocabulary, today);
  const unsold = toSplitUnsold(toUnsold(late, vocabulary), vocabulary);
  return refineMeasures(toOrderLines(withoutCancelledSales(unsold), vocabulary, today), vocabulary);
}

/** "Which month had the most purchase orders?" ranks the months. */
function withCount(parts: Parts): Parts {
  const isOrder = (references: Reference[]) => references.every(({ name }) => name === 'purchase_order');
  const [order, ...others] = parts.dimensions;
  if (parts.grain === null || parts.order === null || parts.measures.length > 0) return parts;
  if (!order || !isOrder(order) || others.length > 0 || !/^(?:which|what|in which)\b/.test(parts.text))
    return parts;
  const measures = [order.map(({ tool }) => ({ tool, name: 'purchase_order_count' }))];
  return { ...parts, measures, dimensions: [] };
}

/** Lines that are cancelled are of orders to suppliers: "orders that customers cancelled" are not kept. */
function withoutCancelledSales(parts: Parts): Parts {
  const isCancelled = parts.measures.flat().some(({ name }) => name.startsWith('cancelled_'));
  if (!isCancelled || !/\b(customers?|clients?|buyers?|shoppers?|sales orders?)\b/.test(parts.text))
    return parts;
  const topic = {
    phrases: [],
    missing: 'record of cancelled customer orders',
    nearest: 'How many purchase orders were cancelled last month?',
  };
  return { ...parts, missing: parts.missing ?? { topic, spoken: 'cancelled', names: [] } };
}
