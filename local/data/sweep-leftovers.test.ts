import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newVersionFile } from '../bigquery/catalog/warehouse-versions.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function leave(pid: number) {
  const { writing } = newVersionFile(folder, new Date(1_000), pid);
  await writeFile(writing, 'half');
  await writeFile(`${writing}.wal`, 'half');
  await mkdir(`${writing}.spill`);
  await writeFile(join(`${writing}.spill`, 'duckdb_temp_storage-0.tmp'), 'rows');
}

it('deletes what a process that died was writing, and no version', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await leave(child.pid ?? 0);
  await writeFile(newVersionFile(folder, new Date(2_000)).complete, 'whole');
  expect(await sweepLeftovers(folder)).toHaveLength(3);
  expect(await readdir(folder)).toEqual(['2000.duckdb']);
});

it('leaves what a living process writes', async () => {
  await leave(process.pid);
  expect(await sweepLeftovers(folder)).toEqual([]);
  expect(await readdir(folder)).toHaveLength(3);
});
