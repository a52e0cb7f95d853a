import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RestartingFunction, startRestartingFunction } from './restarting-function.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const code = `
import { existsSync } from 'node:fs';
import { http } from '@google-cloud/functions-framework';
if (existsSync('broken')) process.exit(4);
http('api', (request, response) => response.send('done'));`;

let root: string;
let origins: string[];
let logged: string[];
let api: RestartingFunction | undefined;

const start = (pauseMs: number) =>
  startRestartingFunction({
    root,
    target: 'api',
    signatureType: 'http',
    port: 0,
    environment: { NODE_ENV: 'production' },
    onLog: () => {},
    onOrigin: (origin) => origins.push(origin),
    pauseMs,
    logger: pino({ level: 'error' }, { write: (line) => logged.push(line) }),
  });
const breakIt = () => writeFile(join(root, 'functions', 'broken'), '');
const mendIt = () => rm(join(root, 'functions', 'broken'));
const failedStarts = () => logged.filter((line) => line.includes('did not start again'));

beforeEach(async () => {
  origins = [];
  logged = [];
  root = await mkdtemp(join(tmpdir(), 'function-'));
  await mkdir(join(root, 'functions'));
  await symlink(modules, join(root, 'node_modules'));
  await writeFile(join(root, 'functions', 'package.json'), '{"type":"module","main":"index.js"}');
  await writeFile(join(root, 'functions', 'index.js'), code);
});
afterEach(async () => {
  await api?.close();
  api = undefined;
  await rm(root, { recursive: true });
});

it('one that ends before it answers is started again until it answers', async () => {
  api = await start(10);
  await breakIt();
  const restarted = api.crash();
  await expect.poll(() => failedStarts().length, { timeout: 20_000 }).toBeGreaterThan(1);
  await mendIt();
  await restarted;
  expect(origins).toEqual([api.origin, '', expect.stringMatching(/^http:/)]);
  expect((await fetch(origins.at(-1) ?? '')).status).toBe(200);
});

it('a close ends the wait for the next start', async () => {
  api = await start(600_000);
  await breakIt();
  const restarted = api.crash().catch(() => 'ended');
  await expect.poll(failedStarts, { timeout: 20_000 }).toHaveLength(1);
  await api.close();
  expect(await restarted).toBe('ended');
});

it('one that does not start the first time is told, and not tried again', async () => {
  await breakIt();
  await expect(start(10)).rejects.toThrow('The function "api" did not start');
  expect(logged).toEqual([]);
});
