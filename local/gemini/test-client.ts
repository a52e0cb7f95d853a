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
  const post: typeof fetch = (path, init) =>
    fetch(`${server.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-goog-api-key': 'test-key' },
      ...init,
    });
  return { server, client, post };
}

export const model = 'gemini-3.8-flash';
