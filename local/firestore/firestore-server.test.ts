import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { initializeFirestore } from 'firebase-admin/firestore';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeGoogleCredentials } from '../identity/google-credentials.ts';
import { listen } from '../listen.ts';
import { createFirestoreServer } from './firestore-server.ts';
import { openRules, startServer, type TestServer } from './testing/start-server.ts';
import { verifyUnsigned } from './testing/verify-unsigned.ts';

const documents = 'projects/demo-raw/databases/(default)/documents';

describe.skipIf(process.env.FIRESTORE_CONFORMANCE_HOST)('the server', () => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    server = await startServer({
      rules: openRules.replace('allow read, write;', "allow read, write: if request.auth.uid == 'u1';"),
      indexes: { indexes: [], fieldOverrides: [] },
    });
    origin = `http://${server.host}:${server.port}`;
  });
  afterAll(() => server.close());

  const post = async (path: string, body: unknown, token = 'owner') => {
    const headers = new Headers(token === '' ? [] : [['authorization', `Bearer ${token}`]]);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${origin}/v1/${path}`, { method: 'POST', headers, body: text });
    return { status: response.status, body: await response.json() };
  };
  const put = (path: string, fields: object, token?: string) =>
    post(`${documents}:commit`, { writes: [{ update: { name: `${documents}/${path}`, fields } }] }, token);
  const unsigned = (claims: object) =>
    ['{"alg":"none"}', JSON.stringify(claims), '']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');

  test('answers its health check', async () => {
    expect((await fetch(`${origin}/health`)).status).toBe(200);
  });

  test('takes addresses with and without escapes, and enums as names and as numbers', async () => {
    await put('rows/a b:c', { n: { integerValue: '1' } });
    const query = (op: unknown) => ({
      structuredQuery: {
        from: [{ collectionId: 'rows' }],
        where: { fieldFilter: { field: { fieldPath: 'n' }, op, value: { integerValue: 1 } } },
      },
    });
    for (const [path, op] of [
      [documents, 'EQUAL'],
      [documents.replace('(default)', '%28default%29'), 5],
    ] as const) {
      const { body } = await post(`${path}:runQuery?$alt=json%3Benum-encoding=int`, query(op));
      expect(body).toMatchObject([{ document: { name: `${documents}/rows/a b:c` } }]);
    }
    const response = await fetch(`${origin}/v1/${documents}/rows/a%20b%3Ac`, {
      headers: { authorization: 'Bearer owner' },
    });
    expect(await response.json()).toMatchObject({ fields: { n: { integerValue: '1' } } });
  });

  test('creates, changes, lists and deletes by plain REST', async () => {
    const call = async (method: string, path: string, body?: object) => {
      const headers = { authorization: 'Bearer owner' };
      const response = await fetch(`${origin}/v1/${documents}/${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const fields = (n: number) => ({ fields: { n: { integerValue: String(n) }, m: { integerValue: '0' } } });
    expect(await call('POST', 'plain?documentId=a', fields(1))).toMatchObject({ status: 200 });
    expect(await call('POST', 'plain?documentId=a', fields(1))).toMatchObject({ status: 409 });
    expect((await call('POST', 'plain', fields(2))).body.name).toMatch(/\/plain\/.{10,}$/);
    await call('PATCH', 'plain/a?updateMask.fieldPaths=n', { fields: { n: { integerValue: '5' } } });
    expect((await call('GET', 'plain/a')).body.fields).toEqual({
      n: { integerValue: '5' },
      m: { integerValue: '0' },
    });
    expect(await call('PATCH', 'plain/none?currentDocument.exists=true', fields(1))).toMatchObject({
      status: 404,
    });
    const first = (await call('GET', 'plain?pageSize=1&orderBy=n%20desc')).body;
    expect(first.documents).toHaveLength(1);
    const second = (await call('GET', `plain?pageSize=1&orderBy=n%20desc&pageToken=${first.nextPageToken}`))
      .body;
    expect(second.nextPageToken).toBeUndefined();
    await call('DELETE', 'plain/a');
    expect((await call('GET', 'plain/a')).body).toMatchObject({ error: { code: 404, status: 'NOT_FOUND' } });
  });

  test("has Google's error bodies, in a list where the reply is one", async () => {
    const wrong = await post(`${documents}:commit`, '{');
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT' } } });
    const query = {
      structuredQuery: {
        from: [{ collectionId: 'rows' }],
        orderBy: [{ field: { fieldPath: 'a' } }, { field: { fieldPath: 'b' } }],
      },
    };
    const noIndex = await post(`${documents}:runQuery`, query);
    expect(noIndex).toMatchObject({ status: 400, body: [{ error: { status: 'FAILED_PRECONDITION' } }] });
    expect(await post(`${documents}:executePipeline`, {})).toMatchObject({ status: 501 });
    expect((await fetch(`${origin}/v1/nothing`)).status).toBe(404);
    expect((await fetch(`${origin}/v1/${documents}/rows/%`)).status).toBe(400);
  });

  test.each<[string, object]>([
    ['nested arrays', { a: { arrayValue: { values: [{ arrayValue: {} }] } } }],
    ['two kinds of value', { a: { stringValue: 'x', integerValue: '1' } }],
    ['an unknown kind', { a: { textValue: 'x' } }],
    ['an integer over 64 bits', { a: { integerValue: '9223372036854775808' } }],
    ['a time that is none', { a: { timestampValue: 'yesterday' } }],
    ['a place off the earth', { a: { geoPointValue: { latitude: 91 } } }],
    ['an empty field name', { '': { nullValue: null } }],
    [
      '21 levels',
      Array.from({ length: 21 }).reduce<object>((inner) => ({ m: { mapValue: { fields: inner } } }), {}),
    ],
  ])('refuses %s', async (_, fields) => {
    expect(await put('rows/bad', fields)).toMatchObject({
      status: 400,
      body: { error: { status: 'INVALID_ARGUMENT' } },
    });
  });

  test('knows the admin, the person of a token, nobody, and a token that is not valid', async () => {
    expect(await put('rows/x', {}, 'owner')).toMatchObject({ status: 200 });
    expect(await put('rows/x', {}, unsigned({ sub: 'u1' }))).toMatchObject({ status: 200 });
    expect(await put('rows/x', {}, unsigned({ sub: 'u2' }))).toMatchObject({ status: 403 });
    expect(await put('rows/x', {}, '')).toMatchObject({ status: 403 });
    expect(await put('rows/x', {}, 'nonsense')).toMatchObject({
      status: 401,
      body: { error: { status: 'UNAUTHENTICATED' } },
    });
    const ids = await post(`${documents}:listCollectionIds`, {}, unsigned({ sub: 'u1' }));
    expect(ids.status).toBe(403);
  });

  test('serves firebase-admin with the credentials of the local stack', async () => {
    // The local identity server's answer: what the clients send is "Bearer owner".
    const token = { access_token: 'owner', token_type: 'Bearer', expires_in: 3600 };
    const issuedType = 'urn:ietf:params:oauth:token-type:access_token';
    const sts = await listen(
      (_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ ...token, issued_token_type: issuedType }));
      },
      { name: 'STS', port: 0, portSetting: 'nothing' },
    );
    const folder = await mkdtemp(join(tmpdir(), 'firestore-adc-'));
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', await writeGoogleCredentials(folder, sts.origin));
    vi.stubEnv('FIRESTORE_EMULATOR_HOST', `${server.host}:${server.port}`);
    const app = initializeApp({ projectId: 'demo-raw' }, 'admin');
    try {
      const db = initializeFirestore(app, { preferRest: true });
      await db.doc('admin/one').set({ n: 1 });
      expect((await db.doc('admin/one').get()).data()).toEqual({ n: 1 });
      await db.terminate();
    } finally {
      vi.unstubAllEnvs();
      await deleteApp(app);
      await sts.close();
      await rm(folder, { recursive: true });
    }
  });

  test('stops while a channel is open, and its port is free', async () => {
    const other = await startServer();
    const address = `http://127.0.0.1:${other.port}/google.firestore.v1.Firestore/Listen/channel`;
    const opened = await fetch(`${address}?VER=8&RID=1&CVER=22`, {
      method: 'POST',
      body: new URLSearchParams({ count: '0' }),
    });
    const sid = /"c","([^"]+)"/.exec(await opened.text())?.[1];
    const hanging = fetch(`${address}?VER=8&RID=rpc&SID=${sid}&AID=0&CI=0&TYPE=xmlhttp`);
    await hanging;
    await other.close();
    await (await startServer({ port: other.port })).close();
  });

  test('says which port is busy, which file is in use, and where the rules are wrong', async () => {
    await expect(startServer({ port: server.port })).rejects.toThrow(`Port ${server.port} is busy`);
    await expect(startServer({ rules: "rules_version = '2';\nservice cloud.storage {}" })).rejects.toThrow(
      /firestore\.rules: line 2, column 15: Expected "firestore"/,
    );
    const folder = await mkdtemp(join(tmpdir(), 'firestore-busy-'));
    const rulesFile = join(folder, 'firestore.rules');
    await writeFile(rulesFile, openRules);
    const options = {
      port: 0,
      rulesFile,
      indexesFile: null,
      verifyToken: verifyUnsigned,
      logger: pino({ level: 'silent' }),
    };
    const first = await createFirestoreServer({ ...options, file: join(folder, 'a.sqlite') });
    await expect(createFirestoreServer({ ...options, file: join(folder, 'a.sqlite') })).rejects.toThrow(
      'another local Firestore',
    );
    await first.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    ['no database', 'is damaged. Delete it to start over', 'not a database '.repeat(1_000)],
    ['a folder', 'cannot be opened', null],
  ])('names a file that is %s', async (_, problem, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'firestore-damaged-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'a.sqlite');
    if (content === null) await mkdir(file);
    else await writeFile(file, content);
    await expect(startServer({ file })).rejects.toThrow(`${file} ${problem}`);
  });
});
