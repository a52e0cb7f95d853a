import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type LocalServer, listen } from '../listen.ts';
import type { Brain } from './brain.ts';
import { checkCaller } from './wire/check-caller.ts';
import { GoogleError, toErrorBody } from './wire/google-error.ts';
import { joinChunks } from './wire/join-chunks.ts';
import { type Operation, parsePath } from './wire/parse-path.ts';
import { parseCountTokens, parseRequest } from './wire/parse-request.ts';
import { readBody } from './wire/read-body.ts';
import { writeStream } from './wire/stream-connection.ts';
import { toWrites } from './wire/to-writes.ts';

export type GeminiServerOptions = {
  /** 0 picks a free port. */
  port: number;
  brain: Brain;
  logger: Logger;
  /** When set, the only key that the Gemini API paths take; otherwise any key. */
  apiKey?: string;
  now?: () => Date;
  /** Bytes for a response's id. */
  random?: (size: number) => Buffer;
};

/**
 * Serves Google's Gemini wire format on this machine, with a brain that answers behind it: Gemini API and Vertex paths,
 * `generateContent`, `streamGenerateContent` and `countTokens`. Requests are refused as Google refuses them.
 * @throws Error when the port is busy.
 */
export function createGeminiServer(options: GeminiServerOptions): Promise<LocalServer> {
  const { port, logger } = options;
  return listen(
    (request, response) => {
      const startedAt = performance.now();
      response.once('close', () => {
        const ms = Math.round(performance.now() - startedAt);
        // Without the query, which may hold a key.
        const path = request.url?.split('?')[0];
        logger.debug(
          { server: 'gemini', method: request.method, path, status: response.statusCode, ms },
          'request',
        );
      });
      handle(request, response, options).catch((error: unknown) => fail(request, response, error, logger));
    },
    { name: 'Gemini', port, portSetting: 'GEMINI_PORT' },
  );
}

async function handle(request: IncomingMessage, response: ServerResponse, options: GeminiServerOptions) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'GET' && url.pathname === '/health')
    return writeJson(response, 200, { status: 'ok' });
  const operation = parsePath(url.pathname);
  if (!operation || request.method !== 'POST')
    throw new GoogleError(404, `The requested URL ${url.pathname} was not found on this server.`);
  checkCaller(request, url, operation, options.apiKey);
  const body = await readBody(request);
  if (operation.method === 'countTokens') {
    const totalTokens = parseCountTokens(body, operation);
    const promptTokensDetails = [{ modality: 'TEXT', tokenCount: totalTokens }];
    return writeJson(response, 200, { totalTokens, promptTokensDetails });
  }
  await generate(body, url, operation, response, options);
}

async function generate(
  body: string,
  url: URL,
  operation: Operation,
  response: ServerResponse,
  { brain, now = () => new Date(), random = randomBytes }: GeminiServerOptions,
) {
  const parsed = parseRequest(body, operation);
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  const responseId = random(16).toString('base64url');
  const createTime = now().toISOString();
  const writes = toWrites(brain, parsed, { operation, responseId, createTime, signal: leaving.signal });
  if (operation.method === 'generateContent') return writeJson(response, 200, await joinChunks(writes));
  const format = url.searchParams.get('alt') === 'sse' ? 'sse' : 'json-array';
  await writeStream(response, writes, format, leaving.signal);
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown, logger: Logger): void {
  if (response.destroyed || (error instanceof Error && error.name === 'AbortError')) {
    response.destroy();
    return;
  }
  const known = error instanceof GoogleError;
  if (!known) logger.error({ err: error, path: request.url }, 'gemini request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const googleError = known ? error : new GoogleError(500);
  writeJson(response, googleError.code, toErrorBody(googleError));
}

function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(body));
}
