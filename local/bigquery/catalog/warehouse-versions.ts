import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One complete DuckDB file: the whole dataset as it was from `at` on. */
export type WarehouseVersion = { file: string; at: Date };

/** The complete versions in a folder, oldest first; none when the folder is missing. `file` is a whole path. */
export async function listVersions(folder: string): Promise<WarehouseVersion[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const epochMs = /^(\d+)\.duckdb$/.exec(name)?.[1];
      return epochMs === undefined ? [] : [{ file: join(folder, name), at: new Date(Number(epochMs)) }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Of versions, oldest first, those that another one had taken the place of by then: from then on no moment is read from them. */
export function listReplaced(versions: readonly WarehouseVersion[], by: Date): WarehouseVersion[] {
  return versions.filter((_, index) => {
    const next = versions[index + 1];
    return next !== undefined && next.at <= by;
  });
}

/**
 * The paths of a new version: write and close `writing`, then rename it to `complete`. Until then nobody reads it, so a
 * writer that dies leaves no half version behind, only files with its process id in their names.
 */
export function newVersionFile(
  folder: string,
  at: Date,
  pid: number = process.pid,
): { writing: string; complete: string } {
  const complete = join(folder, `${at.getTime()}.duckdb`);
  return { writing: `${complete}.${pid}.tmp`, complete };
}

/** The process that writes a file of this name, or something beside it (`.wal`, `.spill`); null for any other name. */
export function toWriterPid(name: string): number | null {
  const pid = /^\d+\.duckdb\.(\d+)\.tmp(\.wal|\.spill)?$/.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}
