import { GoogleGenAI } from '@google/genai';
import { pino } from 'pino';
import type { LocalServer } from '../listen.ts';
import type { Brain } from './brain.ts';
import { createGeminiServer } from './gemini-server.ts';

/** A server with a brain, and Google's client aimed at it, for tests. */
export async function startGemini(
  brain: Brain,
  options: { apiKey?: string } = {},
): Promise<{ server: LocalServer; client: GoogleGenAI; post: typeof fetch }> {
  const server = await createGeminiServer({ port: 0, brain, logger: pino({ level: 'silent' }), ...options });
  const client = new GoogleGenAI({
    apiKey: 'test-key',
    httpOptions: { baseUrl: server.origin, apiVersion: 'v1beta' },
  });
  const post = createPost(server.origin, 'test-key');
  return { server, client, post };
}

export const model = 'gemini-3.8-flash';

/** The service that GEMINI_CONFORMANCE_HOST names (`https://generativelanguage.googleapis.com`), for tests of refusals. */
export const realGemini = process.env.GEMINI_CONFORMANCE_HOST
  ? { post: createPost(process.env.GEMINI_CONFORMANCE_HOST, process.env.GEMINI_API_KEY ?? '') }
  : undefined;

function createPost(origin: string, apiKey: string): typeof fetch {
  const headers = { 'content-type': 'application/json', 'x-goog-api-key': apiKey };
  return (path, init) => fetch(`${origin}${path}`, { method: 'POST', headers, ...init });
}
