import type { Scope } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import type { ModelContent } from '../model/model.ts';
import { type HistoryOptions, toEndedContents, toHistoryContents } from './history.ts';
import { shortenContents } from './shorten-contents.ts';
import type { PastTurn } from './turn-store.ts';

const user = (text: string): ModelContent => ({ role: 'user', parts: [{ text }] });
const model = (text: string): ModelContent => ({
  role: 'model',
  parts: [{ text, thoughtSignature: 'c2ln' }],
});
const call: ModelContent = {
  role: 'model',
  parts: [{ functionCall: { name: 'read_sales', args: {} }, thoughtSignature: 'c2ln' }],
};
const response: ModelContent = {
  role: 'user',
  parts: [{ functionResponse: { name: 'read_sales', response: { output: {} } } }],
};
const toTurn = (number: number, changes: Partial<PastTurn> = {}): PastTurn => ({
  turnId: `t${number}`,
  status: 'completed',
  question: `q${number}`,
  text: `a${number}`,
  askedAt: new Date(number),
  expiresAt: new Date(number + 86_400_000),
  scopes: [],
  raw: { model: 'm', contents: [user(`q${number}`), call, response, model(`a${number}`)] },
  ...changes,
});
const toScope = (warehouses: Partial<Scope['warehouses']>): Scope => ({
  ...{ period: null, timeZone: 'UTC', currency: 'USD', filters: [], dataAsOf: null },
  warehouses: { all: false, ids: [], names: [], ...warehouses },
});
const options: HistoryOptions = { model: 'm', wholeChars: 1e6, maxChars: 1e6, access: 'all' };

test('earlier turns come verbatim, oldest first', () => {
  const turns = [toTurn(1), toTurn(2)];
  expect(toHistoryContents(turns, options)).toEqual(turns.flatMap(({ raw }) => raw?.contents));
});

test('over the budget whole turns are left out, from the oldest on', () => {
  const turns = [toTurn(1), toTurn(2), toTurn(3)];
  const size = JSON.stringify(turns[2]?.raw?.contents).length;
  const kept = toHistoryContents(turns, { ...options, maxChars: size * 2 + 10 });
  expect(kept).toEqual([...(turns[1]?.raw?.contents ?? []), ...(turns[2]?.raw?.contents ?? [])]);
  expect(toHistoryContents(turns, { ...options, maxChars: 10 })).toEqual([]);
});

const long = (number: number, rowCount: number): PastTurn => {
  const rows = Array.from({ length: rowCount }, (_, at) => [`2026-01-${at}`, at * 1000]);
  const output = { resultId: 'r1', columns: [{ role: 'dimension' }, { role: 'measure' }], rows, rowCount };
  const read = {
    role: 'user' as const,
    parts: [{ functionResponse: { name: 'read_sales', response: { output } } }],
  };
  return toTurn(number, {
    raw: { model: 'm', contents: [user(`q${number}`), call, read, model(`a${number}`)] },
  });
};
const sizeOf = ({ raw }: PastTurn) => JSON.stringify(raw?.contents).length;

test('the newest turn comes verbatim, and those before it as long as all of them fit the budget of whole turns', () => {
  const turns = [long(1, 2), long(2, 100), long(3, 100), long(4, 100)];
  const wholeChars = turns.slice(2).reduce((sum, turn) => sum + sizeOf(turn), 0);
  const told = toHistoryContents(turns, { ...options, wholeChars });
  // The first turn would fit by itself; what is older than a shortened turn is shortened too.
  const [first, second, third, fourth] = turns.map(({ raw }) => raw?.contents ?? []);
  expect(told).toEqual(
    [first, second].flatMap((contents) => shortenContents(contents ?? [])).concat(third ?? [], fourth ?? []),
  );
  const newest = toHistoryContents(turns, { ...options, wholeChars: 10 });
  expect(newest.slice(12)).toEqual(fourth);
  expect(newest.slice(8, 12)).toEqual(shortenContents(third ?? []));
});

test('a newest turn that is more than the whole budget is shortened, not lost', () => {
  const turn = long(1, 1000);
  const told = toHistoryContents([turn], { ...options, maxChars: sizeOf(turn) - 1 });
  expect(told).toEqual(shortenContents(turn.raw?.contents ?? []));
});

test('a turn whose contents were not read back is told in words, which say so where it rests on reads', () => {
  const scopes = [toScope({})];
  const told = toHistoryContents([toTurn(1, { raw: null }), toTurn(2, { raw: null, scopes })], options);
  expect(told.map(({ parts }) => parts[0]?.text)).toEqual([
    ...['q1', 'a1', 'q2'],
    'a2\n\n(What was read for this answer is left out here.)',
  ]);
});

test('another model gets no signatures', () => {
  const json = JSON.stringify(toHistoryContents([toTurn(1)], { ...options, model: 'other' }));
  expect(json).not.toContain('thoughtSignature');
  expect(json).toContain('read_sales');
});

test('of a turn that covers a warehouse the person may not see any more the question alone is told', () => {
  const north = toTurn(1, { scopes: [toScope({ ids: ['N'] })] });
  const both = toTurn(2, { scopes: [toScope({ ids: ['N'] }), toScope({ ids: ['N', 'S'] })] });
  const all = toTurn(3, { scopes: [toScope({ all: true, ids: ['N'] })] });
  const died = toTurn(4, { scopes: [toScope({ ids: ['S'] })], raw: null, text: 'South has 7.' });
  const turns = [north, both, all, died];
  const told = toHistoryContents(turns, { ...options, access: ['N'] });
  expect(told.slice(0, 4)).toEqual(north.raw?.contents);
  expect(told.slice(4).map(({ role }) => role)).toEqual(['user', 'model', 'user', 'model', 'user', 'model']);
  expect([told[4], told[6], told[8]]).toEqual([user('q2'), user('q3'), user('q4')]);
  for (const answer of [told[5], told[7], told[9]])
    expect(answer?.parts[0]?.text).toMatch(/may not see any more/);
  expect(JSON.stringify(told)).not.toContain('South has 7');
  expect(toHistoryContents([north, both, all], options)).toHaveLength(12);
});

test('a turn that read nothing is told with those before it, whose figures it may repeat', () => {
  const both = toTurn(1, { scopes: [toScope({ ids: ['N', 'S'] })] });
  const repeated = toTurn(2, { text: 'As said, South has 7.' });
  const north = toTurn(3, { scopes: [toScope({ ids: ['N'] })] });
  const after = toTurn(4);
  const told = toHistoryContents([both, repeated, north, after], { ...options, access: ['N'] });
  expect(told[2]).toEqual(user('q2'));
  expect(told[3]?.parts[0]?.text).toMatch(/may not see any more/);
  expect(told.slice(4)).toEqual([...(north.raw?.contents ?? []), ...(after.raw?.contents ?? [])]);
});

test('a turn whose function died is told from its document', () => {
  const [question, answer] = toHistoryContents(
    [toTurn(1, { raw: null, status: 'failed', text: 'Half' })],
    options,
  );
  expect(question).toEqual(user('q1'));
  expect(answer?.parts[0]?.text).toMatch(/^Half\n\n\(This answer was interrupted\.\)$/);
});

test.each<[string, ModelContent[], string]>([
  ['before the model answered', [user('q')], '(End.)'],
  ['while calls ran', [user('q'), call], '(End.)'],
  ['while the model read the responses', [user('q'), call, response], '(End.)'],
])(
  'a turn that ended %s stands whole: roles alternate and every call has its response',
  (_name, contents, said) => {
    const ended = toEndedContents(contents, '', '(End.)');
    expect(ended.map(({ role }) => role)).toEqual(
      ended.map((_, index) => (index % 2 === 0 ? 'user' : 'model')),
    );
    expect(ended.at(-1)).toEqual({ role: 'model', parts: [{ text: said }] });
    const calls = ended.filter(({ parts }) => parts.some(({ functionCall }) => functionCall !== undefined));
    const responses = ended.filter(({ parts }) =>
      parts.some(({ functionResponse }) => functionResponse !== undefined),
    );
    expect(responses).toHaveLength(calls.length);
  },
);

test('what was shown of a round that did not finish is kept', () => {
  expect(toEndedContents([user('q')], 'Half an ', '(End.)').at(-1)?.parts[0]?.text).toBe('Half an\n\n(End.)');
});

test('a turn that completed is left as it is', () => {
  const contents = [user('q'), model('a')];
  expect(toEndedContents(contents, '', '')).toEqual(contents);
});
