import { afterEach, expect, test, vi } from 'vitest';
import { createGeminiModel } from './gemini-model.ts';
import type { ModelRequest } from './model.ts';
import { ask, parts, sendChunks, serve, stop, toRequest } from './testing/gemini-wire.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a reply yields its parts as they came, signatures and unknown fields included, then its end', async () => {
  const call = {
    functionCall: { id: 'c1', name: 'query_sales', args: { measures: ['revenue'] } },
    thoughtSignature: 'c2ln',
  };
  const { events, error } = await ask(
    sendChunks(
      parts({ text: 'Thinking', thought: true }),
      parts({ text: 'One ' }, { text: 'two' }),
      parts(call),
      stop(),
    ),
  );
  expect(error).toBeUndefined();
  expect(events).toEqual([
    { type: 'part', part: { text: 'Thinking', thought: true } },
    { type: 'part', part: { text: 'One ' } },
    { type: 'part', part: { text: 'two' } },
    { type: 'part', part: call },
    {
      type: 'end',
      finishReason: 'STOP',
      model: 'gemini-3.8-flash-002',
      tokens: { input: 7, output: 5, thought: 3, cached: 2 },
    },
  ]);
});

test('the request is pinned to v1, carries plain declarations, and calls can be turned off', async () => {
  const { seen } = await ask(sendChunks(parts({ text: 'ok' }), stop()), { toolMode: 'none' });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.url).toBe('/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse');
  expect(seen[0]?.key).toBe('key');
  expect(seen[0]?.body).toMatchObject({
    contents: [{ role: 'user', parts: [{ text: 'How much?' }] }],
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    tools: [{ functionDeclarations: [{ name: 'query_sales', parametersJsonSchema: { type: 'object' } }] }],
    toolConfig: { functionCallingConfig: { mode: 'NONE' } },
  });
});

test('contents go out verbatim', async () => {
  const contents: ModelRequest['contents'] = [
    { role: 'user', parts: [{ text: 'a' }] },
    {
      role: 'model',
      parts: [
        { text: 'b' },
        { text: 'c', thoughtSignature: 'eA==' },
        { functionCall: { name: 'query_sales', args: {} }, thoughtSignature: 'eQ==' },
      ],
    },
    {
      role: 'user',
      parts: [{ functionResponse: { name: 'query_sales', response: { output: { rows: [[1]] } } } }],
    },
  ];
  const { seen } = await ask(sendChunks(parts({ text: 'ok' }), stop()), { contents });
  expect(seen[0]?.body).toMatchObject({ contents });
});

test('text split inside a character and sent byte by byte arrives whole', async () => {
  const bytes = Buffer.from(
    [parts({ text: 'Größe 😀' }), stop()].map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`).join(''),
  );
  const { events, error } = await ask(async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const byte of bytes) {
      response.write(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    response.end();
  });
  expect(error).toBeUndefined();
  expect(events[0]).toEqual({ type: 'part', part: { text: 'Größe 😀' } });
});

test('an abort throws the signal’s own reason and closes the socket', async () => {
  const controller = new AbortController();
  const reason = new Error('time is up');
  let closed = false;
  const { error } = await ask(
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(parts({ text: 'x' }))}\r\n\r\n`);
      response.on('close', () => {
        closed = true;
      });
      setTimeout(() => controller.abort(reason), 20);
    },
    { signal: controller.signal },
  );
  expect(error).toBe(reason);
  await expect.poll(() => closed).toBe(true);
});

test('leaving the stream early closes the socket', async () => {
  let closed = false;
  const { model } = await serve((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify(parts({ text: 'x' }))}\r\n\r\n`);
    response.on('close', () => {
      closed = true;
    });
  });
  for await (const _ of model.stream(toRequest())) break;
  await expect.poll(() => closed).toBe(true);
});

test('without another address the key goes to Google alone, whatever the client finds in the environment', async () => {
  vi.stubEnv('GOOGLE_GEMINI_BASE_URL', 'http://127.0.0.1:9');
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return new Response('{"error":{"code":400,"message":"no"}}', { status: 400 });
  });
  const model = createGeminiModel({ apiKey: 'secret', model: 'gemini-3.8-flash' });
  const read = async () => {
    for await (const _ of model.stream(toRequest())) break;
  };
  await expect(read()).rejects.toThrow();
  expect(asked).toEqual([
    'https://generativelanguage.googleapis.com/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse',
  ]);
});
