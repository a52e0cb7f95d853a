import { ApiError } from '@google/genai';
import { afterEach, expect, test } from 'vitest';
import type { LocalServer } from '../../listen.ts';
import { model, startGemini } from '../test-client.ts';
import { createScriptBrain } from './script-brain.ts';
import type { ScriptInput } from './script-schema.ts';

let server: LocalServer | undefined;
afterEach(() => server?.close());

type Stream = ScriptInput['replies'][number]['stream'];

async function start(replies: ScriptInput['replies']) {
  const started = await startGemini(createScriptBrain({ replies }));
  server = started.server;
  return started.client;
}

/** What Google's client makes of a stream: texts, calls, the finish reason, and the error where it throws. */
async function play(stream: Stream) {
  const client = await start([{ stream }]);
  const seen = { text: '', calls: [] as string[], finishReason: '', blockReason: '', chunks: 0 };
  let error: unknown = null;
  try {
    const chunks = await client.models.generateContentStream({
      model,
      contents: 'go',
      config: { automaticContinuation: false },
    });
    for await (const chunk of chunks) {
      seen.chunks += 1;
      seen.blockReason = chunk.promptFeedback?.blockReason ?? seen.blockReason;
      const candidate = chunk.candidates?.[0];
      seen.finishReason = candidate?.finishReason ?? seen.finishReason;
      for (const part of candidate?.content?.parts ?? []) {
        seen.text += part.text ?? '';
        if (part.functionCall) seen.calls.push(part.functionCall.name ?? '');
      }
    }
  } catch (thrown) {
    error = thrown;
  }
  return { ...seen, error };
}

test.each([
  [429, 'RESOURCE_EXHAUSTED'],
  [500, 'INTERNAL'],
  [503, 'UNAVAILABLE'],
])('an HTTP fault of %i is an ApiError with that status', async (status, name) => {
  const { error } = await play([{ fault: { kind: 'http', status, retryAfterSeconds: 7 } }]);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status });
  expect(String(error)).toContain(name);
  expect(String(error)).toContain('"retryDelay":"7s"');
});

test('a split call comes before the last chunk', async () => {
  const seen = await play([
    { calls: [{ name: 'query_sales' }, { name: 'query_inventory' }], split: true },
    { wait: 5 },
  ]);
  expect(seen).toMatchObject({
    calls: ['query_sales', 'query_inventory'],
    chunks: 3,
    finishReason: 'STOP',
    error: null,
  });
});

test('a malformed function call is a finish reason without parts', async () => {
  const seen = await play([
    { finish: 'MALFORMED_FUNCTION_CALL', message: 'Malformed function call: query(' },
  ]);
  expect(seen).toMatchObject({ finishReason: 'MALFORMED_FUNCTION_CALL', text: '', calls: [], error: null });
});

test('an unknown tool and bad arguments go through as they stand in the script', async () => {
  const client = await start([{ stream: [{ call: { name: 'drop_table', args: { limit: 'many' } } }] }]);
  const reply = await client.models.generateContent({ model, contents: 'go' });
  expect(reply.functionCalls?.[0]).toMatchObject({ name: 'drop_table', args: { limit: 'many' } });
});

test('a blocked prompt has a block reason and no candidate', async () => {
  const seen = await play([{ fault: { kind: 'prompt_blocked' } }]);
  expect(seen).toMatchObject({ blockReason: 'PROHIBITED_CONTENT', finishReason: '', error: null });
});

test('a socket dropped mid-stream is a thrown network error after the first text', async () => {
  const seen = await play([{ text: 'Sales ' }, { fault: { kind: 'drop' } }]);
  expect(seen.text).toBe('Sales ');
  expect(seen.error).toBeInstanceOf(Error);
});

test('a malformed chunk is a thrown error', async () => {
  const seen = await play([{ text: 'Sales ' }, { fault: { kind: 'malformed_chunk' } }]);
  expect(seen.text).toBe('Sales ');
  expect(seen.error).toBeInstanceOf(Error);
});

test('chunks of one byte are put together again, characters of several bytes included', async () => {
  const text = 'Umsatz 4,20 € für Größe Ü';
  const seen = await play([{ fault: { kind: 'one_byte_chunks' } }, { text }]);
  expect(seen).toMatchObject({ text, finishReason: 'STOP', error: null });
});

test('a stream can end without a finish reason', async () => {
  const seen = await play([{ text: 'Sales' }, { fault: { kind: 'no_finish' } }]);
  expect(seen).toMatchObject({ text: 'Sales', finishReason: '', error: null });
});

test.each(['MAX_TOKENS', 'SAFETY', 'RECITATION'])('a text can end with %s', async (finish) => {
  const seen = await play([{ text: 'Sales rose' }, { finish }]);
  expect(seen).toMatchObject({ text: 'Sales rose', finishReason: finish, error: null });
});

test('empty candidates are a chunk with usage alone', async () => {
  const seen = await play([{ fault: { kind: 'empty_candidates' } }]);
  expect(seen).toMatchObject({ chunks: 1, text: '', finishReason: '', error: null });
});

test('an empty STOP is a candidate without parts', async () => {
  const seen = await play([{ fault: { kind: 'empty_stop' } }]);
  expect(seen).toMatchObject({ chunks: 1, text: '', finishReason: 'STOP', error: null });
});

test('an error object inside a 200 stream is an ApiError after the first text', async () => {
  const seen = await play([
    { text: 'Sales ' },
    { wait: 20 },
    { fault: { kind: 'stream_error', status: 503 } },
  ]);
  expect(seen.text).toBe('Sales ');
  expect(seen.error).toMatchObject({ status: 503 });
});

test('a stall holds the connection until the client leaves', async () => {
  const client = await start([{ stream: [{ text: 'Sales ' }, { fault: { kind: 'stall' } }] }]);
  const leaving = new AbortController();
  const stream = await client.models.generateContentStream({
    model,
    contents: 'go',
    config: { abortSignal: leaving.signal },
  });
  expect((await stream.next()).value?.candidates?.[0]?.content?.parts?.[0]?.text).toBe('Sales ');
  const next = stream.next();
  const outcome = await Promise.race([
    next.then(() => 'went on'),
    new Promise((resolve) => setTimeout(resolve, 150, 'stalled')),
  ]);
  expect(outcome).toBe('stalled');
  leaving.abort();
  await expect(next).rejects.toThrow(/abort/i);
});

test('an endless tool loop calls again for every response', async () => {
  const client = await start([{ repeat: true, stream: [{ call: { name: 'query_sales' } }] }]);
  const chat = client.chats.create({ model });
  let reply = await chat.sendMessage({ message: 'go' });
  for (let round = 0; round < 12; round += 1)
    reply = await chat.sendMessage({
      message: { functionResponse: { name: 'query_sales', response: { output: {} } } },
    });
  expect(reply.functionCalls).toHaveLength(1);
});
