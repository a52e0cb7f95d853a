import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the servers keep, and what they write beside it: SQLite's journals, a file that was not finished, half a version of the warehouse. */
const kept =
  /^(firestore\.sqlite(-wal|-shm|-journal)?|identity(-keys)?\.json(\.tmp)?|google-(credentials\.json|subject-token\.txt))$/;
/** https://www.sqlite.org/rescode.html#busy */
const sqliteBusy = 5;
const version = /^\d+\.duckdb(\..*)?$/;

/**
 * Removes what Tallyboard keeps in its data folder, and nothing else: the folder is named by whoever starts it, and may be one that
 * holds other things. A folder that is empty afterwards goes too.
 * @throws Error while a Tallyboard runs on it
 */
export async function forgetData(folder: string): Promise<void> {
  if (isOpen(join(folder, 'firestore.sqlite'))) {
    throw new Error(`A Tallyboard runs with the data in ${folder}. Stop it first, then start over.`);
  }
  await removeNamed(join(folder, 'warehouse'), version);
  await removeNamed(folder, kept);
}

/** The local Firestore holds its file for itself. A damaged one is open to nobody. */
function isOpen(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE; COMMIT;');
    return false;
  } catch (error) {
    return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
  } finally {
    database.close();
  }
}

async function removeNamed(folder: string, name: RegExp): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entries === null) return;
  const named = entries.filter((entry) => name.test(entry));
  await Promise.all(named.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
  if (named.length === entries.length) await rmdir(folder);
}
