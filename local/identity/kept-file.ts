import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * What a JSON file holds; null when there is none.
 * @throws Error that names a file that is damaged.
 */
export function readKept<T extends z.ZodType>(file: string, schema: T): z.infer<T> | null {
  const text = readIfThere(file);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is damaged. Delete it to start over: everyone signs in again.`, { cause });
  }
}

/** Writes for this machine's user alone. A kill in the middle leaves the old file whole. */
export function writeKept(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
