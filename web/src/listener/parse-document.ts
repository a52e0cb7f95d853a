import type { z } from 'zod';

/**
 * A Firestore document's data as a contract type: timestamps become dates, then the schema parses.
 * @throws Error with a sentence for a person, and zod's as its cause, where the document is not of its schema.
 */
export function parseDocument<T extends z.ZodType>(schema: T, data: unknown): z.output<T> {
  const { data: parsed, error: cause } = schema.safeParse(toDates(data));
  if (cause) throw new Error('A document is not what this page understands. Reload the page.', { cause });
  return parsed;
}

function toDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDates);
  if (typeof value !== 'object' || value === null) return value;
  if ('toDate' in value && typeof value.toDate === 'function') return value.toDate();
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toDates(field)]));
}
