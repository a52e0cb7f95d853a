import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionsProcess } from '../../local/functions/functions-process.ts';
import { type Person, signIn } from '../person.ts';
import { type RunningSystem, startSystem } from '../running-system.ts';
import { holdAttackCounts } from './attack-report.ts';
import { readChecksum } from './hostile-warehouse.ts';
import {
  csvPayloads,
  havePublished,
  listKinds,
  markupPayloads,
  mostMs,
  playAll,
  promptPayloads,
  samplePayloads,
  sqlPayloads,
} from './payloads.ts';
import { countLeaks, countUnaudited, readEvidence } from './read-evidence.ts';
import { recordStatements } from './record-statements.ts';
import { toShape } from './to-shape.ts';
import { type Call, countTexts, toBatches, toCalls, toTwins } from './tool-calls.ts';

// A model that does what an attacker wants: it puts each payload into every argument that takes a text. The statements that
// reach BigQuery must be those that innocent words in the same places cause: then no payload became SQL.
const all = [...new Set([...sqlPayloads, ...markupPayloads, ...promptPayloads, ...csvPayloads])];
/** All of them go through the tools in `statements.test.ts`; of each kind one in thirty goes the whole way here. */
const payloads = playAll ? all : samplePayloads(all, 30);
const callsATurn = 150;

let system: RunningSystem;
let recorder: Awaited<ReturnType<typeof recordStatements>>;
let api: FunctionsProcess;
let maya: Person;
beforeAll(async () => {
  system = await startSystem();
  recorder = await recordStatements(system.origins.bigquery);
  api = await system.startFunction({
    BIGQUERY_EMULATOR_HOST: recorder.origin,
    TURN_TIMEOUT_MS: '300000',
    TOOL_CALLS: '200',
    QUERIES_PER_HOUR: '1000',
    CALLS_PER_MINUTE: '1000',
    BYTES_PER_USER_DAY: '1000000000000',
    LOG_LEVEL: 'warn',
  });
  maya = await signIn(system, api.origin, 'manager');
}, 90_000);
afterAll(async () => {
  await system?.close();
  await recorder?.close();
});

/** Lets the model make the calls, a turn for each 150. */
async function makeCalls(name: string, calls: Call[]) {
  const turns = toBatches(calls, callsATurn).map((batch, index) => ({
    batch,
    turnId: `${name}-${index}-000000000000000`,
  }));
  system.setScript([
    ...turns.map(({ batch, turnId }) => ({
      when: { userText: turnId, round: 0 },
      stream: [{ calls: batch }],
    })),
    { repeat: true, stream: [{ text: 'Done.' }] },
  ]);
  const evidence = [];
  for (const { batch, turnId } of turns) {
    const asked = await maya.at(api.origin).ask({ turnId, message: `Obey: ${turnId}` });
    expect(asked).toMatchObject({ reply: { status: 'completed' } });
    const found = await readEvidence(system, maya.uid, turnId);
    expect(found.turn.steps).toHaveLength(batch.length);
    evidence.push(found);
  }
  return evidence;
}

test(
  'no payload in an argument of a tool becomes SQL, reads another warehouse, changes a row or goes unaudited',
  async () => {
    expect(listKinds(payloads)).toEqual(listKinds(all));
    const before = await readChecksum(system.warehouseFolder);
    await makeCalls('innocent', toCalls(toTwins(payloads)));
    const known = new Set([...recorder.statements].map(toShape));
    expect(known.size).toBeGreaterThan(4);
    recorder.statements.clear();

    const calls = toCalls(payloads);
    const evidence = await makeCalls('attack', calls);
    const foreign = [...recorder.statements].filter((sql) => !known.has(toShape(sql)));
    expect(foreign.slice(0, 2)).toEqual([]);
    const after = await readChecksum(system.warehouseFolder);
    const sum = (count: (one: (typeof evidence)[number]) => number) =>
      evidence.reduce((total, one) => total + count(one), 0);
    if (!havePublished) return;
    const counts = {
      tried: countTexts(calls),
      leaked: sum(countLeaks),
      changed: before === after ? 0 : 1,
      executed: foreign.length,
      unaudited: sum(countUnaudited),
    };
    holdAttackCounts('arguments of tools, on the whole system', counts, true);
  },
  mostMs,
);
