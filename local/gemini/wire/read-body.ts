import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { GoogleError } from './google-error.ts';

/** Google takes 20 MB of inline request. */
const maxBytes = 20 * 1024 * 1024;

/** @throws GoogleError 400 for a body that is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    throw new GoogleError(400, `Request payload size exceeds the limit: ${maxBytes} bytes.`);
  return text(request);
}
