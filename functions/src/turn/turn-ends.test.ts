import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { ModelError } from '../model/model.ts';
import { call, createScriptModel, fail, type ScriptedReply, say } from './testing/script-model.ts';
import { stopTime } from './testing/stop-time.ts';
import { createTurnSetting, testLimits, toTool, turnId } from './testing/turn-setting.ts';

const read = call('read_sales');
const cut = (error: ScriptedReply): ScriptedReply => ({ ...error, parts: [{ text: 'Half an ' }] });

test.each<[ModelError['code'], boolean, number]>([
  ['model_rate_limited', true, 4],
  ['model_unavailable', true, 4],
  ['model_empty', true, 2],
  ['model_malformed', true, 2],
  ['model_rejected', false, 1],
  ['model_blocked', false, 1],
  ['model_truncated', false, 1],
])('%s that stays ends the turn with its code and a sentence', async (code, retryable, requests) => {
  const model = createScriptModel(fail(code, retryable));
  const { ask, read: readStored } = createTurnSetting(model);
  const reply = await ask('q');
  expect(reply).toMatchObject({ status: 'failed', error: { code } });
  expect(reply.error?.message).toMatch(/^[A-Z].{20,}\.$/);
  expect(model.requests).toHaveLength(requests);
  const [end] = readStored().ends;
  expect(end?.givesBack).toBe(code !== 'model_blocked');
});

test.each<[string, ScriptedReply]>([
  ['a busy service', fail('model_rate_limited', true)],
  ['a service that is away', fail('model_unavailable', true)],
  ['an empty reply', fail('model_empty', true)],
  ['a malformed reply', fail('model_malformed', true)],
  ['a malformed reply that had shown text', cut(fail('model_malformed', true))],
  ['a stream that broke after a call', { ...fail('model_unavailable', true), parts: [read] }],
])('%s is asked again, and the answer is whole', async (_name, failure) => {
  const model = createScriptModel(failure, say('Whole.'));
  const { ask, read: readStored } = createTurnSetting(model);
  expect(await ask('q')).toMatchObject({ status: 'completed', error: null });
  expect(readStored().turn.text).toBe('Whole.');
  expect(readStored().turn.steps).toEqual([]);
});

test('a stream that breaks after its first text is not asked again: the text stays and the turn has failed', async () => {
  const model = createScriptModel(cut(fail('model_unavailable', true)), say('Whole.'));
  const { ask, read: readStored } = createTurnSetting(model);
  expect(await ask('q')).toMatchObject({ status: 'failed', error: { code: 'model_unavailable' } });
  expect(readStored().turn.text).toBe('Half an ');
  expect(readStored().ends[0]?.givesBack).toBe(false);
  expect(model.requests).toHaveLength(1);
});

test.each<[string, ScriptedReply, string]>([
  ['a model that hangs', { hangs: true }, ''],
  ['a model that hangs in the middle', { parts: [{ text: 'Half an ' }], hangs: true }, 'Half an '],
])('%s is stopped at the deadline with its text kept', async (_name, reply, text) => {
  stopTime();
  const { ask, read: readStored } = createTurnSetting(createScriptModel(reply));
  const asked = ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs - 1);
  expect(readStored().turn.status).toBe('running');
  await vi.advanceTimersByTimeAsync(1);
  expect(await asked).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
  const { turn, ends } = readStored();
  expect(turn.finishedAt).toEqual(turn.deadlineAt);
  expect(turn.text).toBe(text);
  expect(ends).toHaveLength(1);
});

test('a tool that hangs and ignores its signal cannot hold the turn; its step and its audit entry end', async () => {
  stopTime();
  const tool = toTool('stuck', () => new Promise(() => undefined));
  const model = createScriptModel({ parts: [call('stuck')] }, say('It took too long.'));
  const { ask, read: readStored, store } = createTurnSetting(model, { tools: [tool] });
  const asked = ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs - 1);
  expect(await asked).toMatchObject({ status: 'completed' });
  expect(readStored().turn.steps[0]).toMatchObject({ status: 'failed' });
  expect([...store.audit.entries.values()][0]?.outcome).toBe('warehouse_failed');
});

test('what the warehouse said of a read that failed is in the log, and neither in the step nor told to the model', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const cause = new Error('Access Denied: Table secret');
  const tool = toTool('denied', async () => ({
    ...{ kind: 'failure', code: 'warehouse_failed', hint: 'Say so.' },
    message: 'The data could not be read.',
    cause,
  }));
  const model = createScriptModel({ parts: [call('denied')] }, say('The data could not be read.'));
  const { ask, read: readStored } = createTurnSetting(model, { tools: [tool], logger });
  await ask('q');
  expect(lines.join('')).toContain('Access Denied: Table secret');
  expect(readStored().turn.steps[0]?.message).toBe('The data could not be read.');
  expect(JSON.stringify([model.requests, readStored()])).not.toContain('secret');
});

test.each([
  ['takes no key of ours', fail('model_unavailable', false), 'error'],
  ['is away', fail('model_unavailable', true), 'warn'],
  ['refuses a question', fail('model_rejected', false), 'warn'],
])('a model that %s is logged at its severity', async (_what, failure, level) => {
  const lines: string[] = [];
  const options = { level: 'warn', formatters: { level: (label: string) => ({ level: label }) } };
  const logger = pino(options, { write: (line) => void lines.push(line) });
  await createTurnSetting(createScriptModel(failure), { logger }).ask('q');
  expect(lines.find((line) => line.includes('"turn failed"'))).toContain(`"level":"${level}"`);
});

test('a read is aborted when the turn is cancelled', async () => {
  let aborted = false;
  const tool = toTool('stuck', (_args, { signal }) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Promise(() => undefined);
  });
  const {
    ask,
    runner,
    read: readStored,
    store,
  } = createTurnSetting(createScriptModel({ parts: [call('stuck')] }), {
    tools: [tool],
  });
  const reply = ask('q');
  await expect.poll(() => readStored().turn.steps.length).toBe(1);
  const cancelled = await runner.cancel({ uid: 'maya', conversationId: turnId, turnId });
  expect(cancelled).toEqual({ turnId, status: 'cancelled' });
  expect(await reply).toMatchObject({ status: 'cancelled', error: null });
  expect(aborted).toBe(true);
  expect(readStored().turn.steps[0]).toMatchObject({ status: 'failed', message: 'Stopped' });
  expect([...store.audit.entries.values()][0]?.outcome).toBe('interrupted');
});

test('a cancel that came in elsewhere ends the turn within 500 ms, with its text kept', async () => {
  stopTime();
  const {
    ask,
    store,
    read: readStored,
  } = createTurnSetting(createScriptModel({ parts: [{ text: 'Half' }], hangs: true }));
  const reply = ask('q');
  await vi.advanceTimersByTimeAsync(700);
  expect(readStored().turn.text).toBe('Half');
  await store.requestCancel({ uid: 'maya', conversationId: turnId, turnId }, new Date());
  await vi.advanceTimersByTimeAsync(500);
  expect(readStored().turn).toMatchObject({ status: 'cancelled', text: 'Half' });
  expect(await reply).toMatchObject({ status: 'cancelled' });
});

test('a turn that was written just now does not ask whether it was cancelled', async () => {
  stopTime();
  const model = createScriptModel({ parts: [{ text: 'a' }, { text: 'b' }], pauseMs: 800 });
  for (const [quietMs, asks] of [
    [0, false],
    [1_000, true],
  ] as const) {
    const { ask, store } = createTurnSetting(model);
    store.quietMs = quietMs;
    let asked = false;
    store.before = async (operation) => {
      asked ||= operation === 'readCancel';
    };
    const reply = ask('q');
    await vi.advanceTimersByTimeAsync(1_600);
    await reply;
    expect(asked).toBe(asks);
  }
});

test('an endless tool loop ends after the last round, which must answer in text', async () => {
  const model = createScriptModel({ parts: [read] });
  const { ask, read: readStored } = createTurnSetting(model);
  expect(await ask('q')).toMatchObject({ status: 'failed', error: { code: 'too_many_rounds' } });
  expect(model.requests.map(({ toolMode }) => toolMode)).toEqual([...Array(7).fill('auto'), 'none']);
  expect(readStored().turn.steps).toHaveLength(7);
});

test('calls past the limit are not run, and the model must then answer', async () => {
  const model = createScriptModel({ parts: [read, read, read] }, say('Enough.'));
  const { ask, read: readStored } = createTurnSetting(model, { limits: { ...testLimits, toolCalls: 2 } });
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  expect(readStored().turn.steps).toHaveLength(2);
  expect(model.requests[1]?.toolMode).toBe('none');
  expect(model.requests[1]?.contents.at(-1)?.parts[2]?.functionResponse?.response).toMatchObject({
    error: { code: 'too_many_rounds' },
  });
});

test('reads past the limit of the day are refused before they are billed, and the model is told', async () => {
  const model = createScriptModel({ parts: [read, read] }, say('At the limit.'));
  const { ask, read: readStored, store } = createTurnSetting(model);
  store.bytesLeft = 15_000_000;
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  expect(readStored().turn.steps.map(({ status }) => status)).toEqual(['done', 'failed']);
  expect(model.requests[1]?.contents.at(-1)?.parts[1]?.functionResponse?.response).toMatchObject({
    error: { code: 'too_expensive' },
  });
});

test('an answer that is too long for its document is cut, over all rounds, and ends as truncated', async () => {
  const long = 'Sales went up and down. '.repeat(2_500);
  const model = createScriptModel({ parts: [{ text: long }, read] }, say(long));
  const { ask, read: readStored } = createTurnSetting(model);
  expect(await ask('q')).toMatchObject({ status: 'failed', error: { code: 'model_truncated' } });
  const { turn, contents } = readStored();
  expect(turn.text).toHaveLength(100_000);
  expect(contents?.at(-1)?.parts[0]?.text?.length).toBeLessThan(50_000);
  expect(model.requests).toHaveLength(2);
});

test('an answer of more figures than can be kept ends as truncated, with those that fit', async () => {
  // What an answer that failed has of figures is read for 200 ms at most.
  stopTime();
  const { ask, read: readStored } = createTurnSetting(createScriptModel(say('$7 and '.repeat(3_000))));
  expect(await ask('q')).toMatchObject({ status: 'failed', error: { code: 'model_truncated' } });
  expect(readStored().turn.figures).toHaveLength(2_000);
});

test('figures of an answer that was stopped or failed are checked too', async () => {
  stopTime();
  const model = createScriptModel(
    { parts: [read] },
    { parts: [{ text: 'October made $121, August $999. ' }], hangs: true },
  );
  const { ask, read: readStored } = createTurnSetting(model);
  const asked = ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs);
  expect(await asked).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
  expect(readStored().turn.figures.map(({ proved }) => proved)).toEqual([true, false]);
});
