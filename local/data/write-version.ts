import { mkdir, rename, rm } from 'node:fs/promises';
import { listVersions, newVersionFile } from '../bigquery/catalog/warehouse-versions.ts';
import { createVersion, type VersionWriter } from './version-writer.ts';

export type NewVersion = {
  /** Where the version file goes; made when missing. */
  warehouseFolder: string;
  /** The folder with the table definitions. */
  tablesFolder: string;
  dataset: string;
  now: () => Date;
};

/**
 * Writes a new version of the warehouse, whole or not at all: it takes its place when `fill` has ended, and what was written
 * goes when `fill` fails.
 * @returns the version file, the rows of each table, and what `fill` gave
 */
export async function writeVersion<T>(
  { warehouseFolder, tablesFolder, dataset, now }: NewVersion,
  fill: (version: VersionWriter) => Promise<T>,
): Promise<{ file: string; counts: Record<string, number>; filled: T }> {
  await mkdir(warehouseFolder, { recursive: true });
  const { writing } = newVersionFile(warehouseFolder, now());
  try {
    const version = await createVersion({ file: writing, tablesFolder, dataset });
    try {
      const filled = await fill(version);
      const finishedAt = now();
      const counts = await version.finish(finishedAt);
      const { complete } = newVersionFile(warehouseFolder, finishedAt);
      await dateBefore(warehouseFolder, finishedAt);
      await rename(writing, complete);
      return { file: complete, counts, filled };
    } finally {
      version.close();
    }
  } catch (error) {
    await Promise.all([writing, `${writing}.wal`].map((file) => rm(file, { force: true })));
    throw error;
  }
}

/** A version of a time to come was made by a clock that was ahead, and would hide the one that is made now. */
async function dateBefore(folder: string, at: Date): Promise<void> {
  const later = (await listVersions(folder)).filter((version) => version.at >= at);
  for (const [index, { file }] of later.entries()) {
    const { complete } = newVersionFile(folder, new Date(at.getTime() - later.length + index));
    await rename(file, complete);
  }
}
