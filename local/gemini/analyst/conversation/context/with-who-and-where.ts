import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import { isPlace } from '../references/pick-rows.ts';

/** "Who got the most of it?": of sales a customer, of orders a supplier. */
export function withWho(parts: Parts): Parts {
  if (!/^(?:and |but |so )?who\b/.test(parts.text) || parts.dimensions.length > 0) return parts;
  // "Who placed the most?", after orders or what they are worth on average.
  if (placedMost.test(parts.text))
    return { ...parts, dimensions: [whoOf], measures: [orderCounts], order: parts.order ?? 'desc' };
  // "Who gets more than 10 %?" is all of them.
  const isBounded = parts.conditions.length > 0;
  return { ...parts, dimensions: [whoOf], order: parts.order ?? (isBounded ? null : 'desc') };
}

/** "Where do these sell best?": of sales a region, of goods a warehouse. */
export function withWhere(parts: Parts, { dimensions }: DataQuestion): Parts {
  const asks = /^(?:and |but |so )?where\b/.test(parts.text) && parts.dimensions.length === 0;
  return asks && !dimensions.some(isPlace) ? { ...parts, dimensions: [whereOf] } : parts;
}

const whereOf: Reference[] = [
  { tool: 'query_sales', name: 'region' },
  { tool: 'query_inventory', name: 'warehouse' },
  { tool: 'get_purchase_orders', name: 'warehouse' },
  { tool: 'get_stock_movements', name: 'warehouse' },
];

const placedMost = /\bwho (?:has |have )?placed (?:the )?most(?: of them)?\W*$/;
const orderCounts: Reference[] = [
  { tool: 'query_sales', name: 'orders' },
  { tool: 'get_purchase_orders', name: 'purchase_order_count' },
];

/** Who does what a tool's figures are of. */
const whoOf: Reference[] = [
  { tool: 'query_sales', name: 'customer' },
  { tool: 'get_purchase_orders', name: 'supplier' },
];
