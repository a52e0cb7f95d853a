import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listVersions } from '../catalog/warehouse-versions.ts';
import { createWarehouseFolder, tinyRows, writeVersion } from '../testing/tiny-warehouse.ts';
import { type Engine, openEngine } from './engine.ts';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = await createWarehouseFolder();
  await writeVersion(folder, new Date(1000), tinyRows);
  const [version] = await listVersions(folder);
  const limits = { memory: '256MB', threads: 2, connections: 2 };
  engine = await openEngine(new Map([['v1', version?.file ?? '']]), limits);
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

const run = async (sql: string) => {
  const rows: unknown[][] = [];
  await engine.run(sql, { values: {}, types: {} }, new AbortController().signal, (chunk) =>
    rows.push(...chunk),
  );
  return rows;
};

test('a version is read', async () => {
  expect(await run('SELECT count(*) FROM v1.tallyboard.products')).toEqual([[3n]]);
});

/** What DuckDB itself refuses, should anything else ever reach it. */
test.each([
  "INSERT INTO v1.tallyboard.suppliers VALUES ('S', 'S', 'S')",
  'DELETE FROM v1.tallyboard.products',
  'DROP TABLE v1.tallyboard.products',
  'CREATE TABLE x (a INTEGER)',
  'DETACH v1',
  "ATTACH '/tmp/other.duckdb'",
  "COPY (SELECT 1) TO '/tmp/stolen.csv'",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM '/etc/passwd.csv'",
  "SELECT * FROM read_csv('https://example.com/a.csv')",
  'INSTALL httpfs',
  'LOAD httpfs',
  "SET memory_limit = '100GB'",
  'SET enable_external_access = true',
])('is refused: %s', async (sql) => {
  await expect(run(sql)).rejects.toThrow();
});

const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3';

test('a query that would never end is interrupted, and the engine goes on', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('stop')), 50);
  await expect(engine.run(endless, { values: {}, types: {} }, controller.signal, () => {})).rejects.toThrow();
  expect(await run('SELECT 1')).toEqual([[1]]);
});

test('a query that is interrupted before it runs ends too', async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    const controller = new AbortController();
    const ended = expect(
      engine.run(endless, { values: {}, types: {} }, controller.signal, () => {}),
    ).rejects.toThrow();
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
    controller.abort(new Error('stop'));
    await ended;
  }
});
