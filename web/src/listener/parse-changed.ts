import type { z } from 'zod';
import { parseDocument } from './parse-document.ts';

/** A document of a snapshot; `key` is its path, `read` decodes it. */
export type ListedDocument = { key: string; read: () => unknown };

/**
 * Parses the documents of one listened query, snapshot after snapshot. A document that a snapshot does not name as changed is
 * neither decoded nor parsed again: its value is the same object as before, so that what draws it can tell. One that is not of
 * the schema must not hide the others: it is left out and logged.
 */
export function createParser<T extends z.ZodType>(schema: T) {
  let known = new Map<string, z.output<T>>();
  return (documents: ListedDocument[], changed: ReadonlySet<string>): z.output<T>[] => {
    const next = new Map<string, z.output<T>>();
    for (const { key, read } of documents) {
      const before = changed.has(key) ? undefined : known.get(key);
      try {
        next.set(key, before ?? parseDocument(schema, read()));
      } catch (error) {
        console.error(`Left out ${key}`, error);
      }
    }
    known = next;
    return [...next.values()];
  };
}
