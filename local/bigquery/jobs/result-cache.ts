import type { Cell } from '../types/cells.ts';

/** Rows of queries whose answer cannot change, the least recently used let go first. */
export type ResultCache = {
  get(key: string): Cell[][] | undefined;
  set(key: string, rows: Cell[][], columns: number): void;
};

/** `maxCells` is for all results together. */
export function createResultCache(maxCells: number): ResultCache {
  const entries = new Map<string, { rows: Cell[][]; cells: number }>();
  let total = 0;
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.rows;
    },
    set: (key, rows, columns) => {
      const cells = rows.length * columns + 1;
      if (cells > maxCells / 4) return;
      total += cells - (entries.get(key)?.cells ?? 0);
      entries.delete(key);
      entries.set(key, { rows, cells });
      for (const [oldest, entry] of entries) {
        if (total <= maxCells) break;
        entries.delete(oldest);
        total -= entry.cells;
      }
    },
  };
}
