import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Brain, BrainEvent } from '../brain.ts';
import type { Content, ParsedRequest } from '../wire/request-schema.ts';
import { createScriptBrain, readScriptBrain } from './script-brain.ts';

const question: Content = { role: 'user', parts: [{ text: 'Compare sales' }] };
const called: Content = { role: 'model', parts: [{ functionCall: { name: 'query_sales', args: {} } }] };
const answered: Content = {
  role: 'user',
  parts: [{ functionResponse: { name: 'query_sales', response: { output: { resultId: 'r1' } } } }],
};

async function ask(brain: Brain, contents: Content[]): Promise<BrainEvent[]> {
  const request: ParsedRequest = {
    model: 'gemini-3.8-flash',
    systemInstruction: '',
    contents,
    declarations: [],
    toolMode: 'auto',
    includeThoughts: false,
    maxOutputTokens: null,
    promptTokens: 0,
  };
  const events: BrainEvent[] = [];
  for await (const event of brain.answer(request, new AbortController().signal)) events.push(event);
  return events;
}

test('replies without a condition are used in their order, once each', async () => {
  const brain = createScriptBrain({
    replies: [{ stream: [{ text: 'one' }] }, { stream: [{ text: 'two' }] }],
  });
  expect(await ask(brain, [question])).toEqual([{ type: 'text', text: 'one' }]);
  expect(await ask(brain, [question])).toEqual([{ type: 'text', text: 'two' }]);
  expect(await ask(brain, [question])).toMatchObject([
    { type: 'fault', fault: { kind: 'http', status: 500 } },
  ]);
});

test('a condition picks a reply by question, last content, tool and round', async () => {
  const brain = createScriptBrain({
    replies: [
      { when: { userText: '/^compare/', round: 0 }, repeat: true, stream: [{ text: 'first' }] },
      {
        when: { userText: 'SALES', after: 'tools', tool: 'query_sales', round: 1 },
        stream: [{ text: 'then' }],
      },
    ],
  });
  expect(await ask(brain, [question, called, answered])).toEqual([{ type: 'text', text: 'then' }]);
  expect(await ask(brain, [question])).toEqual([{ type: 'text', text: 'first' }]);
});

test('arguments can name the results of the conversation', async () => {
  const args = { resultId: '$lastResultId', list: ['$resultId:1'], title: '$userText' };
  const brain = createScriptBrain({
    replies: [{ stream: [{ call: { name: 'show_visualization', args } }] }],
  });
  expect(await ask(brain, [question, called, answered])).toEqual([
    {
      type: 'calls',
      calls: [{ name: 'show_visualization', args: { resultId: 'r1', list: ['r1'], title: 'Compare sales' } }],
    },
  ]);
});

test('a script is read from a YAML file, and a wrong one is refused by field', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'script.yaml');
  writeFileSync(
    file,
    'replies:\n  - stream:\n      - text: Hello\n        chunkSize: 3\n        everyMs: 1\n',
  );
  expect(await ask(readScriptBrain(file), [question])).toEqual([
    { type: 'text', text: 'Hel' },
    { type: 'wait', ms: 1 },
    { type: 'text', text: 'lo' },
  ]);
  writeFileSync(file, 'replies:\n  - stream:\n      - fault: {kind: explode}\n');
  expect(() => readScriptBrain(file)).toThrow(/^The script .*script\.yaml: .*replies\[0\]/s);
  writeFileSync(file, 'replies: [');
  expect(() => readScriptBrain(file)).toThrow(/^The script .*script\.yaml is not YAML: /);
  expect(() => readScriptBrain(folder)).toThrow(`The script ${folder} cannot be read: EISDIR`);
});
