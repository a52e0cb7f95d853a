import { setTimeout as sleep } from 'node:timers/promises';
import { turnSchema } from '@tallyboard/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { createGeminiServer } from '../../../local/gemini/gemini-server.ts';
import { createScriptBrain } from '../../../local/gemini/script/script-brain.ts';
import { type ScriptInput, scriptSchema } from '../../../local/gemini/script/script-schema.ts';
import { createGeminiModel } from '../model/gemini-model.ts';
import { createAuditLog } from '../store/audit.ts';
import { createTurnStore } from '../store/create-turn-store.ts';
import { parseDocument } from '../store/documents.ts';
import { turnRef, usageRef } from '../store/paths.ts';
import { storeOptions } from '../store/testing/store-options.ts';
import { type ModelFault, modelFaults } from './testing/faults.ts';
import { createTurnSetting, testLimits, turnId } from './testing/turn-setting.ts';

type Stream = ScriptInput['replies'][number]['stream'];

const secondTurn = 'turn-0000000000000002';
let firestore: TestServer;
let project = 0;
beforeAll(async () => {
  firestore = await startServer();
});
afterAll(() => firestore.close());

/** The whole turn over the wire: Gemini's through the SDK to the script, Firestore's through its client. */
async function open(replies: ScriptInput['replies'], turnTimeoutMs = 20_000) {
  project += 1;
  const brain = createScriptBrain({ replies });
  const gemini = await createGeminiServer({ port: 0, brain, logger: pino({ level: 'silent' }) });
  const db = createAdmin(firestore, `demo-faults-${project}`);
  const { ask, runner } = createTurnSetting(
    createGeminiModel({ apiKey: 'key', model: 'gemini-3.8-flash', baseUrl: gemini.origin }),
    {
      store: createTurnStore(db, storeOptions),
      audit: createAuditLog(db),
      limits: { ...testLimits, turnTimeoutMs },
    },
  );
  const key = { uid: 'maya', conversationId: turnId, turnId };
  const readTurn = async (id = turnId) =>
    parseDocument(await turnRef(db, { ...key, turnId: id }).get(), turnSchema);
  const countUsage = async () => (await usageRef(db, 'maya').get()).get('askedAt').length;
  return { ask, runner, readTurn, countUsage, db, [Symbol.asyncDispose]: gemini.close };
}

const good: Stream = [{ text: 'Whole.' }];
const always = (stream: Stream) => [{ stream, repeat: true }];
const toStream = ({ stream }: ModelFault): Stream => replyStreamSchema.parse(stream);
const replyStreamSchema = scriptSchema.shape.replies.element.shape.stream;
const recovering = modelFaults.filter(({ recovers }) => recovers);

test.each(recovering)('$name once: the turn recovers and is whole', async (fault) => {
  await using stack = await open([{ stream: toStream(fault) }, { stream: good, repeat: true }]);
  expect(await stack.ask('q')).toMatchObject({ status: 'completed', error: null });
  expect(await stack.readTurn()).toMatchObject({ status: 'completed', text: 'Whole.' });
});

test.each(modelFaults)(
  '$name for good: the turn fails with $code, its text stays, and the next question works',
  async (fault) => {
    await using stack = await open(
      [
        { stream: toStream(fault), repeat: true, when: { userText: 'first' } },
        { stream: good, repeat: true },
      ],
      fault.code === 'timeout' ? 3_000 : 20_000,
    );
    const reply = await stack.ask('first');
    expect(reply).toMatchObject({ status: 'failed', error: { code: fault.code } });
    const turn = await stack.readTurn();
    expect(turn).toMatchObject({ status: 'failed', text: fault.keptText, error: reply.error });
    expect(turn.finishedAt).not.toBeNull();
    expect(await stack.countUsage()).toBe(fault.counts ? 1 : 0);
    const next = await stack.ask('second', { turnId: secondTurn, conversationId: turnId });
    expect(next).toMatchObject({ status: 'completed' });
    expect(await stack.readTurn(secondTurn)).toMatchObject({ text: 'Whole.' });
  },
);

test('one-byte chunks and a split call are read whole, and signatures come back as they were', async () => {
  await using stack = await open([
    {
      stream: [
        { fault: { kind: 'one_byte_chunks' } },
        { calls: [{ name: 'read_sales' }, { name: 'read_sales' }], split: true },
      ],
    },
    { stream: [{ call: { name: 'show_visualization', args: { resultId: '$lastResultId' } } }] },
    { stream: good },
    { stream: good },
  ]);
  expect(await stack.ask('q')).toMatchObject({ status: 'completed' });
  const turn = await stack.readTurn();
  expect(turn.steps.map(({ resultId }) => resultId)).toEqual(['r1', 'r2', null]);
  expect(turn.visualizations).toMatchObject([{ resultId: 'r2' }]);
  expect((await stack.db.collection('auditLog').get()).size).toBe(3);
  // The script refuses history whose signatures or pairs are not as it sent them.
  const next = await stack.ask('and then?', { turnId: secondTurn, conversationId: turnId });
  expect(next).toMatchObject({ status: 'completed' });
});

test('text arrives in the document while the model still writes, and a cancel from another instance stops it', async () => {
  await using stack = await open(always([{ text: 'word '.repeat(100), chunkSize: 5, everyMs: 50 }]));
  const reply = stack.ask('q');
  await expect.poll(async () => (await stack.readTurn()).text.length).toBeGreaterThan(20);
  const other = createTurnStore(stack.db, storeOptions);
  await other.requestCancel({ uid: 'maya', conversationId: turnId, turnId }, new Date());
  expect(await reply).toMatchObject({ status: 'cancelled' });
  const turn = await stack.readTurn();
  expect(turn.text.length).toBeGreaterThan(20);
  await sleep(200);
  expect((await stack.readTurn()).text).toBe(turn.text);
});
