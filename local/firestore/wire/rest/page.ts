/**
 * The first items of what is left of a list. The token is the place of the last one, and not the item itself, which may be gone when the
 * next page is asked for.
 */
export function toPage<T>(
  left: T[],
  size: number,
  toPlace: (item: T) => string,
): { items: T[]; nextPageToken: string | undefined } {
  const items = left.slice(0, size);
  const last = items.at(-1);
  const more = last !== undefined && left.length > size;
  return { items, nextPageToken: more ? Buffer.from(toPlace(last)).toString('base64url') : undefined };
}

/** The place behind which a page starts; null is the start of the list. */
export function toPlace(token: string): string | null {
  return token === '' ? null : Buffer.from(token, 'base64url').toString();
}
