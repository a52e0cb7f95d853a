import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const formatVersion = 1;

/**
 * Opens the file and makes its tables. WAL with `synchronous=NORMAL`: an acknowledged commit is in the operating
 * system's hands, so it survives the end of this process at any moment, SIGKILL included. Only a power cut or a crash
 * of the system could lose the last commits, and `FULL` would buy that with a disk flush for every commit.
 *
 * `history` holds superseded versions, valid from `updateTime` until before `superseded`, for reads in the past. The
 * horizon is the earliest past that can be read; a new file starts with now, so that a resume token of a file that was
 * deleted is not taken for one of this.
 * @throws Error when another process has the file, when it is damaged or cannot be opened, or when another version of this
 * server made it.
 */
export function openDatabase(file: string, nowMs = Date.now()): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // Decoded documents are cached, so no other process may write behind this one's back.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT;');
    prepare(database, nowMs);
  } catch (cause) {
    database?.close();
    throw new Error(`${file} ${toProblem(cause)}`, { cause });
  }
  const format = Number(database.prepare("SELECT value FROM meta WHERE key = 'format'").get()?.value);
  if (format !== formatVersion) {
    database.close();
    throw new Error(`${file} was made by another version of the local Firestore. Delete it to start over.`);
  }
  return database;
}

/** https://www.sqlite.org/rescode.html */
const [sqliteBusy, sqliteCorrupt, sqliteNotADatabase] = [5, 11, 26];

function toProblem(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  if (code === sqliteBusy) return 'cannot be used: another local Firestore has it open.';
  if (code === sqliteCorrupt || code === sqliteNotADatabase) return 'is damaged. Delete it to start over.';
  return `cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
}

function prepare(database: DatabaseSync, nowMs: number): void {
  database.exec(`
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS documents (
      name TEXT PRIMARY KEY, parent TEXT NOT NULL, collectionId TEXT NOT NULL,
      createTime INTEGER NOT NULL, updateTime INTEGER NOT NULL, fields TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS documentsByParent ON documents (parent, updateTime);
    CREATE INDEX IF NOT EXISTS documentsByCollection ON documents (collectionId, updateTime);
    CREATE TABLE IF NOT EXISTS history (
      name TEXT NOT NULL, parent TEXT NOT NULL, collectionId TEXT NOT NULL,
      createTime INTEGER NOT NULL, updateTime INTEGER NOT NULL, superseded INTEGER NOT NULL, fields TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS historyByName ON history (name, superseded);
    CREATE INDEX IF NOT EXISTS historyByParent ON history (parent, superseded);
    CREATE INDEX IF NOT EXISTS historyByTime ON history (superseded);
    CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT OR IGNORE INTO meta VALUES ('format', ${formatVersion}), ('lastCommit', 0), ('horizon', ${Math.floor(nowMs * 1000)});
  `);
}
