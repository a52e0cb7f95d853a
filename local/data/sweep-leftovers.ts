import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toWriterPid } from '../bigquery/catalog/warehouse-versions.ts';

/**
 * Deletes what imports and demo runs that died left in a warehouse folder: half versions, their logs and spilled rows.
 * What a living process writes stays.
 * @returns the names that were deleted
 */
export async function sweepLeftovers(
  folder: string,
  isAlive: (pid: number) => boolean = isProcessAlive,
): Promise<string[]> {
  const swept: string[] = [];
  for (const name of await readdir(folder)) {
    const pid = toWriterPid(name);
    if (pid === null || isAlive(pid)) continue;
    await rm(join(folder, name), { recursive: true, force: true });
    swept.push(name);
  }
  return swept;
}

function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 asks and does nothing.
    return process.kill(pid, 0);
  } catch (error) {
    // It lives and is someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
