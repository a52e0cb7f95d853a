import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { createAuditLog } from './audit.ts';
import { FirestoreTimeout } from './in-time.ts';
import { interruptTurn } from './interrupt-turn.ts';
import { toKey, useStore } from './testing/use-store.ts';

const { setting, startRecord } = useStore({ startServer, createAdmin });

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

test('a call that had ended when the function died is audited as it ended', async () => {
  const now = new Date();
  const asked = new Date(now.getTime() - 41_000);
  const step = {
    ...{ tool: 'read_sales', title: 'Reading sales', startedAt: asked, finishedAt: asked, resultId: null },
    ...{ rows: null, bytes: null, priceUsd: null, message: null },
  };
  const turnKey = { ...toKey(1), conversationId: toKey(1).turnId };
  const record = await startRecord({ number: 1, conversationId: turnKey.conversationId, now: asked });
  await record.write({
    ...emptyProgress,
    steps: [
      { ...step, id: 's1', status: 'done' },
      { ...step, id: 's2', status: 'failed', message: 'There is no measure "x".' },
    ],
  });
  await interruptTurn(setting.db, turnKey, now);
  const audited = await setting.db.collection('auditLog').where('turnId', '==', turnKey.turnId).get();
  expect(audited.docs.map((entry) => entry.get('outcome')).sort()).toEqual(['failed', 'ok']);
});
