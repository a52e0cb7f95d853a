import { turnSchema } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { call, createScriptModel, say } from './testing/script-model.ts';
import { createTurnSetting, testLimits, toTool, turnId } from './testing/turn-setting.ts';

const read = call('read_sales');
const show = call('show_visualization', { resultId: 'r1' });

test('a question is read, shown and answered, and its document holds it all', async () => {
  const model = createScriptModel(
    { parts: [read] },
    { parts: [show] },
    { parts: [{ text: 'Up ' }, { text: '21 %.' }] },
  );
  const { ask, read: readStored } = createTurnSetting(model);
  const reply = await ask('Compare the last three months');
  expect(reply).toEqual({ conversationId: turnId, turnId, status: 'completed', error: null });

  const { turn, results, ends } = readStored();
  expect(turnSchema.parse(turn)).toEqual(turn);
  expect(ends).toHaveLength(1);
  expect(turn).toMatchObject({
    status: 'completed',
    text: 'Up 21 %.',
    visualizations: [{ id: 'v1', resultId: 'r1' }],
    steps: [
      {
        id: 's1',
        title: 'Reading sales by month',
        status: 'done',
        resultId: 'r1',
        rows: 3,
        bytes: 10_485_760,
      },
      { id: 's2', tool: 'show_visualization', status: 'done', resultId: null },
    ],
    scopes: [{ timeZone: 'UTC' }],
    usage: {
      ...{
        model: 'script-001',
        rounds: 3,
        toolCalls: 2,
        inputTokens: 30,
        outputTokens: 15,
        thoughtTokens: 6,
      },
      ...{ cachedTokens: 3, bytesProcessed: 10_485_760, priceUsd: 0.00006 },
    },
  });
  expect([...results.keys()]).toEqual(['r1']);
});

test('the model gets its own parts back verbatim, then the responses in call order', async () => {
  const thought = { text: 'hm', thought: true };
  const slow = toTool('slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { kind: 'failure', code: 'no_match', message: 'Nothing.', hint: 'Look it up.' };
  });
  const quick = toTool('quick', async () => ({ kind: 'failure', code: 'no_match', message: 'n', hint: 'h' }));
  const parts = [thought, { text: 'I look. ' }, call('slow', { a: 1 }), call('quick')];
  const model = createScriptModel({ parts }, say('Done.'));
  const { ask } = createTurnSetting(model, { tools: [slow, quick] });
  await ask('q');
  expect(model.requests[1]?.contents).toEqual([
    { role: 'user', parts: [{ text: 'q' }] },
    { role: 'model', parts },
    {
      role: 'user',
      parts: [
        {
          functionResponse: {
            id: 'call-slow',
            name: 'slow',
            response: { error: { code: 'no_match', message: 'Nothing.', hint: 'Look it up.' } },
          },
        },
        { functionResponse: expect.objectContaining({ id: 'call-quick', name: 'quick' }) },
      ],
    },
  ]);
});

test('a result goes to the model with its id, columns, rows, scope and notes', async () => {
  const model = createScriptModel({ parts: [read] }, say('ok'));
  const { ask } = createTurnSetting(model, { limits: { ...testLimits, modelRows: 2 } });
  await ask('q');
  expect(model.requests[1]?.contents.at(-1)?.parts[0]?.functionResponse?.response).toMatchObject({
    output: {
      resultId: 'r1',
      title: 'Sales by month',
      rows: [
        ['2026-08-01', 100],
        ['2026-09-01', 110],
      ],
      rowCount: 3,
      rowsCut: 0,
      scope: { currency: 'USD' },
      notes: [],
    },
  });
});

test('one round can read and show: what shows runs after what reads', async () => {
  const model = createScriptModel({ parts: [show, read] }, say('ok'));
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  expect(readStored().turn.visualizations).toHaveLength(1);
});

test('text before a call stays, set off by a blank line', async () => {
  const model = createScriptModel({ parts: [{ text: 'Let me look. ' }, read] }, say('Up.'));
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  expect(readStored().turn.text).toBe('Let me look.\n\nUp.');
});

test('an unknown tool and wrong arguments are failures that the model can act on', async () => {
  const model = createScriptModel(
    { parts: [call('nope'), call('read_sales', { months: 'x' })] },
    say('Sorry.'),
  );
  const { ask, read: readStored, store } = createTurnSetting(model);
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  expect(readStored().turn.steps.map(({ status }) => status)).toEqual(['failed', 'failed']);
  expect([...store.audit.entries.values()].map(({ outcome }) => outcome)).toEqual([
    'unknown_tool',
    'invalid_argument',
  ]);
});

test('every call is audited with its statement, rows and outcome', async () => {
  const model = createScriptModel({ parts: [read, read] }, say('ok'));
  const { ask, store } = createTurnSetting(model);
  await ask('q');
  expect(store.audit.entries.size).toBe(2);
  expect([...store.audit.entries.values()][0]).toMatchObject({
    ...{ uid: 'maya', conversationId: turnId, turnId, tool: 'read_sales', argumentsJson: '{}' },
    ...{ rows: 3, bytesProcessed: 10_485_760, outcome: 'ok' },
    sqlHash: 'e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5',
  });
});

test.each([
  ['the same message joins the running turn', 'q', { status: 'completed' }],
  ['white space around it makes no other message', ' q ', { status: 'completed' }],
])('%s and asks the model nothing', async (_name, message, expected) => {
  const model = createScriptModel({ parts: [{ text: 'a' }, { text: 'b' }], pauseMs: 40 });
  const { ask } = createTurnSetting(model);
  const [first, second] = await Promise.all([ask('q'), ask(message)]);
  expect(first).toMatchObject(expected);
  expect(second).toEqual(first);
  expect(await ask('q')).toEqual(first);
  expect(model.requests).toHaveLength(1);
});

test('the same id with another message is a conflict', async () => {
  const { ask } = createTurnSetting(createScriptModel(say('ok')));
  await ask('q');
  await expect(ask('other')).rejects.toMatchObject({ code: 'turn_conflict' });
});

test.each([
  [' \n\t', 'message_empty'],
  ['x'.repeat(4001), 'message_too_long'],
])('a message that is no question is refused and nothing is written', async (message, code) => {
  const { ask, store } = createTurnSetting(createScriptModel(say('ok')));
  await expect(ask(message)).rejects.toMatchObject({ code });
  expect(store.turns.size).toBe(0);
});

test('a tool that throws what nobody expected fails the turn as internal, and its text says nothing of it', async () => {
  const tool = toTool('bad', () => Promise.reject(new Error('secret detail')));
  const {
    ask,
    store,
    read: readStored,
  } = createTurnSetting(createScriptModel({ parts: [call('bad')] }), { tools: [tool] });
  const reply = await ask('q');
  expect(reply).toMatchObject({ status: 'failed', error: { code: 'internal' } });
  expect(JSON.stringify(readStored().turn)).not.toContain('secret');
  expect([...store.audit.entries.values()][0]?.outcome).toBe('internal');
});

test('what the model thinks is not shown', async () => {
  const model = createScriptModel({
    parts: [{ text: 'The person wants…', thought: true }, { text: 'Up.' }],
  });
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  expect(readStored().turn.text).toBe('Up.');
  expect(JSON.stringify(readStored().writes)).not.toContain('The person wants');
});

test('a visualization appears only when the result that it draws can be read', async () => {
  const model = createScriptModel({ parts: [read] }, { parts: [show] }, say('Up.'));
  const { ask, store, read: readStored } = createTurnSetting(model);
  let appearedEarly = false;
  store.before = async (operation) => {
    if (operation === 'saveResult') await new Promise((resolve) => setTimeout(resolve, 120));
    const { turn, results } = readStored();
    appearedEarly ||= turn.visualizations.length > results.size;
  };
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  const { turn, writes, results } = readStored();
  expect(appearedEarly).toBe(false);
  expect(turn.visualizations).toHaveLength(1);
  expect([...results.keys()]).toEqual(['r1']);
  expect(writes.some(({ visualizations }) => visualizations.length === 1)).toBe(true);
});
