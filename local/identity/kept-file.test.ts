import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  file = join(folder, 'deep', 'state.json');
});
afterEach(() => rm(folder, { recursive: true }));

const schema = z.object({ n: z.number() });

it('gives back what was written, and nothing before', async () => {
  expect(readKept(file, schema)).toBeNull();
  writeKept(file, { n: 1 });
  expect(readKept(file, schema)).toEqual({ n: 1 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep'))).toEqual(['state.json']);
});

it.each(['', '{"n":', '{"n":"one"}'])('names a file that holds %j', async (text) => {
  writeKept(file, { n: 1 });
  await writeFile(file, text);
  expect(() => readKept(file, schema)).toThrow(`${file} is damaged. Delete it to start over`);
});
