import type { IncomingMessage } from 'node:http';
import { GoogleError } from './google-error.ts';
import type { Operation } from './parse-path.ts';

/**
 * The Gemini API wants a key, Vertex a bearer token.
 * @throws GoogleError 400, 401 or 403
 */
export function checkCaller(
  { headers }: IncomingMessage,
  url: URL,
  { api }: Operation,
  apiKey: string | undefined,
): void {
  const bearer = /^Bearer \S+/.test(headers.authorization ?? '');
  const header = headers['x-goog-api-key'];
  const key = (Array.isArray(header) ? header[0] : header) ?? url.searchParams.get('key');
  if (api === 'vertex') {
    if (bearer || key) return;
    throw new GoogleError(
      401,
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    );
  }
  if (!key && !bearer)
    throw new GoogleError(
      403,
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    );
  if (apiKey === undefined || key === apiKey) return;
  throw new GoogleError(400, 'API key not valid. Please pass a valid API key.', [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
  ]);
}
