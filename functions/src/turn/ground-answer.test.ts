import { expect, test, vi } from 'vitest';
import { call, createScriptModel, fail, say } from './testing/script-model.ts';
import { stopTime } from './testing/stop-time.ts';
import {
  createTurnSetting,
  readSales,
  salesResult,
  testLimits,
  toTool,
  turnId,
} from './testing/turn-setting.ts';

const read = { parts: [call('read_sales')] };
const broken = toTool('break', async () => {
  throw new Error('nobody expected this');
});

test('an answer whose figures are proved is left as it is, with its figures', async () => {
  const model = createScriptModel(read, say('October made $121, up 10.0% from September.'));
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  const { turn } = readStored();
  expect(turn.figures.map(({ start, end }) => turn.text.slice(start, end))).toEqual(['$121', '10.0%']);
  expect(turn.figures.map(({ proof }) => proof?.formula)).toEqual(['cell', 'change']);
  expect(model.requests).toHaveLength(2);
});

test('an unproved figure goes back once, unseen, and the corrected answer takes its place', async () => {
  const model = createScriptModel(
    read,
    say('October made $121, up 25.0%.'),
    say('October made $121, up 10.0% from September.'),
  );
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  const { turn, writes, contents } = readStored();
  expect(turn.text).toBe('October made $121, up 10.0% from September.');
  expect(turn.figures.every(({ proved }) => proved)).toBe(true);
  expect(model.requests[2]?.contents.at(-1)?.parts[0]?.text).toMatch(
    /^Check of your last answer: .*"25\.0%"/,
  );
  // No state between the two was ever shown.
  const texts = new Set(writes.map(({ text }) => text));
  expect([...texts].every((text) => ['', 'October made $121, up 25.0%.', turn.text].includes(text))).toBe(
    true,
  );
  expect(contents?.at(-1)?.parts[0]?.text).toBe(turn.text);
});

test('a name with digits of an earlier answer is no figure, and a figure of one is', async () => {
  const columns = [
    {
      name: 'product',
      label: 'Product',
      type: 'string' as const,
      role: 'dimension' as const,
      unit: 'none' as const,
      summable: false,
    },
    ...salesResult.columns.slice(1),
    {
      name: 'reason',
      label: 'Why',
      type: 'string' as const,
      role: 'detail' as const,
      unit: 'none' as const,
      summable: false,
    },
  ];
  const tool = toTool('read_products', async () => ({
    kind: 'result',
    result: { ...salesResult, columns, rows: [['Hedge Trimmer 55 cm', 121, 'Below 90']] },
  }));
  const model = createScriptModel(
    { parts: [call('read_products')] },
    say('The Hedge Trimmer 55 cm made $121.'),
    say('Do you mean the Hedge Trimmer 55 cm, at $121? Below 90'),
    say('Do you mean the Hedge Trimmer 55 cm, at $121? Below 90'),
  );
  const { ask, read: readStored } = createTurnSetting(model, { tools: [tool] });
  const second = 'turn-0000000000000002';
  await ask('q');
  await ask('and that one?', { turnId: second, conversationId: turnId });
  const { text, figures } = readStored(second).turn;
  expect(figures.map(({ start, end, proved }) => [text.slice(start, end), proved])).toEqual([
    ['$121', false],
    ['90', false],
  ]);
});

test('a correction may read again', async () => {
  const model = createScriptModel(say('It was $999.'), read, say('October made $121.'));
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  expect(readStored().turn).toMatchObject({ text: 'October made $121.', figures: [{ proved: true }] });
  expect(readStored().turn.steps).toHaveLength(1);
});

test.each([
  ['that is no better', say('October made $121, up 26.0%.')],
  ['that leaves the answer out', say('I cannot say.')],
  ['that fails', fail('model_rejected', false)],
  ['whose tool breaks', { parts: [call('break')] }],
])('a correction %s leaves the answer, marked', async (_name, reply) => {
  const model = createScriptModel(read, say('October made $121, up 25.0%.'), reply);
  const { ask, read: readStored } = createTurnSetting(model, { tools: [readSales, broken] });
  expect(await ask('q')).toMatchObject({ status: 'completed' });
  const { turn, contents } = readStored();
  expect(turn.text).toBe('October made $121, up 25.0%.');
  expect(turn.figures.map(({ proved }) => proved)).toEqual([true, false]);
  expect(contents?.at(-1)?.parts[0]?.text).toBe(turn.text);
});

test('a correction that goes on calling tools in the last round leaves the answer, marked', async () => {
  const model = createScriptModel(read, say('October made $121, up 25.0%.'), read);
  const limits = { ...testLimits, modelRounds: 3 };
  const { ask, read: readStored } = createTurnSetting(model, { limits });
  expect(await ask('q')).toMatchObject({ status: 'completed', error: null });
  expect(readStored().turn.text).toBe('October made $121, up 25.0%.');
  expect(readStored().contents?.at(-1)?.parts[0]?.text).toBe('October made $121, up 25.0%.');
});

test('a correction that hangs ends before the turn’s time, and the answer is completed', async () => {
  stopTime();
  const model = createScriptModel(read, say('It made $999.'), { hangs: true });
  const { ask, read: readStored } = createTurnSetting(model);
  const asked = ask('q');
  await vi.advanceTimersByTimeAsync(testLimits.turnTimeoutMs - 1);
  expect(await asked).toMatchObject({ status: 'completed' });
  expect(readStored().turn.figures).toMatchObject([{ proved: false, proof: null }]);
});

test.each([
  ['Sales: $121 in October', 'Sales: $121 in October'],
  ['Sales of the last 3 months', 'Sales of the last 3 months'],
  ['Sales reached $999', 'Sales by month'],
  ['Sales rose by forty-two percent', 'Sales by month'],
])('the heading %j is shown as %j', async (title, shown) => {
  const model = createScriptModel(
    read,
    { parts: [call('show_visualization', { resultId: 'r1', title })] },
    say('Here they are.'),
  );
  const { ask, read: readStored } = createTurnSetting(model);
  await ask('q');
  expect(readStored().turn.visualizations).toMatchObject([{ title: shown }]);
});
