import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createIdentityServer } from './identity-server.ts';
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

it('a state that cannot be written is an error in the log', async () => {
  const logged: string[] = [];
  const server = await createIdentityServer({
    ...{ port: 0, projectId: 'demo-test', pageOrigin: 'http://127.0.0.1:4800', stateFile: file },
    logger: pino({ level: 'warn' }, { write: (line) => logged.push(line) }),
  });
  await mkdir(`${file}.tmp`);
  const url = `${server.origin}/emulator/v1/projects/demo-test/accounts`;
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(500);
  await server.close();
  expect(logged).toEqual([expect.stringContaining('EISDIR')]);
});
