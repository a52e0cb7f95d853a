import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './firestore/state/database.ts';
import { forgetData } from './forget-data.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forget-'));
  await mkdir(join(folder, 'warehouse'));
  for (const name of [
    'firestore.sqlite',
    'firestore.sqlite-wal',
    'identity.json',
    'identity-keys.json',
    'identity-keys.json.tmp',
    'google-credentials.json',
    'google-subject-token.txt',
    'warehouse/1795860306247.duckdb',
    'warehouse/1795860306248.duckdb.77.tmp.wal',
  ])
    await writeFile(join(folder, name), 'x');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a data folder goes with all that was kept in it', async () => {
  await forgetData(folder);
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  await forgetData(folder);
});

test('what is not of Tallyboard stays', async () => {
  await mkdir(join(folder, 'photos'));
  for (const name of ['identity.json.bak', 'thesis.duckdb', 'photos/1.jpg', 'warehouse/1.csv'])
    await writeFile(join(folder, name), 'x');
  await forgetData(folder);
  expect((await readdir(folder)).sort()).toEqual([
    'identity.json.bak',
    'photos',
    'thesis.duckdb',
    'warehouse',
  ]);
  expect(await readdir(join(folder, 'warehouse'))).toEqual(['1.csv']);
});

test('what a Tallyboard has open stays, and is said to be open', async () => {
  const file = join(folder, 'firestore.sqlite');
  await rm(file);
  const database = openDatabase(file);
  await expect(forgetData(folder)).rejects.toThrow(/^A Tallyboard runs with the data in .+ Stop it first/);
  expect(await readdir(folder)).toContain('identity.json');
  database.close();
  await forgetData(folder);
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
});
