import type { Parts } from '../../parts/parts.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Question } from '../question.ts';
import { lacking } from './lacking.ts';

/** Whether a figure is asked for, or a reorder, that the tool of a ranking has not: sales, or orders to suppliers. */
export function isOfOtherTool({ measures, reorder }: Parts, ranks: 'sales' | 'orders'): boolean {
  const tool = ranks === 'sales' ? 'query_sales' : 'get_purchase_orders';
  return measures.some((references) => references.every((one) => one.tool !== tool)) || reorder;
}

/**
 * "Top 20 products by units this month and their stock", "best sellers with less than 20 days of cover": ranked by what was sold,
 * and asked for a figure that another tool has. A ranking of that figure would be another list.
 */
export function findRankedElsewhere({ text, measures, order }: Parts): Question | null {
  const isOfSales = (references: Reference[]) => references.some(({ tool }) => tool === 'query_sales');
  const other = measures.find((references) => !isOfSales(references));
  if (other === undefined || order === null) return null;
  const spoken = sellers.exec(text)?.[0] ?? bySales.exec(text)?.[0];
  if (spoken === undefined) return null;
  const figure = toWords(other[0]?.name);
  return lacking({
    missing: `way to rank by what was sold and tell "${figure}" of the same rows at once`,
    nearest: 'What are the top ten products by units last month?',
  });
}

const sellers =
  /\b(?:best|top|worst|poorest|fast(?:est)?|slow(?:est)?|good|strong(?:est)?)[- ](?:sellers?|selling|sold)\b/;

/** "By units this month and their stock", but not "by units in stock". */
const bySales =
  /\bby (?:units(?: sold)?|revenue|sales|quantity|volume|turnover|gross margin|margin|profit)\b(?! (?:in stock|on hand|received|ordered|returned|open|on order))[^?]*?(?:,| and| with| plus) (?:with |and )?(?:their|its|the)\b/;
