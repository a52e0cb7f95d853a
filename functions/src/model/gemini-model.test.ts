import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createGeminiModel } from './gemini-model.ts';
import { ModelError, type ModelEvent, type ModelRequest } from './model.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const closing: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) close();
});

const parts = (...list: Record<string, unknown>[]) => ({
  candidates: [{ content: { role: 'model', parts: list }, index: 0 }],
});
const stop = (finishReason = 'STOP') => ({
  candidates: [{ finishReason, index: 0 }],
  usageMetadata: {
    promptTokenCount: 7,
    candidatesTokenCount: 5,
    thoughtsTokenCount: 3,
    cachedContentTokenCount: 2,
  },
  modelVersion: 'gemini-3.8-flash-002',
});
const sendChunks =
  (...chunks: unknown[]): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\r\n\r\n`);
    response.end();
  };
const sendError =
  (status: number, error: Record<string, unknown> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: status, message: 'no', ...error } }));
  };

async function serve(answer: Answer) {
  const seen: { url: string; key: unknown; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({
      url: request.url ?? '',
      key: request.headers['x-goog-api-key'],
      body: JSON.parse(await text(request)),
    });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = z
    .object({ port: z.number() })
    .parse(server.address() satisfies AddressInfo | string | null);
  const model = createGeminiModel({
    apiKey: 'key',
    model: 'gemini-3.8-flash',
    baseUrl: `http://127.0.0.1:${port}`,
  });
  return { model, seen };
}

const toRequest = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  systemInstruction: 'Be brief.',
  contents: [{ role: 'user', parts: [{ text: 'How much?' }] }],
  tools: [{ name: 'query_sales', description: 'Reads sales.', parametersJsonSchema: { type: 'object' } }],
  toolMode: 'auto',
  signal: new AbortController().signal,
  ...changes,
});

async function ask(answer: Answer, changes: Partial<ModelRequest> = {}) {
  const { model, seen } = await serve(answer);
  const events: ModelEvent[] = [];
  let error: unknown;
  try {
    for await (const event of model.stream(toRequest(changes))) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  return { events, error, seen };
}

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

const faults: [string, Answer, string, boolean][] = [
  ['429', sendError(429), 'model_rate_limited', true],
  ['500', sendError(500), 'model_unavailable', true],
  ['503', sendError(503), 'model_unavailable', true],
  ['400', sendError(400), 'model_rejected', false],
  ['403', sendError(403), 'model_unavailable', false],
  ['404', sendError(404), 'model_unavailable', false],
  [
    'an HTML error page',
    (r) => r.writeHead(502, { 'content-type': 'text/html' }).end('<p>bad</p>'),
    'model_unavailable',
    true,
  ],
  ['a blocked prompt', sendChunks({ promptFeedback: { blockReason: 'SAFETY' } }), 'model_blocked', false],
  ['SAFETY', sendChunks(parts({ text: 'x' }), stop('SAFETY')), 'model_blocked', false],
  ['RECITATION', sendChunks(stop('RECITATION')), 'model_blocked', false],
  ['MAX_TOKENS', sendChunks(parts({ text: 'x' }), stop('MAX_TOKENS')), 'model_truncated', false],
  ['CONTINUATION', sendChunks(parts({ text: 'x' }), stop('CONTINUATION')), 'model_truncated', false],
  ['MALFORMED_FUNCTION_CALL', sendChunks(stop('MALFORMED_FUNCTION_CALL')), 'model_malformed', true],
  ['an empty STOP', sendChunks(stop()), 'model_empty', true],
  [
    'thoughts without an answer',
    sendChunks(parts({ text: 'hm', thought: true }), stop()),
    'model_empty',
    true,
  ],
  ['no candidates', sendChunks({ candidates: [] }), 'model_empty', true],
  ['an empty stream', sendChunks(), 'model_empty', true],
  ['no finish reason', sendChunks(parts({ text: 'x' })), 'model_unavailable', true],
  [
    'a call without a name',
    sendChunks(parts({ functionCall: { args: {} } }), stop()),
    'model_unavailable',
    true,
  ],
  [
    'an error inside a 200 stream',
    sendChunks(parts({ text: 'x' }), { error: { code: 503, message: 'over', status: 'UNAVAILABLE' } }),
    'model_unavailable',
    true,
  ],
  [
    'a malformed chunk',
    (r) => r.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {"candidates": [\r\n\r\n'),
    'model_unavailable',
    true,
  ],
  [
    'a dropped socket',
    (r) => {
      r.writeHead(200, { 'content-type': 'text/event-stream' });
      r.write(`data: ${JSON.stringify(parts({ text: 'x' }))}\r\n\r\n`);
      setTimeout(() => r.destroy(), 20);
    },
    'model_unavailable',
    true,
  ],
];

test.each(faults)('%s is one request and its own code', async (_name, answer, code, retryable) => {
  const { error, seen } = await ask(answer);
  expect(error).toBeInstanceOf(ModelError);
  expect(error).toMatchObject({ code, retryable });
  expect(seen).toHaveLength(1);
});

test('a server that is not there is model_unavailable', async () => {
  const model = createGeminiModel({ apiKey: 'key', model: 'm', baseUrl: 'http://127.0.0.1:1' });
  const drain = async () => {
    for await (const _ of model.stream(toRequest()));
  };
  await expect(drain()).rejects.toMatchObject({ code: 'model_unavailable', retryable: true });
});

test('a truncated reply yields its text and its tokens before it throws', async () => {
  const { events } = await ask(sendChunks(parts({ text: 'half' }), stop('MAX_TOKENS')));
  expect(events.map((event) => event.type)).toEqual(['part', 'end']);
});

test('the wait that a 429 asks for is kept', async () => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '1.5s' }];
  const { error } = await ask(sendError(429, { details }));
  expect(error).toMatchObject({ code: 'model_rate_limited', retryAfterMs: 1500 });
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
