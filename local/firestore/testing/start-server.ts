import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createFirestoreServer } from '../firestore-server.ts';
import { verifyUnsigned } from './verify-unsigned.ts';

/** Where the tests' Firestore listens. */
export type TestServer = { host: string; port: number; close: () => Promise<void> };

export const openRules = `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { match /{path=**} { allow read, write; } } }`;

export type TestServerOptions = {
  rules?: string;
  /** The project that the rules are for, where another server answers. */
  projectId?: string;
  indexes?: unknown;
  port?: number;
  file?: string;
};

/**
 * Starts a server over an empty database. With FIRESTORE_CONFORMANCE_HOST (`host:port`) set, the tests speak to that
 * server instead: Firebase's emulator, which takes the rules of a project over HTTP.
 */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const other = process.env.FIRESTORE_CONFORMANCE_HOST;
  if (other) {
    const [host = '', port] = other.split(':');
    if (options.rules && options.projectId) await sendRules(other, options.projectId, options.rules);
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
  }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { host: '127.0.0.1', port: server.port, close };
}

async function sendRules(host: string, projectId: string, content: string): Promise<void> {
  const response = await fetch(`http://${host}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!response.ok)
    throw new Error(`${host} does not take rules: ${response.status} ${await response.text()}`);
}
