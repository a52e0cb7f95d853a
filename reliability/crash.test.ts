import { setTimeout as sleep } from 'node:timers/promises';
import { conversationSchema, queryUsageSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../functions/src/store/documents.ts';
import { givesBack, graceMs } from '../functions/src/store/interrupt-turn.ts';
import { conversationRef, turnRef, usageRef } from '../functions/src/store/paths.ts';
import { listTurns } from '../functions/src/store/turns.ts';
import { toAuditId, toStandInId } from '../functions/src/turn/audit-id.ts';
import type { FunctionsProcess } from '../local/functions/functions-process.ts';
import { sendCleanUp } from '../local/functions/send-clean-up.ts';
import { type Person, signIn } from './person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

/** `CRASH_PROCESS_KILLS=200` for the long run. */
const kills = Number(process.env.CRASH_PROCESS_KILLS ?? 5);
/** Turns that run when the process is killed. */
const turnsAKill = 3;
const turnTimeoutMs = 10_000;
/** How long after the first turn was accepted the kill falls: into its reads, its text, its end. */
const longestLifeMs = 2_000;

let system: RunningSystem;
let person: Person;
beforeAll(async () => {
  system = await startSystem();
  system.setScript([
    {
      when: { round: 0, userText: 'first' },
      repeat: true,
      stream: [{ call: { name: 'get_sales_by_month', args: { months: 3 } } }],
    },
    {
      when: { round: 1, userText: 'first' },
      repeat: true,
      stream: [
        { text: 'Here they are. ', chunkSize: 1, everyMs: 40 },
        {
          call: {
            name: 'show_visualization',
            args: { resultId: '$lastResultId', title: 'Sales', shape: 'table', columns: [] },
          },
        },
      ],
    },
    { when: { userText: 'second' }, repeat: true, stream: [{ text: 'Good.' }] },
    { repeat: true, stream: [{ text: 'Sales went up and down.', chunkSize: 1, everyMs: 40 }] },
  ]);
  const first = await start();
  person = await signIn(system, first.origin, 'analyst');
  await first.close();
}, 90_000);
afterAll(() => system?.close());

const start = () =>
  system.startFunction({
    TURN_TIMEOUT_MS: String(turnTimeoutMs),
    QUERIES_PER_HOUR: '100000',
    CALLS_PER_MINUTE: '100000',
  });
const toId = (kill: number, turn: number, part = 'a') => `crash-${kill}-${turn}-${part}-0000000000`;
const ask = (api: FunctionsProcess, turnId: string, message: string, conversationId?: string) =>
  person.at(api.origin).ask({ turnId, message, ...(conversationId && { conversationId }) });

/** Asks, and kills the process at a random moment of the turns. */
async function killOne(kill: number): Promise<void> {
  const api = await start();
  const asked = Array.from({ length: turnsAKill }, (_, turn) => {
    const id = toId(kill, turn);
    return ask(api, id, 'first').catch(() => 'the connection broke');
  });
  // A process takes its time to answer at all: without this wait most kills would come before any turn.
  if (kill % 5 > 0) await waitForTurn(toId(kill, 0));
  await sleep(Math.random() * longestLifeMs);
  await api.kill();
  await Promise.all(asked);
}

async function waitForTurn(turnId: string): Promise<void> {
  const ref = turnRef(system.db, { uid: person.uid, conversationId: turnId, turnId });
  const giveUpAt = Date.now() + 10_000;
  while (!(await ref.get()).exists && Date.now() < giveUpAt) await sleep(20);
}

test(`${kills} kills of the process with ${turnsAKill} turns each: none is lost, doubled or running for ever, the count is exact, and every call is audited`, {
  timeout: 120_000 + kills * 6_000,
}, async () => {
  for (let kill = 0; kill < kills; kill += 1) await killOne(kill);
  const ids = Array.from({ length: kills * turnsAKill }, (_, index) =>
    toId(Math.floor(index / turnsAKill), index % turnsAKill),
  );
  const dead = await listRunning();
  await sleep(turnTimeoutMs + graceMs + 500);

  // The next question of their conversations ends half of them, the clean-up the others.
  const api = await start();
  const byQuestion = new Set(dead.filter((_, index) => index % 2 === 0));
  const outcomes = await inBatches(
    ids.filter((id) => byQuestion.has(id)),
    (id) => goOn(api, id),
  );
  const retention = await system.startFunction({}, 'retention');
  expect((await sendCleanUp(retention.origin)).status).toBe(204);
  expect(await listRunning()).toEqual([]);
  outcomes.push(
    ...(await inBatches(
      ids.filter((id) => !byQuestion.has(id)),
      (id) => goOn(api, id),
    )),
  );

  const ends = Map.groupBy(outcomes, ({ first }) => first.error?.code ?? first.status);
  const counts = Object.fromEntries([...ends].map(([end, { length }]) => [end, length]));
  console.log(
    `${kills} kills, ${dead.length} turns died, ${byQuestion.size} ended by a question: ${JSON.stringify(counts)}`,
  );
  // The kills did reach turns, and each of these was ended as what it is.
  expect(dead.length).toBeGreaterThan(kills / 2);
  expect(
    ends
      .get('interrupted')
      ?.map(({ id }) => id)
      .sort(),
  ).toEqual(dead.sort());
  const usage = parseDocument(await usageRef(system.db, person.uid).get(), queryUsageSchema);
  const counted = outcomes.flatMap(({ turns }) =>
    turns.filter((turn) => turn.error?.code !== 'interrupted' || !givesBack(turn)),
  );
  expect(toTimes(usage.askedAt)).toEqual(toTimes(counted.map(({ askedAt }) => askedAt)));
});

/** Over all people and conversations. */
async function listRunning(): Promise<string[]> {
  const turns = await system.db.collectionGroup('turns').get();
  return turns.docs.filter((turn) => turn.get('status') === 'running').map(({ id }) => id);
}

const toTimes = (dates: Date[]) => dates.map((date) => date.getTime()).sort((a, b) => a - b);

/** What a page does when the connection broke: the same question with the same id. Then the next one. */
async function goOn(api: FunctionsProcess, id: string) {
  const key = { uid: person.uid, conversationId: id };
  const before = await Array.fromAsync(listTurns(system.db, key));
  const next = await ask(api, `${id}-next`, 'second', before.length > 0 ? id : undefined);
  if (before.length > 0) expect(next, id).toMatchObject({ reply: { status: 'completed' } });
  const again = await ask(api, id, 'first');
  expect(again, id).toMatchObject({ accepted: true });
  const turns = await Array.fromAsync(listTurns(system.db, key));
  const conversation = parseDocument(await conversationRef(system.db, key).get(), conversationSchema);
  const expected = before.length > 0 ? [id, `${id}-next`] : [id];
  expect(turns.map(({ turnId }) => turnId)).toEqual(expected);
  expect(conversation, id).toMatchObject({ activeTurnId: null, turnCount: expected.length });
  for (const turn of turns) {
    expect(turn.status, id).not.toBe('running');
    const audited = await system.db.collection('auditLog').where('turnId', '==', turn.turnId).get();
    const ids = audited.docs.map((entry) => entry.id);
    for (const step of turn.steps) {
      const own = toAuditId(person.uid, turn, step.id);
      expect(ids.some((known) => known === own || known === toStandInId(own))).toBe(true);
    }
  }
  const [first] = turns;
  if (first === undefined) throw new Error(`${id} is lost`);
  // A turn of its own began with the next question where the first had never been accepted.
  const others =
    before.length > 0
      ? []
      : await Array.fromAsync(listTurns(system.db, { ...key, conversationId: `${id}-next` }));
  return { id, first, turns: [...turns, ...others] };
}

async function inBatches<T, R>(all: T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += 6) {
    results.push(...(await Promise.all(all.slice(from, from + 6).map(run))));
  }
  return results;
}
