import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { salesResult } from '../turn/testing/turn-setting.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { toUsageDay } from './byte-usage.ts';
import { bytesRef } from './paths.ts';
import { createDayOfBytes, readSavedResult } from './saved-result.ts';
import { key, toEnd, useStore } from './testing/use-store.ts';

const { setting, startRecord } = useStore({ startServer, createAdmin });
const call = { name: 'query_sales', args: { measures: ['revenue'] } };

test('a saved result is read with its rows, its arguments and when its tool was called', async () => {
  const record = await startRecord();
  const rows = Array(9000).fill(['x'.repeat(200), 1]);
  await record.saveResult('r1', call, { ...salesResult, rows });
  const startedAt = new Date('2026-11-23T08:00:00Z');
  const step = {
    ...{ id: 's1', tool: call.name, title: 'Reading sales', status: 'done' as const, resultId: 'r1' },
    ...{ startedAt, finishedAt: startedAt, rows: 9000, bytes: 0, priceUsd: 0, message: null },
  };
  await record.end(toEnd({ progress: { ...emptyProgress, steps: [step] } }));
  const saved = await readSavedResult(setting.db, { ...key, resultId: 'r1' }, new Date());
  expect(saved.rows).toEqual(rows);
  expect(saved.calledAt).toEqual(startedAt);
  expect(saved.result).toMatchObject({
    tool: 'query_sales',
    argumentsJson: '{"measures":["revenue"]}',
    partCount: 3,
  });
});

test('a result that is not there, of another person, or of an expired conversation is not found', async () => {
  const record = await startRecord();
  await record.saveResult('r1', call, salesResult);
  await record.end(toEnd());
  const read = (change: object, now = new Date()) =>
    readSavedResult(setting.db, { ...key, resultId: 'r1', ...change }, now);
  await expect(read({ resultId: 'r2' })).rejects.toMatchObject({ code: 'turn_not_found' });
  await expect(read({ turnId: 'turn-0000000000000099' })).rejects.toMatchObject({ code: 'turn_not_found' });
  await expect(read({ uid: 'anton' })).rejects.toMatchObject({ code: 'conversation_not_found' });
  const expired = new Date(Date.now() + 31 * 86_400_000);
  await expect(read({}, expired)).rejects.toMatchObject({ code: 'conversation_not_found' });
});

test('a result that Firestore does not hand over is unavailable after 10 s', {
  timeout: 15_000,
}, async () => {
  setting.proxy.decide = () => ({ kind: 'swallow' });
  const read = readSavedResult(setting.db, { ...key, resultId: 'r1' }, new Date());
  await expect(read).rejects.toMatchObject({ code: 'unavailable' });
});

test('bytes are set aside up to the limit of the day, and given back', async () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const logger = pino({ level: 'silent' });
  const day = createDayOfBytes(setting.db, { uid: 'maya', now, bytesPerDay: 100, logger });
  const counted = async () => (await bytesRef(setting.db, 'maya', toUsageDay(now)).get()).get('bytes');
  expect(await day.reserve(60)).toBe(true);
  expect(await day.reserve(60)).toBe(false);
  await day.giveBack(30);
  expect(await counted()).toBe(30);
  expect(await day.reserve(60)).toBe(true);
  expect(await counted()).toBe(90);
});

test('bytes that Firestore refuses to set aside are unavailable', async () => {
  const options = { uid: 'maya', now: new Date(), bytesPerDay: 100, logger: pino({ level: 'silent' }) };
  setting.proxy.decide = (path) => (path.includes(':commit') ? { kind: 'fail' } : undefined);
  const reserved = createDayOfBytes(setting.db, options).reserve(60);
  await expect(reserved).rejects.toMatchObject({ code: 'unavailable' });
});

test('bytes are given back once where the reply is lost', async () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const logger = pino({ level: 'silent' });
  const day = createDayOfBytes(setting.db, { uid: 'maya', now, bytesPerDay: 100, logger });
  await day.reserve(60);
  let commits = 0;
  setting.proxy.decide = (path) => {
    if (!path.includes(':commit')) return undefined;
    commits += 1;
    return commits === 1 ? { kind: 'loseReply' } : undefined;
  };
  await day.giveBack(20);
  expect((await bytesRef(setting.db, 'maya', toUsageDay(now)).get()).get('bytes')).toBe(40);
});

test('bytes are given back also where the day is past its limit', async () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const options = { uid: 'maya', now, logger: pino({ level: 'silent' }) };
  await createDayOfBytes(setting.db, { ...options, bytesPerDay: 100 }).reserve(90);
  await createDayOfBytes(setting.db, { ...options, bytesPerDay: 50 }).giveBack(20);
  expect((await bytesRef(setting.db, 'maya', toUsageDay(now)).get()).get('bytes')).toBe(70);
});
