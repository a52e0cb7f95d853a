import type { StartScreenPrompt } from '@openai/chatkit';
import type { Role } from '@tallyboard/contract';

const sales: StartScreenPrompt[] = [
  toPrompt("Compare the last three months' sales", 'bar'),
  toPrompt('Top 10 products by revenue last month', 'table'),
  toPrompt('How have monthly sales developed over the last year?', 'line'),
  toPrompt('Which category sold most this year?', 'bar'),
];
const stock: StartScreenPrompt[] = [
  toPrompt('Show inventory reorder recommendations', 'table'),
  toPrompt('Which products are out of stock?', 'table'),
  toPrompt('Stock value by warehouse', 'bar'),
];

/** What can be asked, with what a role asks most first. */
export function toStarters(roles: Role[]): StartScreenPrompt[] {
  const manages = roles.includes('warehouse_manager') && !roles.includes('analyst');
  const [first, second] = manages ? [stock, sales] : [sales, stock];
  return [...first.slice(0, 3), ...second.slice(0, 3)];
}

function toPrompt(text: string, icon: 'bar' | 'table' | 'line'): StartScreenPrompt {
  // ChatKit's own icon for figures is `chart`; ours knows the shapes by name and takes `lucide:` names as they are.
  const icons = { bar: 'lucide:bar', table: 'lucide:table', line: 'lucide:line' } as const;
  return { label: text, prompt: text, icon: icons[icon] };
}
