import type { Document } from '../value/value.ts';

/** Decoded documents, the most recently used of them. Always the current version: the store replaces it on a commit. */
export type DocumentCache = {
  get: (name: string) => Document | undefined;
  /** `size`: characters of stored text. */
  put: (document: Document, size: number) => void;
  drop: (name: string) => void;
};

export function createDocumentCache(maxSize: number): DocumentCache {
  const entries = new Map<string, { document: Document; size: number }>();
  let total = 0;
  const drop = (name: string) => {
    total -= entries.get(name)?.size ?? 0;
    entries.delete(name);
  };
  return {
    drop,
    get: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      // A Map keeps the order of insertion: moved to the end, it is the last to go.
      entries.delete(name);
      entries.set(name, entry);
      return entry.document;
    },
    put: (document, size) => {
      drop(document.name);
      entries.set(document.name, { document, size });
      total += size;
      for (const name of entries.keys()) {
        if (total <= maxSize) return;
        drop(name);
      }
    },
  };
}
