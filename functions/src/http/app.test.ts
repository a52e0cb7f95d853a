import { errorBodySchema, errorStatus, maxMessageLength } from '@tallyboard/contract';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../coded-error.ts';
import { sampleRecord, sampleResult } from '../export/sample-record.ts';
import { createLog } from '../log.ts';
import { createAddressLimit } from './address-limit.ts';
import { type AppDeps, createApp } from './app.ts';

const turnId = 'turn-0000-0000-0001';
const now = new Date('2026-11-23T12:00:00Z');

/** The application over values; `calls` is what reached them. */
function setUp(changes: Partial<AppDeps> = {}) {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const app = createApp({
    config: {
      firebase: { projectId: 'p', apiKey: 'k', authDomain: 'd' },
      endpoints: { auth: null, firestore: null },
      sso: { issuer: 'https://sso.example', clientId: 'c', scope: 'openid' },
      model: 'gemini-x',
      accessContact: 'Iris',
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
    limitSignIns: createAddressLimit({ max: 2, windowMs: 60_000, maxAddresses: 10, now: () => now }),
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

async function expectError(reply: Response, code: keyof typeof errorStatus) {
  const body = errorBodySchema.strict().parse(await reply.json());
  expect(body.code).toBe(code);
  expect(reply.status).toBe(errorStatus[code]);
  expect(body.message).toMatch(/^[^{}]*[.\w"]$/);
  expect(body.message).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b/);
  expect(reply.headers.get('content-type')).toContain('application/json');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  return body;
}

describe('a good request', () => {
  it('runs the turn for the caller that the token names', async () => {
    const { post, calls } = setUp();
    const reply = await post('/api/chat', { turnId, message: 'Hello' });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ conversationId: turnId, turnId, status: 'completed', error: null });
    expect(calls).toEqual([
      {
        caller: { uid: 'u1', displayName: 'Maya', roles: ['analyst'], access: 'all' },
        request: { turnId, message: 'Hello' },
      },
    ]);
  });

  it('cancels, renames, deletes and signs in', async () => {
    const { send, post, calls } = setUp();
    const cancel = await send(`/api/conversations/${turnId}/turns/${turnId}/cancel`, { method: 'POST' });
    expect(await cancel.json()).toEqual({ turnId, status: 'cancelled' });
    const patch = await send(
      `/api/conversations/${turnId}`,
      { method: 'PATCH', body: '{"title":"  New  ","archived":true}' },
      { 'Content-Type': 'application/json; charset=utf-8' },
    );
    expect(await patch.json()).toMatchObject({ title: 'New', archived: true });
    const session = await post('/api/session', { idToken: 'x', nonce: '12345678' }, { Authorization: '' });
    expect(session.status).toBe(200);
    expect(calls).toEqual([
      { uid: 'u1', conversationId: turnId, turnId },
      { uid: 'u1', conversationId: turnId, title: 'New', archived: true },
      { idToken: 'x', nonce: '12345678' },
    ]);
  });

  it.each([
    ['json', 'application/json; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8'],
  ])('exports %s as a file', async (format, contentType) => {
    const reply = await setUp().send(`/api/export/${turnId}?format=${format}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe(contentType);
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="tallyboard-umsatze-letzte-3-monate-2026-11-23.${format}"`,
    );
    expect(await reply.text()).toContain('Bike');
  });

  it('gets health and configuration without a token', async () => {
    const { app } = setUp();
    expect(await (await app.request('/api/health')).json()).toEqual({ status: 'ok' });
    expect(await (await app.request('/api/config')).json()).toMatchObject({ model: 'gemini-x' });
  });

  it('carries headers that keep browsers from caching, framing, sniffing or running it', async () => {
    const { headers } = await setUp().send('/api/health');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBeTruthy();
  });
});

describe('a bad request', () => {
  it.each([
    ['no message', { turnId }, 'invalid_request'],
    ['a message that is a number', { turnId, message: 7 }, 'invalid_request'],
    ['a message that is a list', { turnId, message: ['x'] }, 'invalid_request'],
    ['a message that is null', { turnId, message: null }, 'invalid_request'],
    ['a message that is too long', { turnId, message: 'x'.repeat(maxMessageLength + 1) }, 'message_too_long'],
    ['no turn id', { message: 'x' }, 'invalid_request'],
    ['a short turn id', { turnId: 'abc', message: 'x' }, 'invalid_request'],
    ['a turn id with a slash', { turnId: '../../users/u2/aaaa', message: 'x' }, 'invalid_request'],
    [
      'a conversation id with a dot',
      { turnId, conversationId: '................', message: 'x' },
      'invalid_request',
    ],
    ['a conversation id that is a map', { turnId, conversationId: {}, message: 'x' }, 'invalid_request'],
    ['a list', [], 'invalid_request'],
    ['null', 'null', 'invalid_request'],
    ['text', '"x"', 'invalid_request'],
    ['broken JSON', '{"turnId":', 'malformed_json'],
    ['an empty body', '', 'malformed_json'],
    ['deep JSON', '['.repeat(30_000), 'malformed_json'],
    ['deep whole JSON', '['.repeat(30_000) + ']'.repeat(30_000), 'invalid_request'],
    ['a body over 64 kB', { turnId, message: 'x'.repeat(66_000) }, 'payload_too_large'],
  ] as const)('with %s to chat is refused, and nothing is called', async (_what, body, code) => {
    const { post, calls } = setUp();
    await expectError(await post('/api/chat', body), code);
    expect(calls).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of type %j is refused',
    async (type) => {
      const { post, calls } = setUp();
      const reply = await post('/api/chat', { turnId, message: 'x' }, { 'Content-Type': type });
      await expectError(reply, 'unsupported_media_type');
      expect(calls).toEqual([]);
    },
  );

  it('in a body of unknown length is cut off at the limit', async () => {
    const { app } = setUp();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { Authorization: 'Bearer good', 'Content-Type': 'application/json' },
    };
    const reply = await app.request(new Request('http://x/api/chat', init));
    await expectError(reply, 'payload_too_large');
    expect(sent).toBeLessThan(200_000);
  });

  it('to an unknown address is not found, with another method not allowed', async () => {
    const { send } = setUp();
    await expectError(await send('/api/nothing'), 'not_found');
    await expectError(await send('/'), 'not_found');
    const reply = await send('/api/chat', {}, { Authorization: '' });
    expect(reply.headers.get('allow')).toBe('POST');
    await expectError(reply, 'method_not_allowed');
    const health = await send('/api/health', { method: 'DELETE' });
    expect(health.headers.get('allow')).toBe('GET, HEAD');
    await expectError(health, 'method_not_allowed');
  });

  it.each([
    ['POST', '/api/chat'],
    ['POST', `/api/conversations/${turnId}/turns/${turnId}/cancel`],
    ['PATCH', `/api/conversations/${turnId}`],
    ['GET', `/api/export/${turnId}`],
  ])('without a token is refused before anything else: %s %s', async (method, path) => {
    const { send, calls } = setUp();
    const body = method === 'GET' ? undefined : '{';
    for (const [header, code] of [
      ['', 'unauthenticated'],
      ['Bearer forged', 'unauthenticated'],
      ['Bearer expired', 'token_expired'],
    ] as const) {
      const reply = await send(path, { method, body }, { Authorization: header });
      expect(reply.headers.get('www-authenticate')).toBe('Bearer');
      await expectError(reply, code);
    }
    expect(calls).toEqual([]);
  });

  it.each([
    ['GET', '/api/export/short'],
    ['GET', `/api/export/${turnId}?format=xlsx`],
    ['GET', '/api/export/..%2F..%2Fusers%2Fu2aaaaaaa'],
    ['POST', `/api/conversations/${turnId}/turns/x/cancel`],
    ['PATCH', `/api/conversations/${turnId}`],
  ])('with a wrong id, format or patch is refused: %s %s', async (method, path) => {
    const { send, calls } = setUp();
    const body = method === 'PATCH' ? '{"title":"","uid":"u2"}' : undefined;
    const reply = await send(path, { method, body }, { 'Content-Type': 'application/json' });
    await expectError(reply, 'invalid_request');
    expect(calls).toEqual([]);
  });
});

describe('a refusal from within', () => {
  it('keeps its code, and says when to come back', async () => {
    const { post } = setUp({
      turns: {
        run: () => Promise.reject(new CodedError('limit_reached', 'Used up.', { retryAfterMs: 61_001 })),
        cancel: () => Promise.reject(new CodedError('turn_not_found', 'No such turn.')),
      },
    });
    const reply = await post('/api/chat', { turnId, message: 'x' });
    expect(reply.headers.get('retry-after')).toBe('62');
    expect((await expectError(reply, 'limit_reached')).retryAfterMs).toBe(61_001);
    await expectError(
      await post(`/api/conversations/${turnId}/turns/${turnId}/cancel`, {}),
      'turn_not_found',
    );
  });

  it('that nobody expected is "internal" to the caller, and whole in the log', async () => {
    const { post, lines } = setUp({
      turns: {
        run: () => Promise.reject(new Error('secret path /srv/x.ts', { cause: new Error('root cause') })),
        cancel: () => Promise.reject(new Error('x')),
      },
    });
    const body = await expectError(await post('/api/chat', { turnId, message: 'my question' }), 'internal');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('secret path');
    expect(lines[0]).toContain('root cause');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      severity: 'ERROR',
      code: 'internal',
      turnId,
      uid: 'u1',
    });
  });
});

describe('the log', () => {
  it('has one line a request with route, status, ids and trace, and never the message or a token', async () => {
    const { post, lines } = setUp();
    const trace = 'c'.repeat(32);
    await post(
      '/api/chat',
      { turnId, message: 'my question' },
      { traceparent: `00-${trace}-0102030405060708-01` },
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/my question|good/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      severity: 'INFO',
      message: 'POST /api/chat 200',
      route: '/api/chat',
      uid: 'u1',
      turnId,
      conversationId: turnId,
      httpRequest: { requestMethod: 'POST', status: 200, latency: expect.stringMatching(/^\d+\.\d{3}s$/) },
      'logging.googleapis.com/trace': `projects/p/traces/${trace}`,
    });
  });

  it('names the route of a refused request by its pattern', async () => {
    const { send, lines } = setUp();
    await send('/api/export/short');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      message: 'GET /api/export/:conversationId 400',
      code: 'invalid_request',
    });
  });
});

describe('sign-in', () => {
  it('is limited per address: the one that the trusted proxy saw, not what the caller claims', async () => {
    const { post, calls } = setUp();
    const signIn = (forwarded: string) =>
      post('/api/session', { idToken: 'x', nonce: '12345678' }, { 'X-Forwarded-For': forwarded });
    expect((await signIn('1.1.1.1, 9.9.9.9')).status).toBe(200);
    expect((await signIn('2.2.2.2, 9.9.9.9')).status).toBe(200);
    const refused = await signIn('3.3.3.3, 9.9.9.9');
    expect(refused.headers.get('retry-after')).toBe('60');
    await expectError(refused, 'limit_reached');
    expect((await signIn('3.3.3.3, 8.8.8.8')).status).toBe(200);
    expect(calls).toHaveLength(3);
  });
});
