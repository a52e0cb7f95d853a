import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { errorBodySchema } from '@tallyboard/contract';
import { describe, expect, it } from 'vitest';
import { sendCleanUp } from '../../local/functions/send-clean-up.ts';
import { projectId, root, useFunctions } from '../../local/functions/testing/use-functions.ts';

const { setting, signIn, post, get, start } = useFunctions();

describe('the api function under functions-framework', () => {
  it('answers a question, exports the conversation, and keeps it from everyone else', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    const reply = await post('/api/chat', { turnId, message: 'Good morning' }, token);
    expect(await reply.json()).toEqual({ conversationId: turnId, turnId, status: 'completed', error: null });

    const json = await (await get(`/api/export/${turnId}?format=json`, token)).json();
    expect(json.turns[0]).toMatchObject({ question: 'Good morning', text: 'Good morning.' });
    const csv = await get(`/api/export/${turnId}?format=csv`, token);
    expect(csv.headers.get('content-disposition')).toContain('.csv"');

    const other = await signIn('inv-1001');
    for (const refused of [
      await get(`/api/export/${turnId}`, other.token),
      await post(
        '/api/chat',
        { conversationId: turnId, turnId: crypto.randomUUID(), message: 'x' },
        other.token,
      ),
    ]) {
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ code: 'conversation_not_found' });
    }
  });

  it('finishes an answer whose request was given up, as when a tab is closed', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    const closed = new AbortController();
    const reply = fetch(`${setting().api.origin}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({ turnId, message: 'Answer slowly' }),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      signal: closed.signal,
    });
    const readTurn = async () => (await (await get(`/api/export/${turnId}`, token)).json()).turns?.[0];
    await expect.poll(readTurn).toMatchObject({ status: 'running' });
    closed.abort();
    await expect(reply).rejects.toThrow(/aborted/);
    await expect.poll(readTurn).toMatchObject({ status: 'completed', text: 'At last.' });
  });

  it('renames, deletes and restores a conversation', async () => {
    const { token } = await signIn('inv-1002');
    const turnId = crypto.randomUUID();
    await post('/api/chat', { turnId, message: 'Hello' }, token);
    const patch = (body: object) =>
      fetch(`${setting().api.origin}/api/conversations/${turnId}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      }).then((reply) => reply.json());
    expect(await patch({ title: 'Renamed', archived: true })).toMatchObject({
      title: 'Renamed',
      archived: true,
    });
    expect(await patch({ archived: false })).toMatchObject({ title: 'Renamed', archived: false });
  });

  it('refuses broken JSON, foreign types and large bodies in its own words', async () => {
    const { token } = await signIn('inv-1002');
    const broken = await post('/api/chat', '{"turnId":', token);
    expect(errorBodySchema.parse(await broken.json()).code).toBe('malformed_json');
    const spelled = await post('/%61pi/chat', '{"turnId":', token);
    expect(errorBodySchema.parse(await spelled.json()).code).toBe('malformed_json');
    const astray = await post('/elsewhere', `"${'x'.repeat(100_000)}"`);
    expect(errorBodySchema.parse(await astray.json()).code).toBe('payload_too_large');
    const large = await post('/api/chat', `"${'x'.repeat(100_000)}"`, token);
    expect(errorBodySchema.parse(await large.json()).code).toBe('payload_too_large');
    const text = await fetch(`${setting().api.origin}/api/chat`, {
      method: 'POST',
      body: 'x',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/plain' },
    });
    expect(errorBodySchema.parse(await text.json()).code).toBe('unsupported_media_type');
    const forged = await post('/api/chat', { turnId: crypto.randomUUID(), message: 'x' }, `${token}x`);
    expect(errorBodySchema.parse(await forged.json()).code).toBe('unauthenticated');
  });

  it('refuses what is empty, too long or unknown, and writes nothing', async () => {
    const { token, session } = await signIn('inv-1001');
    const read = async () => {
      const url = `${setting().firestore.origin}/v1/projects/${projectId}/databases/(default)/documents/users/${session.uid}/conversations`;
      return (await fetch(url, { headers: { Authorization: 'Bearer owner' } })).json();
    };
    const before = await read();
    const unknown = crypto.randomUUID();
    const turnId = crypto.randomUUID();
    const replies = [
      [await post('/api/chat', { turnId, message: ' \n ' }, token), 400, 'message_empty'],
      [await post('/api/chat', { turnId, message: 'x'.repeat(4_001) }, token), 400, 'message_too_long'],
      [await post('/api/chat', { turnId, message: { text: 'x' } }, token), 400, 'invalid_request'],
      [
        await post('/api/chat', { conversationId: unknown, turnId, message: 'x' }, token),
        404,
        'conversation_not_found',
      ],
      [await post(`/api/conversations/${unknown}/turns/${turnId}/cancel`, {}, token), 404, 'turn_not_found'],
      [await get(`/api/export/${unknown}`, token), 404, 'conversation_not_found'],
    ] as const;
    for (const [reply, status, code] of replies) {
      expect(reply.status).toBe(status);
      expect(errorBodySchema.parse(await reply.json()).code).toBe(code);
    }
    expect(await read()).toEqual(before);
  });

  it('logs one JSON line a request, with ids and without words or tokens', async () => {
    const { token, session } = await signIn('inv-1002');
    const { logged } = setting();
    const turnId = crypto.randomUUID();
    await post('/api/chat', { turnId, message: 'A secret question' }, token);
    const find = () => logged.filter((line) => line.includes('"route":"/api/chat"') && line.includes(turnId));
    await expect.poll(() => find().length).toBeGreaterThan(0);
    const lines = find();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ severity: 'INFO', uid: session.uid, turnId });
    expect(logged.join('\n')).not.toContain('A secret question');
    await expect.poll(() => logged.some((line) => line.includes('"turn ended"'))).toBe(true);
    expect(logged.join('\n')).not.toContain('Good morning.');
    expect(logged.join('\n')).not.toContain(token);
  });
});

describe('the retention function under functions-framework', () => {
  it('runs on each cloud event', async () => {
    const lines: string[] = [];
    const retention = await start({
      target: 'retention',
      signatureType: 'cloudevent',
      onLog: (line) => lines.push(line),
    });
    for (const runs of [1, 2]) {
      const reply = await sendCleanUp(retention.origin);
      expect(reply.status, lines.join('\n')).toBe(204);
      await expect.poll(() => lines.filter((line) => line.includes('Clean-up done')).length).toBe(runs);
    }
    await retention.close();
  });
});

describe('a wrong setting', () => {
  it('ends the start with its name and exit code 1', async () => {
    const library = createRequire(import.meta.url).resolve('@google-cloud/functions-framework');
    const framework = join(dirname(library), 'main.js');
    const child = spawn(process.execPath, [framework, '--target=api', '--port=0'], {
      cwd: join(root, 'functions'),
      env: {
        ...setting().environment,
        SSO_ISSUER: '',
        COMPANY_TIME_ZONE: 'Mars/Olympus',
        PATH: process.env.PATH,
      },
    });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(printed).toContain('SSO_ISSUER is missing');
    expect(printed).toContain('COMPANY_TIME_ZONE: must be the IANA name of a time zone');
    expect(printed).not.toContain('    at ');
  });
});
