import { setTimeout as sleep } from 'node:timers/promises';
import type { Firestore } from '@google-cloud/firestore';
import { z } from 'zod';
import { conversationRef, turnRef } from '../../functions/src/store/paths.ts';
import { sendCleanUp } from '../../local/functions/send-clean-up.ts';
import { type RunningSystem, startSystem } from '../../reliability/running-system.ts';
import { bundleFunctions } from '../deploy/bundle-functions.ts';
import { root } from '../root.ts';

const turnsPerConversation = 5;
/** The turn, its result, a part of the result, the model's contents. */
const documentsPerConversation = 1 + 4 * turnsPerConversation;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

const reportSchema = z.object({
  message: z.literal('Clean-up done'),
  conversationsPurged: z.number(),
  documentsRemoved: z.number(),
  failures: z.number(),
  complete: z.boolean(),
});

/**
 * The scheduled clean-up as a function of its own, twice at once, on many documents (`words`: how many, 100,000 by
 * default) of sessions that were deleted over a week ago. One run on few documents before it shows what the process
 * needs anyway.
 */
export async function benchRetention([given = '100000']: string[]): Promise<void> {
  const { folder } = await bundleFunctions(root);
  const system = await startSystem();
  try {
    for (const documents of [2_100, Number(given)]) {
      const conversations = Math.ceil(documents / documentsPerConversation);
      await fill(system.db, conversations);
      const total = conversations * documentsPerConversation;
      console.log(`${total} documents of ${conversations} sessions are written.`);
      await cleanUp(system, folder);
    }
  } finally {
    await system.close();
  }
}

async function cleanUp(system: RunningSystem, folder: string): Promise<void> {
  const first = await system.startFunction({}, 'retention', folder);
  const second = await system.startFunction({}, 'retention', folder);
  const before = system.log.length;
  const startedAt = performance.now();
  // The answer comes when the run has ended, which takes longer than fetch waits: the log says when.
  for (const { origin } of [first, second]) sendCleanUp(origin).catch(() => undefined);
  const isDone = () => system.log.slice(before).filter((line) => line.includes('Clean-up done')).length === 2;
  while (!isDone()) await sleep(200);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const line of system.log.slice(before)) {
    if (!line.includes('Clean-up done')) continue;
    const { message: _, ...report } = reportSchema.parse(JSON.parse(line));
    console.log(JSON.stringify(report));
  }
  const left = await system.db.collectionGroup('parts').count().get();
  console.log(`${seconds.toFixed(0)} s; ${left.data().count} parts of results are left.`);
  for (const process of [first, second]) {
    const { cpuMs, peakBytes } = await process.usage();
    console.log(`peak ${(peakBytes / 1e6).toFixed(0)} MB, ${(cpuMs / 1_000).toFixed(1)} s of processor time`);
    await process.close();
  }
}

async function fill(db: Firestore, conversations: number): Promise<void> {
  const writer = db.bulkWriter({ throttling: false });
  const expiresAt = daysAgo(-20);
  for (let index = 0; index < conversations; index += 1) {
    const conversationId = `deleted-${index.toString().padStart(12, '0')}`;
    const key = { uid: `person-${index % 200}`, conversationId };
    const at = daysAgo(9);
    void writer.set(conversationRef(db, key), {
      ...{ conversationId, title: 'Deleted', createdAt: at, lastAccessedAt: at, archivedAt: daysAgo(8) },
      ...{ turnCount: turnsPerConversation, activeTurnId: null, expiresAt },
    });
    for (let turn = 0; turn < turnsPerConversation; turn += 1) {
      const ref = turnRef(db, { ...key, turnId: `${conversationId}-${turn}` });
      const result = ref.collection('results').doc('r1');
      void writer.set(ref, { status: 'completed', question: 'What sold best?', expiresAt });
      void writer.set(result, { rowsJson: '[]', expiresAt });
      void writer.set(result.collection('parts').doc('1'), { rowsJson: '[]', expiresAt });
      void writer.set(ref.collection('private').doc('model'), { contentsJson: '[]', expiresAt });
    }
    if (index % 200 === 199) await writer.flush();
  }
  await writer.close();
}
