import { gzipSync } from 'node:zlib';
import { errorBodySchema } from '@tallyboard/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationRef } from '../../functions/src/store/paths.ts';
import type { FunctionsProcess } from '../../local/functions/functions-process.ts';
import { type Person, signIn } from '../person.ts';
import { type RunningSystem, startSystem } from '../running-system.ts';
import { holdAttackCounts } from './attack-report.ts';

let system: RunningSystem;
let api: FunctionsProcess;
let maya: Person;
let anton: Person;
beforeAll(async () => {
  system = await startSystem();
  api = await system.startFunction({ QUERIES_PER_HOUR: '1000', CALLS_PER_MINUTE: '1000' });
  system.setScript([{ repeat: true, stream: [{ text: 'The secret of Anton.' }] }]);
  maya = await signIn(system, api.origin, 'manager');
  anton = await signIn(system, api.origin, 'analyst');
}, 90_000);
afterAll(() => system?.close());

const turnId = (name: string) => `${name}-000000000000000000`;
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const valid = { turnId: turnId('request'), message: 'x' };

/** Bodies that are no question, each with the codes that may refuse it. */
const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
  ['cut off', '{"turnId":"'],
  ['empty', ''],
  ['a blank', ' '],
  ['null', 'null'],
  ['a number', '1e999'],
  ['an array', '[]'],
  ['a text', '"x"'],
  ['deep arrays', nested('[', ']', 30_000)],
  ['deep objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['deep in the message', `{"turnId":"${valid.turnId}","message":${nested('[', ']', 20_000)}}`],
  ['unclosed depth', '['.repeat(60_000)],
  ['oversize', JSON.stringify({ ...valid, message: 'x'.repeat(200_000) })],
  ['oversize in white space', `${' '.repeat(100_000)}${JSON.stringify(valid)}`],
  ['10 MB', 'x'.repeat(10_000_000)],
  ['a long message', JSON.stringify({ ...valid, message: 'x'.repeat(4_001) })],
  ['a long id', JSON.stringify({ ...valid, turnId: 'x'.repeat(65) })],
  ['a path as id', JSON.stringify({ ...valid, turnId: '../../users/other/x' })],
  ['an encoded path as id', JSON.stringify({ ...valid, turnId: '..%2F..%2Fusers%2Fother%2Fx' })],
  ['a path as conversation', JSON.stringify({ ...valid, conversationId: '../x/../y/0000000000' })],
  ['an id with NUL', JSON.stringify({ ...valid, turnId: 'x\u0000000000000000000000' })],
  ['reserved id', JSON.stringify({ ...valid, turnId: '__reserved_____________' })],
  ['message as object', JSON.stringify({ ...valid, message: { $gt: '' } })],
  ['message as array', JSON.stringify({ ...valid, message: ['x'] })],
  ['message as number', JSON.stringify({ ...valid, message: 1 })],
  ['blank message', JSON.stringify({ ...valid, message: ' \n\u00a0' })],
  ['no message', JSON.stringify({ turnId: valid.turnId })],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['UTF-16', new Uint8Array(Buffer.from(JSON.stringify(valid), 'utf16le'))],
  ['gzip', new Uint8Array(gzipSync(JSON.stringify(valid)))],
  ['two documents', `${JSON.stringify(valid)}${JSON.stringify(valid)}`],
  ['single quotes', "{'turnId':'x'}"],
  ['a comment', `/* */${JSON.stringify(valid)}`],
  ['NaN', '{"turnId":NaN}'],
];

test('bodies that are too large, too deep or no JSON are refused with a code, and the function lives on', async () => {
  const send = async (body: string | Uint8Array<ArrayBuffer>, path: string) => {
    for (let tries = 1; ; tries += 1) {
      const reply = await fetch(api.origin + path, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${maya.token}` },
      }).catch((error: unknown) => {
        // A body that is refused unread may still be on its way when the connection is closed.
        if (body.length <= 65_536 || tries > 5) throw error;
      });
      if (reply) return reply;
    }
  };
  const before = await system.db.collectionGroup('turns').get();
  for (const path of ['/api/chat', '/api/session']) {
    for (const [name, body] of bodies) {
      const reply = await send(body, path);
      expect([400, 401, 413], `${path} ${name}: ${reply.status}`).toContain(reply.status);
      expect(errorBodySchema.parse(await reply.json()).message, name).not.toMatch(/ at |node_modules|Error:/);
    }
  }
  const after = await system.db.collectionGroup('turns').get();
  expect((await fetch(`${api.origin}/api/health`)).status).toBe(200);
  holdAttackCounts('oversize, deep and malformed bodies', {
    ...{
      tried: 2 * bodies.length,
      leaked: null,
      changed: after.size - before.size,
      executed: null,
      unaudited: null,
    },
  });
});

test('keys that reach for the prototype, and keys given twice, do nothing', async () => {
  for (const [index, extra] of [
    '"__proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"uid":"other"',
    '"access":["*"],"roles":["analyst"]',
  ].entries()) {
    const id = turnId(`proto-${index}`);
    const body = `{"turnId":"${turnId('never-this-one')}","turnId":"${id}","message":"x",${extra}}`;
    const reply = await maya.at(api.origin).post('/api/chat', body);
    if (reply.ok) {
      const written = await conversationRef(system.db, { uid: maya.uid, conversationId: id }).get();
      expect(written.exists).toBe(true);
    } else expect(reply.status).toBe(400);
  }
  expect(
    (
      await system.db
        .collectionGroup('turns')
        .where('turnId', '==', turnId('never-this-one'))
        .get()
        .catch(() => ({ size: 0 }))
    ).size,
  ).toBe(0);
});

test('somebody else’s conversation cannot be read, continued, stopped, renamed or deleted, over the function or the database', async () => {
  const theirs = turnId('of-anton');
  await anton.at(api.origin).ask({ turnId: theirs, message: 'My question' });
  const ref = conversationRef(system.db, { uid: anton.uid, conversationId: theirs });
  const before = JSON.stringify([
    (await ref.get()).data(),
    (await ref.collection('turns').doc(theirs).get()).data(),
  ]);
  const { post, get } = maya.at(api.origin);
  const send = (method: string, path: string, body?: object) =>
    fetch(api.origin + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${maya.token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  const documents = `${system.origins.firestore}/v1/projects/${system.projectId}/databases/(default)/documents`;
  const path = `${documents}/users/${anton.uid}/conversations/${theirs}`;
  const replies = [
    await get(`/api/export/${theirs}`),
    await get(`/api/export/${theirs}?format=csv`),
    await get(`/api/export/${anton.uid}%2Fconversations%2F${theirs}`),
    await get(`/api/export/..%2F..%2F${anton.uid}%2Fconversations%2F${theirs}`),
    await post('/api/chat', { turnId: turnId('mine'), conversationId: theirs, message: 'And mine?' }),
    await post(`/api/conversations/${theirs}/turns/${theirs}/cancel`, {}),
    await send('PATCH', `/api/conversations/${theirs}`, { title: 'Taken over' }),
    await send('PATCH', `/api/conversations/${theirs}`, { archived: true }),
    await send('DELETE', `/api/conversations/${theirs}`),
    await send('GET', `/api/export/${theirs}?uid=${anton.uid}`),
    await fetch(path, { headers: { Authorization: `Bearer ${maya.token}` } }),
    await fetch(`${path}/turns/${theirs}`, { headers: { Authorization: `Bearer ${maya.token}` } }),
    await fetch(`${path}/turns/${theirs}/private/model`, {
      headers: { Authorization: `Bearer ${anton.token}` },
    }),
    await fetch(`${documents}/auditLog`, { headers: { Authorization: `Bearer ${maya.token}` } }),
    await fetch(`${documents}/users`, { headers: { Authorization: `Bearer ${maya.token}` } }),
    await fetch(path, { method: 'DELETE', headers: { Authorization: `Bearer ${maya.token}` } }),
    await fetch(path, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${maya.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ fields: { title: { stringValue: 'Taken over' } } }),
    }),
    await fetch(`${api.origin}/api/export/${theirs}`),
    await fetch(`${api.origin}/api/export/${theirs}`, { headers: { Authorization: 'Bearer owner' } }),
    await fetch(`${api.origin}/api/export/${theirs}`, {
      headers: { Authorization: `Bearer ${toUnsigned(anton.uid)}` },
    }),
  ];
  const texts = await Promise.all(replies.map((reply) => reply.text()));
  for (const [index, reply] of replies.entries()) {
    expect([400, 401, 403, 404, 405], `${index}: ${reply.status} ${texts[index]}`).toContain(reply.status);
  }
  const after = JSON.stringify([
    (await ref.get()).data(),
    (await ref.collection('turns').doc(theirs).get()).data(),
  ]);
  expect(after).toBe(before);
  holdAttackCounts('other people’s conversations', {
    tried: replies.length,
    leaked: texts.filter((text) => /secret of Anton|My question/.test(text)).length,
    changed: before === after ? 0 : 1,
    ...{ executed: null, unaudited: null },
  });
});

/** A token that says who it is for and is signed by nobody. */
function toUnsigned(uid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(Date.now() / 1_000);
  const claims = {
    sub: uid,
    user_id: uid,
    aud: 'demo-reliability',
    iss: 'https://securetoken.google.com/demo-reliability',
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...claims, iat: seconds, auth_time: seconds, exp: seconds + 3_600, roles: ['analyst'] })}.`;
}
