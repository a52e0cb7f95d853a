import type { Items } from './apply-event.ts';

/** `next`, with the objects of `before` where they say the same, so that what has not changed is not drawn again. */
export function keepUnchanged(before: Items, next: Items): Items {
  const known = new Map(before.map((item) => [item.id, item]));
  return next.map((item) => {
    const same = known.get(item.id);
    return same && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
}
