import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createFirestoreServer } from '../firestore-server.ts';
import { verifyUnsigned } from '../wire/caller.ts';

/** Where the tests' Firestore listens. */
export type TestServer = { host: string; port: number; close: () => Promise<void> };

export const openRules = `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { match /{path=**} { allow read, write; } } }`;

/**
 * Starts a server over an empty database. With FIRESTORE_CONFORMANCE_HOST (`host:port`) set, the tests speak to that
 * server instead: Firebase's emulator, started with the same rules.
 */
export async function startServer(
  options: { rules?: string; indexes?: unknown; port?: number; file?: string } = {},
): Promise<TestServer> {
  const other = process.env.FIRESTORE_CONFORMANCE_HOST;
  if (other) {
    const [host = '', port] = other.split(':');
    return { host, port: Number(port), close: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'firestore-'));
  const rulesFile = join(folder, 'firestore.rules');
  const indexesFile = join(folder, 'firestore.indexes.json');
  await writeFile(rulesFile, options.rules ?? openRules);
  if (options.indexes) await writeFile(indexesFile, JSON.stringify(options.indexes));
  const server = await createFirestoreServer({
    port: options.port ?? 0,
    file: options.file ?? ':memory:',
    rulesFile,
    indexesFile: options.indexes ? indexesFile : null,
    verifyToken: verifyUnsigned,
    logger: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { host: '127.0.0.1', port: server.port, close };
}
