import type { Firestore } from '@google-cloud/firestore';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createAdmin } from './admin-client.ts';
import { startServer, type TestServer } from './start-server.ts';

/** A server for the tests of a file; `db` is the server SDK on it, in a project of its own for each test. */
export function useAdmin(): { readonly db: Firestore } {
  let server: TestServer;
  let db: Firestore;
  let count = 0;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    db = createAdmin(server, `demo-admin-${process.pid}-${count++}`);
  });
  return {
    get db() {
      return db;
    },
  };
}
