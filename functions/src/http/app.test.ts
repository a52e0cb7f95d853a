import { describe, expect, it } from 'vitest';
import { expectError, setUp, turnId } from './testing/app-under-test.ts';

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

  it('takes so many requests of a person in a minute, a question that is sent again among them', async () => {
    const { send, post, calls } = setUp();
    const ask = () => post('/api/chat', { turnId, message: 'x' });
    for (let sent = 0; sent < 10; sent += 1) {
      expect((await send('/api/overview')).status).toBe(200);
      expect((await ask()).status).toBe(200);
    }
    for (const reply of [
      await ask(),
      await send('/api/overview'),
      await send(`/api/export/${turnId}`),
      await post(`/api/conversations/${turnId}/turns/${turnId}/results/r1/rerun`, { asOf: 'now' }),
    ]) {
      expect(reply.headers.get('retry-after')).toBe('60');
      await expectError(reply, 'limit_reached');
    }
    expect(calls).toHaveLength(20);
  });

  it('keeps feedback, and gives the overview of what the caller may see', async () => {
    const { send, post, calls } = setUp();
    const path = `/api/conversations/${turnId}/turns/${turnId}/feedback`;
    const kept = await post(path, { kind: 'negative', reason: '  Wrong month ' });
    expect(await kept.json()).toEqual({ turnId, kind: 'negative' });
    await expectError(await post(path, { kind: 'so-so', reason: null }), 'invalid_request');
    const overview = await send('/api/overview');
    expect(await overview.json()).toMatchObject({ categories: ['Bikes'] });
    expect(calls).toEqual([
      { uid: 'u1', conversationId: turnId, turnId, kind: 'negative', reason: 'Wrong month' },
      { uid: 'u1', access: 'all' },
    ]);
  });

  it('runs a result again for the caller, as of then or now', async () => {
    const { post, calls } = setUp();
    const path = `/api/conversations/${turnId}/turns/${turnId}/results/r1/rerun`;
    const reply = await post(path, { asOf: 'then' });
    expect(await reply.json()).toMatchObject({ resultId: 'r1', difference: { same: 1, changes: [] } });
    await expectError(await post(path, { asOf: 'tomorrow' }), 'invalid_request');
    await expectError(await post(path, { asOf: 'now', tool: 'query_sales' }), 'invalid_request');
    expect(calls).toEqual([
      { uid: 'u1', access: 'all', conversationId: turnId, turnId, resultId: 'r1', asOf: 'then' },
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
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });
});

it('allows no other origin anything, asked ahead or not', async () => {
  const { send, post } = setUp();
  const foreign = { Origin: 'https://evil.example' };
  const asked = {
    ...foreign,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization',
  };
  for (const reply of [
    await send('/api/chat', { method: 'OPTIONS' }, asked),
    await send('/api/health', {}, foreign),
    await post('/api/chat', { turnId, message: 'x' }, foreign),
    await post('/api/chat', '{', foreign),
  ]) {
    const names = [...reply.headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
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
