import type { Items } from './apply-event.ts';

/** The items of the last `questions` questions, and how many questions lie before them. */
export function toLatest(items: Items, questions: number): { items: Items; earlier: number } {
  const starts = items.flatMap((item, index) => (item.type === 'user_message' ? [index] : []));
  const earlier = Math.max(0, starts.length - questions);
  return earlier === 0 ? { items, earlier } : { items: items.slice(starts[earlier]), earlier };
}
