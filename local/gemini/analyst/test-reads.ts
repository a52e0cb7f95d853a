import { askAnalyst } from './test-analyst.ts';
import type { Run } from './test-company.ts';
import type { Called } from './test-conversation.ts';

/** The reads of the last question, without lookups and drawing. */
export async function reads(...questions: string[]): Promise<Called[]> {
  return readsOf(questions);
}

/** The reads of the last question, of a company of one's own. */
export async function readsOf(questions: string[], run?: Run): Promise<Called[]> {
  const turns = await askAnalyst(questions, run);
  return (turns.at(-1)?.calls ?? []).filter(
    ({ name }) => name !== 'search_catalog' && name !== 'show_visualization',
  );
}

export const sales = (args: object) => ({ name: 'query_sales', args });
export const monthly = (args: object) => ({ name: 'get_sales_by_month', args });
export const compared = (args: object) => ({ name: 'compare_sales', args });
export const bought = (args: object) => ({ name: 'get_purchase_orders', args });
export const stock = (args: object) => ({ name: 'query_inventory', args });
export const is = (dimension: string, ...values: string[]) => [{ dimension, op: 'is', values }];
export const top = (by: string, limit: number, direction = 'desc') => ({ orderBy: { by, direction }, limit });
export const moved = (args: object) => ({ name: 'get_stock_movements', args });
