import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FunctionsProcess, startFunctionsProcess } from './functions-process.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const code = `
import { http } from '@google-cloud/functions-framework';
http('api', (request, response) => {
  if (request.path === '/die') {
    console.error('out of luck');
    process.exit(3);
  }
  process.stdout.write('first half, ');
  setTimeout(() => {
    process.stdout.write('second half\\n');
    response.send('done');
  }, 100);
});`;

let root: string;
let api: FunctionsProcess;
const lines: string[] = [];

const start = (onCrash?: (problem: string) => void) =>
  startFunctionsProcess({
    root,
    target: 'api',
    signatureType: 'http',
    port: 0,
    environment: { NODE_ENV: 'production' },
    onLog: (line) => lines.push(line),
    onCrash,
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'function-'));
  await mkdir(join(root, 'functions'));
  await symlink(modules, join(root, 'node_modules'));
  await writeFile(join(root, 'functions', 'package.json'), '{"type":"module","main":"index.js"}');
  await writeFile(join(root, 'functions', 'index.js'), code);
  api = await start();
});
afterAll(async () => {
  await api.close();
  await rm(root, { recursive: true });
});

it('gives a log line as a whole, however it was written', async () => {
  lines.splice(0);
  await (await fetch(api.origin)).text();
  await expect.poll(() => lines).toContain('first half, second half');
});

it('listens on 127.0.0.1 alone', async () => {
  expect((await fetch(api.origin)).status).toBe(200);
  await expect(fetch(`http://127.0.0.2:${api.port}`)).rejects.toThrow();
});

it('tells how it ended when nobody closed it, with what it printed last', async () => {
  const crashes: string[] = [];
  const doomed = await start((problem) => crashes.push(problem));
  await fetch(`${doomed.origin}/die`);
  await expect.poll(() => crashes).toEqual([expect.stringMatching(/^exit code 3\n.*\nout of luck\n/s)]);
  const closed = await start((problem) => crashes.push(problem));
  await closed.close();
  expect(crashes).toHaveLength(1);
});
