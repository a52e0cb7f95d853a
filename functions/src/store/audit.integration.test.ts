import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { createAuditLog } from './audit.ts';
import { FirestoreTimeout } from './in-time.ts';
import { useStore } from './testing/use-store.ts';

const { setting } = useStore({ startServer, createAdmin });

test('an entry that Firestore does not take in 3 s counts as not stored: nobody waits for it longer', async () => {
  const entry = {
    ...{ at: new Date(), uid: 'u', conversationId: '', turnId: '', tool: 'query_sales', argumentsJson: '{}' },
    ...{ sqlHash: null, rows: 1, bytesProcessed: null, latencyMs: 1, outcome: 'ok' as const },
  };
  setting.proxy.decide = () => ({ kind: 'swallow' });
  await expect(createAuditLog(setting.db).append('a', entry)).rejects.toThrow(FirestoreTimeout);
  setting.proxy.decide = () => undefined;
  await createAuditLog(setting.db).append('a', entry);
  expect((await setting.db.collection('auditLog').get()).size).toBe(1);
});
