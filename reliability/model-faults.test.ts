import { type Turn, turnSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDocument } from '../functions/src/store/documents.ts';
import { turnRef } from '../functions/src/store/paths.ts';
import { type ModelFault, modelFaults } from '../functions/src/turn/testing/faults.ts';
import { toBody } from '../functions/src/turn/turn-error.ts';
import type { FunctionsProcess } from '../local/functions/functions-process.ts';
import { type ScriptInput, scriptSchema } from '../local/gemini/script/script-schema.ts';
import { type Person, signIn } from './person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

type Reply = ScriptInput['replies'][number];

// Every fault of docs/reliability.md again, this time on the whole system: a browser's requests, the function in a process of
// its own under Google's framework, and the local servers. The faults happen side by side, as they would.
const timeoutMs = { whole: 20_000, stalled: 10_000 };
const streamSchema = scriptSchema.shape.replies.element.shape.stream;
const readMonths = { name: 'get_sales_by_month', args: { months: 3 } };
const toStream = ({ name, stream }: ModelFault): Reply['stream'] =>
  name === 'endless tool loop' ? [{ call: readMonths }] : streamSchema.parse(stream);

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const toTurnId = (name: string) => `${slug(name)}-0000000000000000`.slice(0, 60);
const good: Reply['stream'] = [{ text: 'Whole.' }];

/** What the model gets wrong and can put right itself: the turn completes. */
const recovered: { name: string; replies: Reply['stream'][]; steps: string[]; text: string }[] = [
  {
    name: 'one-byte chunks',
    replies: [[{ fault: { kind: 'one_byte_chunks' } }, { text: 'Größe – whole.' }]],
    steps: [],
    text: 'Größe – whole.',
  },
  {
    name: 'calls split over chunks',
    replies: [[{ calls: [readMonths, readMonths], split: true }], good],
    steps: ['done', 'done'],
    text: 'Whole.',
  },
  {
    name: 'unknown tool',
    replies: [
      [{ call: { name: 'drop_table', args: { name: 'sales_lines' } } }],
      [{ call: readMonths }],
      good,
    ],
    steps: ['failed', 'done'],
    text: 'Whole.',
  },
  {
    name: 'bad arguments',
    replies: [[{ call: { name: 'get_sales_by_month', args: { months: -1, sql: 'x' } } }], good],
    steps: ['failed'],
    text: 'Whole.',
  },
];

let system: RunningSystem;
let api: FunctionsProcess;
let quick: FunctionsProcess;
let person: Person;
beforeAll(async () => {
  system = await startSystem();
  [api, quick] = await Promise.all([
    system.startFunction({
      TURN_TIMEOUT_MS: String(timeoutMs.whole),
      QUERIES_PER_HOUR: '1000',
      CALLS_PER_MINUTE: '1000',
    }),
    system.startFunction({
      TURN_TIMEOUT_MS: String(timeoutMs.stalled),
      QUERIES_PER_HOUR: '1000',
      CALLS_PER_MINUTE: '1000',
    }),
  ]);
  person = await signIn(system, api.origin, 'analyst');
}, 90_000);
afterAll(() => system?.close());

const readTurn = async (conversationId: string, turnId: string): Promise<Turn> =>
  parseDocument(await turnRef(system.db, { uid: person.uid, conversationId, turnId }).get(), turnSchema);

/** Asks in a new conversation, and then the next question in it. */
async function askTwice(name: string, origin: string) {
  const { ask } = person.at(origin);
  const turnId = toTurnId(name);
  const next = toTurnId(`next-${name}`);
  const asked = await ask({ turnId, message: `Question: ${slug(name)}.` });
  const askedNext = await person
    .at(api.origin)
    .ask({ turnId: next, conversationId: turnId, message: 'Go on' });
  const turn = await readTurn(turnId, turnId);
  return { asked, askedNext, turn, nextTurn: await readTurn(turnId, next) };
}

const when = (name: string) => ({ userText: `Question: ${slug(name)}.` });

test('every fault of the model that stays ends its turn, with its own code, a sentence and the text so far, and the next question works', async () => {
  system.setScript([
    ...modelFaults.map((fault) => ({ when: when(fault.name), repeat: true, stream: toStream(fault) })),
    { repeat: true, stream: good },
  ]);
  const outcomes = await Promise.all(
    modelFaults.map(async (fault) => {
      const origin = fault.code === 'timeout' ? quick.origin : api.origin;
      return { fault, ...(await askTwice(fault.name, origin)) };
    }),
  );
  for (const { fault, asked, askedNext, turn, nextTurn } of outcomes) {
    const error = expect.objectContaining(toBody(fault.code));
    expect(asked, fault.name).toMatchObject({ accepted: true, reply: { status: 'failed', error } });
    expect(turn, fault.name).toMatchObject({ status: 'failed', error, text: fault.keptText });
    expect(turn.error?.message, fault.name).toMatch(/^[A-Z].{20,}\. .+\.$/);
    expect(
      turn.steps.some(({ status }) => status === 'running'),
      fault.name,
    ).toBe(false);
    expect(askedNext, fault.name).toMatchObject({ accepted: true, reply: { status: 'completed' } });
    expect(nextTurn, fault.name).toMatchObject({ status: 'completed', text: 'Whole.' });
  }
}, 90_000);

test('what a fault that passes leaves is a whole answer', async () => {
  const passing = modelFaults.filter(({ recovers }) => recovers);
  system.setScript([
    ...passing.map((fault) => ({ when: when(`once ${fault.name}`), stream: toStream(fault) })),
    { repeat: true, stream: good },
  ]);
  const outcomes = await Promise.all(passing.map(({ name }) => askTwice(`once ${name}`, api.origin)));
  for (const { turn } of outcomes) {
    expect(turn, turn.question).toMatchObject({ status: 'completed', error: null, text: 'Whole.' });
  }
}, 60_000);

test('calls and texts in odd pieces are read whole, and calls that are wrong are put right by the model', async () => {
  system.setScript([
    ...recovered.flatMap(({ name, replies }) => replies.map((stream) => ({ when: when(name), stream }))),
    { repeat: true, stream: good },
  ]);
  for (const { name, steps, text } of recovered) {
    const { turn, askedNext } = await askTwice(name, api.origin);
    expect(turn, name).toMatchObject({ status: 'completed', error: null, text });
    expect(
      turn.steps.map(({ status }) => status),
      name,
    ).toEqual(steps);
    expect(askedNext, name).toMatchObject({ accepted: true, reply: { status: 'completed' } });
  }
}, 60_000);

const errorLineSchema = z.object({
  severity: z.enum(['ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY']),
  code: z.string().optional(),
});

test('no fault crashed the process, and none was logged as an error but a key that is not taken', async () => {
  for (const { origin } of [api, quick]) expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  const errors = system.log.flatMap((line) => {
    if (!line.startsWith('{')) return line;
    const error = errorLineSchema.safeParse(JSON.parse(line));
    return error.success ? (error.data.code ?? line) : [];
  });
  // HTTP 403
  expect(errors).toEqual(['model_unavailable']);
});
