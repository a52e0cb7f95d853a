import { type Content, GoogleGenAI } from '@google/genai';
import { afterEach, expect, test } from 'vitest';
import type { LocalServer } from '../../listen.ts';
import { createScriptBrain } from '../script/script-brain.ts';
import type { ScriptInput } from '../script/script-schema.ts';
import { model, startGemini } from '../test-client.ts';

let server: LocalServer | undefined;
afterEach(() => server?.close());

async function start(replies: ScriptInput['replies']) {
  const started = await startGemini(createScriptBrain({ replies }));
  server = started.server;
  return started;
}

const declarations = [
  {
    name: 'query_sales',
    parametersJsonSchema: { type: 'object', properties: { limit: { type: 'integer' } } },
  },
];
const config = { tools: [{ functionDeclarations: declarations }] };
const call = { name: 'query_sales', args: { limit: 3 } };

test('a streamed text arrives chunk by chunk with usage, a response id and one finish reason', async () => {
  const { client } = await start([
    { stream: [{ text: 'Sales rose by a tenth.', chunkSize: 8, everyMs: 1 }] },
  ]);
  const chunks = [];
  for await (const chunk of await client.models.generateContentStream({ model, contents: 'How are sales?' }))
    chunks.push(chunk);
  const texts = chunks.map((chunk) => chunk.candidates?.[0]?.content?.parts?.[0]?.text);
  expect(texts).toEqual(['Sales ro', 'se by a ', 'tenth.', '']);
  expect(chunks.map((chunk) => chunk.candidates?.[0]?.finishReason)).toEqual([
    undefined,
    undefined,
    undefined,
    'STOP',
  ]);
  expect(new Set(chunks.map((chunk) => chunk.responseId)).size).toBe(1);
  expect(chunks[0]?.responseId).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(chunks.every((chunk) => chunk.modelVersion === 'tallyboard-local-script')).toBe(true);
  expect(chunks.at(-1)?.usageMetadata).toMatchObject({
    promptTokenCount: 4,
    candidatesTokenCount: 6,
    totalTokenCount: 10,
  });
});

test('events end in a carriage return and line feed twice, and carry the candidate index', async () => {
  const { post } = await start([{ stream: [{ text: 'Hello' }] }]);
  const body = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'hi' }] }] });
  const response = await post(`/v1beta/models/${model}:streamGenerateContent?alt=sse`, { body });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const text = await response.text();
  expect(text).toMatch(/^(data: \{.*\}\r\n\r\n){2}$/);
  expect(JSON.parse(text.slice(6, text.indexOf('\r\n'))).candidates[0]).toEqual({
    content: { role: 'model', parts: [{ text: 'Hello' }] },
    index: 0,
  });
});

test('a stream without alt=sse is one JSON array', async () => {
  const { post } = await start([{ stream: [{ text: 'Hello' }] }]);
  const body = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'hi' }] }] });
  const response = await post(`/v1/models/${model}:streamGenerateContent`, { body });
  expect(await response.json()).toMatchObject([{}, { candidates: [{ finishReason: 'STOP' }] }]);
});

test('generateContent joins the stream into one reply', async () => {
  const { client } = await start([{ stream: [{ text: 'one two three', chunkSize: 4 }] }]);
  const reply = await client.models.generateContent({ model, contents: 'count' });
  expect(reply.text).toBe('one two three');
  expect(reply.candidates?.[0]?.finishReason).toBe('STOP');
});

test('parallel calls come in one content, and only the first is signed', async () => {
  const { client } = await start([{ stream: [{ calls: [call, call] }] }]);
  const reply = await client.models.generateContent({ model, contents: 'go', config });
  const parts = reply.candidates?.[0]?.content?.parts ?? [];
  expect(parts.map((part) => part.functionCall?.name)).toEqual(['query_sales', 'query_sales']);
  expect(parts.map((part) => part.thoughtSignature !== undefined)).toEqual([true, false]);
  expect(new Set(parts.map((part) => part.functionCall?.id)).size).toBe(2);
});

test('a step sent back as it came is taken, and without its signature refused', async () => {
  const { client } = await start([
    { when: { after: 'user' }, repeat: true, stream: [{ call }] },
    { when: { after: 'tools' }, repeat: true, stream: [{ text: 'Done' }] },
  ]);
  const question: Content = { role: 'user', parts: [{ text: 'go' }] };
  const first = await client.models.generateContent({ model, contents: [question], config });
  const step = first.candidates?.[0]?.content;
  if (!step?.parts?.[0]) throw new Error('no step');
  const answer: Content = {
    role: 'user',
    parts: [{ functionResponse: { name: 'query_sales', response: { output: {} } } }],
  };
  const second = await client.models.generateContent({ model, contents: [question, step, answer], config });
  expect(second.text).toBe('Done');

  const unsigned: Content = { role: 'model', parts: [{ functionCall: step.parts[0].functionCall }] };
  const refused = client.models.generateContent({ model, contents: [question, unsigned, answer], config });
  await expect(refused).rejects.toThrow(/missing a thought_signature.*default_api:query_sales.*position 2/);
  const later: Content[] = [
    question,
    unsigned,
    answer,
    { role: 'model', parts: [{ text: 'Done' }] },
    question,
  ];
  const nextTurn = await client.models.generateContent({ model, contents: later, config });
  expect(nextTurn.functionCalls?.[0]?.name).toBe('query_sales');
  const older = await client.models.generateContent({
    model: 'gemini-2.5-flash',
    contents: [question, unsigned, answer],
    config,
  });
  expect(older.text).toBe('Done');
  const foreign: Content = { role: 'model', parts: [{ ...step.parts[0], thoughtSignature: 'Zm9yZWlnbg==' }] };
  await expect(
    client.models.generateContent({ model, contents: [question, foreign, answer], config }),
  ).rejects.toThrow('Corrupted thought signature.');
});

test('the Vertex path answers through the same client', async () => {
  const { server: local } = await start([{ repeat: true, stream: [{ text: 'from Vertex' }] }]);
  const client = new GoogleGenAI({
    enterprise: true,
    apiKey: 'express-key',
    httpOptions: { baseUrl: local.origin },
  });
  const vertexPath = `projects/p/locations/l/publishers/google/models/${model}`;
  const reply = await client.models.generateContent({ model: vertexPath, contents: 'hi' });
  expect(reply.text).toBe('from Vertex');
  expect(reply.createTime).toMatch(/Z$/);
});

test('countTokens estimates a quarter of the characters', async () => {
  const { client } = await start([]);
  const counted = await client.models.countTokens({ model, contents: 'a'.repeat(40) });
  expect(counted.totalTokens).toBe(10);
});

test('a reply longer than maxOutputTokens ends with MAX_TOKENS', async () => {
  const { client } = await start([{ stream: [{ text: 'x'.repeat(100) }] }]);
  const reply = await client.models.generateContent({
    model,
    contents: 'go',
    config: { maxOutputTokens: 5 },
  });
  expect(reply.text).toHaveLength(20);
  expect(reply.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
});

test('the health check answers, and closing ends a stream that would never end', async () => {
  const { server: local, client } = await start([{ stream: [{ text: 'a' }, { fault: { kind: 'stall' } }] }]);
  expect((await fetch(`${local.origin}/health`)).status).toBe(200);
  const stream = await client.models.generateContentStream({ model, contents: 'go' });
  await stream.next();
  await local.close();
  await expect(stream.next()).rejects.toThrow();
});
