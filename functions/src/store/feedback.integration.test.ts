import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { readConversation } from './conversations.ts';
import { createTurnStore } from './create-turn-store.ts';
import { saveFeedback } from './feedback.ts';
import { storeOptions } from './testing/store-options.ts';
import { readTurn } from './turns.ts';

const turnId = 'turn-0000000000000001';
const key = { uid: 'maya', conversationId: turnId, turnId };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('feedback is kept on an ended turn only, and the last word counts', async () => {
  const db = createAdmin(server, 'demo-feedback');
  const store = createTurnStore(db, storeOptions);
  const now = new Date();
  const give = (reason: string | null) => saveFeedback(db, key, { kind: 'negative', reason }, now);
  await expect(give(null)).rejects.toMatchObject({ code: 'turn_not_found' });
  const started = await store.startTurn({
    key,
    begins: true,
    question: 'What sold best?',
    title: 'What sold best?',
    now,
    timeoutMs: 30_000,
  });
  expect((await readConversation(db, key, now))?.questions).toBe('What sold best?');
  await expect(give(null)).rejects.toMatchObject({ code: 'conversation_busy' });
  if (started.kind !== 'started') throw new Error('The turn was there already');
  await started.record.end({
    status: 'completed',
    progress: emptyProgress,
    error: null,
    finishedAt: now,
    contents: [],
    model: 'script',
    givesBack: false,
  });
  await give('Wrong month \ud83d');
  expect((await readTurn(db, key))?.feedback?.reason).toBe('Wrong month \ufffd');
  await give('');
  expect((await readTurn(db, key))?.feedback).toEqual({ kind: 'negative', reason: null, at: now });
  const expired = new Date(now.getTime() + 30 * 86_400_000);
  const late = saveFeedback(db, key, { kind: 'positive', reason: null }, expired);
  await expect(late).rejects.toMatchObject({ code: 'turn_not_found' });
});
