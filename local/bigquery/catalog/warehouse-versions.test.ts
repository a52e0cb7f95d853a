import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listReplaced, listVersions, newVersionFile } from './warehouse-versions.ts';

test('versions are listed oldest first, and one being written is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'versions-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const epochMs of [2000, 10_000]) {
    const { writing, complete } = newVersionFile(folder, new Date(epochMs));
    await writeFile(writing, '');
    await rename(writing, complete);
  }
  await writeFile(newVersionFile(folder, new Date(30_000)).writing, '');
  expect(await listVersions(folder)).toEqual([
    { file: join(folder, '2000.duckdb'), at: new Date(2000) },
    { file: join(folder, '10000.duckdb'), at: new Date(10_000) },
  ]);
});

test('a folder that does not exist holds no versions', async () => {
  expect(await listVersions(join(tmpdir(), 'no-such-warehouse-folder'))).toEqual([]);
});

test('a version is replaced when the next one is made, and the newest never is', () => {
  const [first, second, third] = [100, 200, 300].map((at) => ({ file: `${at}.duckdb`, at: new Date(at) }));
  const versions = [first, second, third].flatMap((version) => version ?? []);
  const replacedBy = (at: number) => listReplaced(versions, new Date(at));
  expect(replacedBy(199)).toEqual([]);
  expect(replacedBy(200)).toEqual([first]);
  expect(replacedBy(299)).toEqual([first]);
  expect(replacedBy(9999)).toEqual([first, second]);
  expect(listReplaced([], new Date(0))).toEqual([]);
});
