import { maxMessageLength } from '@tallyboard/contract';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../coded-error.ts';
import { expectError, setUp, turnId } from './testing/app-under-test.ts';

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

  it.each([
    ['application/json', '{}', 'unsupported_media_type'],
    ['multipart/form-data; boundary=x', 'x', 'invalid_request'],
  ] as const)('to sign out of type %j is told to be a form', async (type, body, code) => {
    const { send, calls } = setUp();
    const reply = await send('/api/sso-logout', { method: 'POST', body }, { 'Content-Type': type });
    expect(await reply.clone().text()).toContain('application/x-www-form-urlencoded');
    await expectError(reply, code);
    expect(calls).toEqual([]);
  });

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
    ['POST', `/api/conversations/${turnId}/turns/${turnId}/feedback`],
    ['GET', '/api/overview'],
    ['POST', `/api/conversations/${turnId}/turns/${turnId}/results/r1/rerun`],
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
    ['POST', `/api/conversations/${turnId}/turns/${turnId}/results/x/rerun`],
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

  it('that never comes is "unavailable" in time, with one line in the log', async () => {
    const never = () => new Promise<never>(() => undefined);
    const hanging = { authenticate: never, createSession: never, endSignIns: never } as const;
    const { post, send, lines } = setUp(hanging);
    await expectError(await post('/api/chat', { turnId, message: 'x' }), 'unavailable');
    await expectError(await send('/api/overview'), 'unavailable');
    const session = { idToken: 'x', nonce: '12345678' };
    await expectError(await post('/api/session', session), 'unavailable');
    expect(lines).toHaveLength(3);
    const store = setUp({
      patchConversation: never,
      readConversation: never,
      saveFeedback: never,
      turns: { run: never, cancel: never },
    });
    const turn = `/api/conversations/${turnId}/turns/${turnId}`;
    for (const reply of await Promise.all([
      store.post(`${turn}/cancel`, {}),
      store.post(`${turn}/feedback`, { kind: 'positive', reason: null }),
      store.send(`/api/export/${turnId}`),
      store.send(
        `/api/conversations/${turnId}`,
        { method: 'PATCH', body: '{"title":"x"}' },
        { 'Content-Type': 'application/json' },
      ),
    ])) {
      await expectError(reply, 'unavailable');
    }
  });

  it('of a question that runs long is none', async () => {
    const { post } = setUp({
      turns: {
        run: async ({ request }) => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          return { conversationId: turnId, turnId: request.turnId, status: 'completed', error: null };
        },
        cancel: () => Promise.reject(new Error('x')),
      },
    });
    expect((await post('/api/chat', { turnId, message: 'x' })).status).toBe(200);
  });
});
