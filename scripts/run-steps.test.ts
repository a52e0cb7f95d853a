import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steps-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const toStep = (name: string, code: string) => ({
  name,
  command: ['node', '-e', code] satisfies [string, ...string[]],
  environment: { PORT_FILE: join(folder, 'port') },
});

/** Starts a server that never ends by itself and writes down its port; then runs what is given. */
const withServer = (code: string) => `
  const { existsSync } = require('node:fs');
  require('node:child_process').spawn(process.execPath, ['-e', \`
    const server = require('node:net').createServer().listen(0, '127.0.0.1', () =>
      require('node:fs').writeFileSync(process.env.PORT_FILE, String(server.address().port)));
  \`], { stdio: 'ignore' });
  const timer = setInterval(() => { if (existsSync(process.env.PORT_FILE)) { clearInterval(timer); ${code} } }, 10);
`;

it('stops at the first step that fails', async () => {
  const steps = [
    toStep('Good', ''),
    toStep('Bad', 'process.exit(3)'),
    toStep('Never', `require('node:fs').writeFileSync(process.env.PORT_FILE, '')`),
  ];
  await expect(runSteps(root, steps)).rejects.toThrow('Bad failed');
  await expect(readFile(join(folder, 'port'))).rejects.toThrow('ENOENT');
});

it('ends a step that hangs, and what it started', async () => {
  const steps = [toStep('Stuck', withServer('setInterval(() => {}, 1000)'))];
  await expect(runSteps(root, steps, 4_000)).rejects.toThrow('Stuck did not end');
  await expectFree();
});

it('leaves nothing running that a good step forgot to stop', async () => {
  await runSteps(root, [toStep('Careless', withServer('process.exit(0)'))]);
  await expectFree();
});

/** A port and not a process id: a container without an init keeps the ids of what has ended. */
async function expectFree(): Promise<void> {
  const port = Number(await readFile(join(folder, 'port'), 'utf8'));
  const connecting = () =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve('connected')).once('error', ({ message }) => resolve(message));
    });
  await expect.poll(connecting).toContain('ECONNREFUSED');
}
