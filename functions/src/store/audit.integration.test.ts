import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { toAuditId, toStandInId } from '../turn/audit-id.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { TurnEndedError } from '../turn/turn-store.ts';
import { createAuditLog } from './audit.ts';
import { FirestoreTimeout } from './in-time.ts';
import { interruptTurn } from './interrupt-turn.ts';
import { key, toEnd, toKey, useStore } from './testing/use-store.ts';

const { setting, start, startRecord, readTurn } = useStore({ startServer, createAdmin });

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

test('a call of a function that was only late is audited with its arguments, beside what stood for it', async () => {
  const asked = new Date(Date.now() - 41_000);
  const started = await start({ now: asked });
  if (started.kind !== 'started') throw new Error('the turn existed');
  const { record, turn } = started;
  const step = {
    ...{
      id: 's1',
      tool: 'query_sales',
      title: 't',
      status: 'running' as const,
      startedAt: asked,
      finishedAt: null,
    },
    ...{ resultId: null, rows: null, bytes: null, priceUsd: null, message: null },
  };
  await record.write({ ...emptyProgress, steps: [step] });
  const id = toAuditId('maya', turn, 's1');
  record.audit(id, {
    ...{
      at: asked,
      uid: 'maya',
      conversationId: key.conversationId,
      turnId: key.turnId,
      tool: 'query_sales',
    },
    ...{
      argumentsJson: '{"measures":["revenue"]}',
      sqlHash: 'abc',
      rows: 3,
      bytesProcessed: 1,
      latencyMs: 5,
    },
    outcome: 'ok' as const,
  });
  await interruptTurn(setting.db, key, new Date());
  await expect(record.end(toEnd())).rejects.toThrow(TurnEndedError);
  for (const [entryId, entry] of record.unwrittenEntries())
    await createAuditLog(setting.db).append(entryId, entry);
  const audited = await setting.db.collection('auditLog').get();
  expect(audited.docs.map((entry) => [entry.id, entry.get('outcome'), entry.get('argumentsJson')])).toEqual([
    [id, 'ok', '{"measures":["revenue"]}'],
    [toStandInId(id), 'interrupted', ''],
  ]);
});

test('a call that was audited before its function died has no second entry', async () => {
  const asked = new Date(Date.now() - 41_000);
  const record = await startRecord({ now: asked });
  const step = {
    ...{
      id: 's1',
      tool: 'query_sales',
      title: 't',
      status: 'done' as const,
      startedAt: asked,
      finishedAt: asked,
    },
    ...{ resultId: null, rows: 3, bytes: null, priceUsd: null, message: null },
  };
  const turn = await readTurn();
  record.audit(toAuditId('maya', turn, 's1'), {
    ...{
      at: asked,
      uid: 'maya',
      conversationId: key.conversationId,
      turnId: key.turnId,
      tool: 'query_sales',
    },
    ...{
      argumentsJson: '{}',
      sqlHash: 'abc',
      rows: 3,
      bytesProcessed: 1,
      latencyMs: 5,
      outcome: 'ok' as const,
    },
  });
  await record.write({ ...emptyProgress, steps: [step] });
  await interruptTurn(setting.db, key, new Date());
  expect((await setting.db.collection('auditLog').get()).size).toBe(1);
});
