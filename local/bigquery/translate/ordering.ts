import type { Ordering } from '../syntax/tree.ts';
import type { Typed } from './typed.ts';

/** ORDER BY items: in GoogleSQL NULL is the least value, wherever it is not told otherwise. */
export function toOrder(ordering: readonly Ordering[], translate: (item: Ordering) => Typed): string {
  const items = ordering.map((item) => {
    const nulls = item.nulls ?? (item.descending ? 'LAST' : 'FIRST');
    return `${translate(item).sql} ${item.descending ? 'DESC' : 'ASC'} NULLS ${nulls}`;
  });
  return items.length === 0 ? '' : `ORDER BY ${items.join(', ')}`;
}
