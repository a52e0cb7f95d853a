export const deeplinkScheme = 'chatkit-link://';

/**
 * `chatkit-link://order?id=7` as `{ name: 'order', data: { id: '7' } }`; null for other addresses. How the vendor's element
 * writes the data into the address is not published: here it is the query.
 */
export function parseDeeplink(href: string): { name: string; data?: Record<string, string> } | null {
  if (!href.startsWith(deeplinkScheme)) return null;
  const [name = '', query] = href.slice(deeplinkScheme.length).split('?');
  if (name === '') return null;
  return { name, ...(query && { data: Object.fromEntries(new URLSearchParams(query)) }) };
}
