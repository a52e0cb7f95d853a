import type { Question } from '../../question/question.ts';

/** "To whom?", after what went back to suppliers; "from whom?", after what wholesale brought in, or what came back. */
export function isOfParties(split: string | undefined, previous: Question): boolean {
  if (previous.kind !== 'data' || (split !== 'customer' && split !== 'supplier')) return false;
  if (previous.tool === 'get_purchase_orders') return true;
  const isOfSales = previous.tool === 'query_sales' && previous.dimensions.length === 0;
  if (previous.tool === 'query_sales' && previous.measures.every((name) => /^return/.test(name))) return true;
  return (
    isOfSales &&
    previous.filters.some(({ dimension }) => /^(?:channel|customer_segment|region)$/.test(dimension))
  );
}
