import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from '../../is-loopback.ts';
import { FirestoreError, invalidArgument, statuses, toErrorBody } from '../status.ts';

/** Firestore's limit for a request is 10 MiB; JSON and form encoding make it longer on the wire. */
const maxBodyBytes = 40 * 1024 * 1024;

/** @throws FirestoreError INVALID_ARGUMENT when it is too long. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) throw invalidArgument('Request payload size exceeds the limit.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws FirestoreError INVALID_ARGUMENT for text that is not JSON; an empty body is an empty object. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FirestoreError('INVALID_ARGUMENT', 'Invalid JSON payload received.', { cause });
  }
}

/**
 * Allows pages of this machine only, so that no web site can reach the database through its visitor's browser. WebChannel
 * needs the exact origin and credentials.
 * @returns false when the request was refused or was a preflight, and is answered.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (origin !== undefined && !isLoopback(origin.replace(/^https?:\/\//, ''))) {
    const error = new FirestoreError(
      'PERMISSION_DENIED',
      'The local Firestore answers pages of this machine only.',
    );
    replyError(response, error);
    return false;
  }
  if (origin !== undefined) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', 'X-HTTP-Session-Id');
    response.setHeader('Vary', 'Origin');
  }
  if (request.method !== 'OPTIONS') return true;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
  response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '');
  response.setHeader('Access-Control-Max-Age', '3600');
  response.writeHead(204).end();
  return false;
}

export function replyJson(response: ServerResponse, body: unknown, status = 200): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** `streamed`: the endpoint answers with a list, so its error stands in one too. */
export function replyError(response: ServerResponse, error: unknown, streamed = false): void {
  const body = toErrorBody(error);
  replyJson(response, streamed ? [body] : body, statuses[body.error.status].http);
}
