import { errorBodySchema, errorStatus } from '@tallyboard/contract';
import { expect } from 'vitest';
import { CodedError } from '../../coded-error.ts';
import { sampleRecord, sampleResult } from '../../export/testing/sample-record.ts';
import { createLog } from '../../log.ts';
import { type AppDeps, createApp } from '../app.ts';
import { createCallLimit } from '../call-limit.ts';

/** An id as a client makes it. */
export const turnId = 'turn-0000-0000-0001';
export const now = new Date('2026-11-23T12:00:00Z');

const window = { windowMs: 60_000, maxCallers: 10, now: () => now };

/** The application over values; `calls` is what reached them. */
export function setUp(changes: Partial<AppDeps> = {}) {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const app = createApp({
    config: {
      firebase: { projectId: 'p', apiKey: 'k', authDomain: 'd', databaseId: '(default)' },
      endpoints: { auth: null, firestore: null },
      sso: { issuer: 'https://sso.example', clientId: 'c', scope: 'openid' },
      model: 'gemini-x',
      accessContact: 'Iris',
      queriesPerHour: 50,
      conversationDays: 30,
    },
    authenticate: async (header) => {
      if (header === 'Bearer expired') throw new CodedError('token_expired', 'Expired.');
      if (header !== 'Bearer good') throw new CodedError('unauthenticated', 'Sign in.');
      return { uid: 'u1', displayName: 'Maya', roles: ['analyst'], access: 'all' };
    },
    createSession: async (request) => {
      calls.push(request);
      return { firebaseToken: 't', uid: 'u1', displayName: 'Maya', roles: ['analyst'] };
    },
    endSignIns: async (logoutToken) => {
      calls.push({ logoutToken });
      return { uid: 'u1' };
    },
    reportViolations: (body) => void calls.push(body),
    limitSignIns: createCallLimit({ ...window, max: 2, sentence: 'Too many sign-ins.' }),
    limitCalls: createCallLimit({ ...window, max: 20, sentence: 'Too many requests.' }),
    trustedProxies: 1,
    turns: {
      run: async (input) => {
        calls.push(input);
        const conversationId = input.request.conversationId ?? input.request.turnId;
        return { conversationId, turnId: input.request.turnId, status: 'completed', error: null };
      },
      cancel: async (key) => {
        calls.push(key);
        return { turnId: key.turnId, status: 'cancelled' };
      },
    },
    patchConversation: async (key, patch) => {
      calls.push({ ...key, ...patch });
      const { conversation } = sampleRecord([]);
      return {
        ...conversation,
        title: patch.title ?? conversation.title,
        archivedAt: patch.archived ? now : null,
      };
    },
    readConversation: async (key) => {
      calls.push(key);
      return sampleRecord([sampleResult([['Bike', -1, true]])]);
    },
    saveFeedback: async (key, feedback) => {
      calls.push({ ...key, ...feedback });
      return { ...feedback, at: now };
    },
    runAgain: async ({ uid, access }, key, request) => {
      calls.push({ uid, access, ...key, ...request });
      const { columns, scope, asOf, bytesProcessed, priceUsd } = sampleResult([]);
      const difference = { same: 1, changed: 0, added: 0, removed: 0, changes: [] };
      return {
        ...{ resultId: key.resultId, asOf: asOf.toISOString(), scope, columns },
        ...{ difference, bytesProcessed, priceUsd },
      };
    },
    readOverview: async ({ uid, access }) => {
      calls.push({ uid, access });
      return { dataAsOf: null, lowStock: { count: 0, lines: [] }, categories: ['Bikes'] };
    },
    requestTimeoutMs: 200,
    now: () => now,
    log: createLog({ level: 'info', projectId: 'p' }, { write: (line) => void lines.push(line) }),
    ...changes,
  });
  const send = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    app.request(path, { ...init, headers: { Authorization: 'Bearer good', ...headers } });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(
      path,
      { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
      { 'Content-Type': 'application/json', ...headers },
    );
  return { app, calls, lines, send, post };
}

/** The reply is this error, and nothing of its origin shows. */
export async function expectError(reply: Response, code: keyof typeof errorStatus) {
  const body = errorBodySchema.strict().parse(await reply.json());
  expect(body.code).toBe(code);
  expect(reply.status).toBe(errorStatus[code]);
  expect(body.message).toMatch(/^[^{}]*[.\w"]$/);
  expect(body.message).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b/);
  expect(reply.headers.get('content-type')).toContain('application/json');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  return body;
}
