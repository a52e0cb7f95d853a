import { Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { createAuditLog } from './audit.ts';
import { listAudit } from './list-audit.ts';
import { auditRef } from './paths.ts';

let server: TestServer;
let db: Firestore;

beforeAll(async () => {
  server = await startServer();
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const host = `${server.host}:${server.port}`;
  db = new Firestore({ projectId: 'demo-audit', preferRest: true, host, ssl: false, authClient });
});

afterAll(async () => {
  await db.terminate();
  await server.close();
});

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const entry = (at: Date, tool: string) => ({
  at,
  uid: 'u1',
  conversationId: 'c1',
  turnId: 't1',
  tool,
  argumentsJson: '{}',
  sqlHash: null,
  rows: 1,
  bytesProcessed: 10,
  latencyMs: 5,
  outcome: 'ok' as const,
});

it('lists the tool calls of a time, oldest first, over more than one page', async () => {
  const audit = createAuditLog(db);
  await audit.append('late', entry(day(20), 'late'));
  await audit.append('early', entry(day(1), 'early'));
  const calls = Array.from({ length: 501 }, (_, index) => index);
  const batch = db.batch();
  for (const index of calls) {
    const at = new Date(day(10).getTime() + index);
    batch.create(auditRef(db, `e${index}`), entry(at, `t${index}`));
  }
  await batch.commit();
  const tools: string[] = [];
  for await (const { tool } of listAudit(db, { from: day(10), to: day(20) })) tools.push(tool);
  expect(tools).toEqual(calls.map((index) => `t${index}`));
});
