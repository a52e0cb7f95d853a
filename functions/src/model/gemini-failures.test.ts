import { expect, test } from 'vitest';
import { createGeminiModel } from './gemini-model.ts';
import { ModelError } from './model.ts';
import { type Answer, ask, parts, sendChunks, sendError, stop, toRequest } from './testing/gemini-wire.ts';

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
