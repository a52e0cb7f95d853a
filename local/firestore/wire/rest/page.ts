/**
 * One page of a sorted list. The token is the key of the last item given out.
 * A list that lost that item starts over.
 */
export function toPage<T>(
  sorted: T[],
  size: number,
  token: string,
  key: (item: T) => string,
): { items: T[]; nextPageToken: string | undefined } {
  const last = Buffer.from(token, 'base64url').toString();
  const start = token === '' ? 0 : sorted.findIndex((item) => key(item) === last) + 1;
  const items = sorted.slice(start, start + size);
  const end = items.at(-1);
  const more = end !== undefined && start + size < sorted.length;
  return { items, nextPageToken: more ? Buffer.from(key(end)).toString('base64url') : undefined };
}
