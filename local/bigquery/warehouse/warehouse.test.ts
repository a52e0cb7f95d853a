import { readdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWarehouseFolder, writeVersion } from '../testing/tiny-warehouse.ts';
import { createWarehouse } from './warehouse.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-11-28T12:00:00Z');
const daysAgo = (days: number) => new Date(now - days * dayMs);
const nameOf = (days: number) => `${daysAgo(days).getTime()}.duckdb`;

async function openFolder(days: number[], maxTimeTravelHours = 168) {
  const folder = await createWarehouseFolder();
  for (const each of days) await writeVersion(folder, daysAgo(each), {});
  const limits = { memory: '256MB', threads: 1, connections: 1 };
  const warehouse = createWarehouse({ folder, dataset: 'd', limits, maxTimeTravelHours, now: () => now });
  onTestFinished(async () => {
    warehouse.close();
    await rm(folder, { recursive: true });
  });
  const files = async () => (await readdir(folder)).sort();
  return { warehouse, files };
}

test('versions that were replaced before time travel begins are deleted, and the one that was the newest then stays', async () => {
  const { warehouse, files } = await openFolder([30, 20, 8, 3, 1]);
  const deleted = await warehouse.deleteOld();
  expect(deleted.map((file) => basename(file))).toEqual([nameOf(30), nameOf(20)]);
  expect(await files()).toEqual([nameOf(8), nameOf(3), nameOf(1)]);
  expect((await warehouse.versions()).map(({ at }) => at)).toEqual([daysAgo(8), daysAgo(3), daysAgo(1)]);
  expect(await warehouse.deleteOld()).toEqual([]);
});

test('the newest stays, however old it is', async () => {
  const { warehouse, files } = await openFolder([900, 400]);
  await warehouse.deleteOld();
  expect(await files()).toEqual([nameOf(400)]);
});

test('a shorter time travel keeps fewer', async () => {
  const { warehouse, files } = await openFolder([6, 4, 3, 1], 48);
  await warehouse.deleteOld();
  expect(await files()).toEqual([nameOf(3), nameOf(1)]);
});

test('one that a query reads stays until the query has ended', async () => {
  const { warehouse, files } = await openFolder([30, 20]);
  const [oldest] = await warehouse.versions();
  const { engine, release } = await warehouse.open([oldest]);
  expect(await warehouse.deleteOld()).toEqual([]);
  expect(await files()).toContain(nameOf(30));
  await engine.check('SELECT 1', { values: {}, types: {} });
  release();
  await warehouse.deleteOld();
  expect(await files()).toEqual([nameOf(20)]);
});
