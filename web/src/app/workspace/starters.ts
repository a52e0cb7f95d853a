import type { StartScreenPrompt } from '@openai/chatkit';
import type { Overview, Role } from '@tallyboard/contract';
import { hasData } from '../start/has-data.ts';

/**
 * What can be asked, with what a role asks most first.
 * @param categories of the data, best selling first; empty until they are known
 * @param overview of the data as it is now, where it is known: what it cannot answer is not offered
 */
export function toStarters(
  roles: Role[],
  categories: string[],
  overview: Overview | null,
): StartScreenPrompt[] {
  if (overview && !hasData(overview)) return [];
  const [best, second] = categories;
  const sales = [
    toPrompt("Compare the last three months' sales", 'bar'),
    toPrompt('Top 10 products by revenue last month', 'table'),
    best
      ? toPrompt(`How have monthly sales of ${best} developed over the last year?`, 'line')
      : toPrompt('How have monthly sales developed over the last year?', 'line'),
  ];
  const stock = [
    toPrompt('Show inventory reorder recommendations', 'table'),
    toPrompt('Which products are out of stock?', 'table'),
    second
      ? toPrompt(`How much stock of ${second} do we have?`, 'bar')
      : toPrompt('Stock value by category', 'bar'),
  ];
  const manages = roles.includes('warehouse_manager') && !roles.includes('analyst');
  if (overview?.lowStock === null) return sales;
  return manages ? [...stock, ...sales] : [...sales, ...stock];
}

function toPrompt(text: string, icon: 'bar' | 'table' | 'line'): StartScreenPrompt {
  // ChatKit's own icon for figures is `chart`; ours knows the shapes by name and takes `lucide:` names as they are.
  const icons = { bar: 'lucide:bar', table: 'lucide:table', line: 'lucide:line' } as const;
  return { label: text, prompt: text, icon: icons[icon] };
}
