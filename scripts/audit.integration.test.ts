import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuditLog } from '../functions/src/store/audit.ts';
import { createAdmin } from '../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../local/firestore/testing/start-server.ts';
import { root } from './root.ts';

const projectId = 'demo-audit-command';
let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const log = createAuditLog(createAdmin(server, projectId));
  for (let day = 1; day <= 6; day += 1) {
    await log.append(`entry-${day}`, {
      at: new Date(Date.UTC(2026, 10, day, 12)),
      ...{ uid: day % 2 === 0 ? 'maya' : 'anton', conversationId: 'c', turnId: 't', tool: 'query_sales' },
      ...{ argumentsJson: '{}', sqlHash: null, rows: 1, bytesProcessed: 2, latencyMs: 3, outcome: 'ok' },
    });
  }
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What the command prints and how it ends. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const env = {
    PATH: process.env.PATH,
    GOOGLE_CLOUD_PROJECT: projectId,
    FIRESTORE_EMULATOR_HOST: `${server.host}:${server.port}`,
    ...environment,
  };
  const started = promisify(execFile)(process.execPath, [join(root, 'scripts', 'audit.ts'), ...args], {
    env,
  });
  return started.then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ code, stderr }) => ({ code, printed: String(stderr) }),
  );
}

test('writes the tool calls of the days asked for, oldest first, to a file that only its owner reads', async () => {
  const out = join(folder, 'audit.jsonl');
  const ended = await run(['--out', out, '--from', '2026-11-02', '--to', '2026-11-06', '--uid', 'maya']);
  expect(ended).toEqual({ code: 0, printed: `2 tool calls written to ${out}\n` });
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'entry-2', at: '2026-11-02T12:00:00.000Z', uid: 'maya', tool: 'query_sales', outcome: 'ok' },
    { id: 'entry-4' },
  ]);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

test('an export that fails leaves the file of the one before as it was', async () => {
  const out = join(folder, 'kept.jsonl');
  await run(['--out', out]);
  const before = await readFile(out, 'utf8');
  const broken = createAdmin(server, 'demo-audit-broken');
  await broken.doc('auditLog/entry').set({ at: new Date(Date.UTC(2026, 10, 1)) });
  expect((await run(['--out', out], { GOOGLE_CLOUD_PROJECT: 'demo-audit-broken' })).code).toBe(1);
  expect(await readFile(out, 'utf8')).toBe(before);
  expect((await readdir(folder)).filter((name) => name.startsWith('kept'))).toEqual(['kept.jsonl']);
});

test('an empty project is a missing one', async () => {
  const { code, printed } = await run(['--out', join(folder, 'none.jsonl')], { GOOGLE_CLOUD_PROJECT: '' });
  expect([code, printed]).toEqual([1, 'GOOGLE_CLOUD_PROJECT is missing\n']);
});

test.each([
  [[], 'Name a file: --out audit.jsonl'],
  [
    ['--out', 'x', '--from', 'yesterday', '--to', '2026-02-30'],
    '--from is "yesterday", and must be a day such as 2026-11-01; --to is "2026-02-30", and must be a day such as 2026-11-01\n',
  ],
  [
    ['--out', 'x', '--from', '2026-11-06', '--to', '2026-11-02'],
    '--from 2026-11-06 is later than --to 2026-11-02',
  ],
  [['--everything'], 'There is no option --everything'],
  [['--out', '/no/such/folder/x'], 'ENOENT'],
])('ends with a sentence and code 1 for %j', async (args, sentence) => {
  const { code, printed } = await run(args);
  expect(code).toBe(1);
  expect(printed).toContain(sentence);
  expect(printed).not.toContain('    at ');
});
