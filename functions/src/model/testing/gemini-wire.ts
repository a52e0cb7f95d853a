import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { createGeminiModel } from '../gemini-model.ts';
import type { ModelEvent, ModelRequest } from '../model.ts';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A chunk with these parts. */
export const parts = (...list: Record<string, unknown>[]) => ({
  candidates: [{ content: { role: 'model', parts: list }, index: 0 }],
});
/** The last chunk, with what the round cost. */
export const stop = (finishReason = 'STOP') => ({
  candidates: [{ finishReason, index: 0 }],
  usageMetadata: {
    promptTokenCount: 7,
    candidatesTokenCount: 5,
    thoughtsTokenCount: 3,
    cachedContentTokenCount: 2,
  },
  modelVersion: 'gemini-3.8-flash-002',
});
export const sendChunks =
  (...chunks: unknown[]): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\r\n\r\n`);
    response.end();
  };
export const sendError =
  (status: number, error: Record<string, unknown> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: status, message: 'no', ...error } }));
  };

/** The model over a server that answers each request so; `seen` is what it was sent. */
export async function serve(answer: Answer) {
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

export const toRequest = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  systemInstruction: 'Be brief.',
  contents: [{ role: 'user', parts: [{ text: 'How much?' }] }],
  tools: [{ name: 'query_sales', description: 'Reads sales.', parametersJsonSchema: { type: 'object' } }],
  toolMode: 'auto',
  signal: new AbortController().signal,
  ...changes,
});

/** One round to its end or its error. */
export async function ask(answer: Answer, changes: Partial<ModelRequest> = {}) {
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
