import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { ask, launchBrowser, signIn } from './person.ts';

const portNames = ['WEB_PORT', 'API_PORT', 'FIRESTORE_PORT', 'BIGQUERY_PORT', 'GEMINI_PORT', 'IDENTITY_PORT'];

describe('the start command', () => {
  let folder: string;
  let ports: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tallyboard-start-'));
    const free = await freePorts(portNames.length);
    ports = Object.fromEntries(portNames.map((name, at) => [name, String(free[at])]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints the address, the people, the model and the data folder, and Ctrl-C frees every port', async () => {
    const { child, output } = startCommand({ ...ports, TALLYBOARD_DATA: folder, DEMO_SCALE: '0.05' });
    await expect.poll(output, { timeout: 60_000 }).toContain('Tallyboard is ready');
    expect(output()).toContain(`http://127.0.0.1:${ports.WEB_PORT}`);
    expect(output()).toMatch(/Maya Lindqvist[\s\S]*Anton Reyes[\s\S]*Nora Field/);
    expect(output()).toContain('tallyboard-local-analyst');
    const health = await fetch(`http://127.0.0.1:${ports.WEB_PORT}/api/health`);
    expect(await health.json()).toEqual({ status: 'ok' });

    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
    for (const port of Object.values(ports)) await expect(isFree(Number(port))).resolves.toBe(true);
  });

  it('stops when the npm that ran it is ended, and frees every port', async () => {
    const environment = { ...ports, TALLYBOARD_DATA: folder, DEMO_SCALE: '0.05' };
    const { child, output } = runCommand('npm', ['start'], environment);
    await expect.poll(output, { timeout: 60_000 }).toContain('Tallyboard is ready');
    child.kill('SIGTERM');
    await exitOf(child);
    const allFree = async () =>
      (await Promise.all(Object.values(ports).map(Number).map(isFree))).every(Boolean);
    await expect.poll(allFree, { timeout: 20_000 }).toBe(true);
  });

  it('answers in a shell that names a project and credentials of Google', async () => {
    const shell = {
      GOOGLE_CLOUD_PROJECT: 'of-the-shell',
      GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'none.json'),
    };
    const environment = { ...ports, ...shell, TALLYBOARD_DATA: folder, DEMO_SCALE: '0.05' };
    const { child, output } = startCommand(environment);
    await expect.poll(output, { timeout: 60_000 }).toContain('Tallyboard is ready');
    const browser = await launchBrowser();
    try {
      const { page } = await signIn(browser, `http://127.0.0.1:${ports.WEB_PORT}`, 'analyst');
      await ask(page, 'revenue last month');
      await page
        .getByRole('log', { name: 'Messages' })
        .getByText(/^Revenue was/)
        .waitFor();
    } finally {
      await browser.close();
      child.kill('SIGINT');
      await exitOf(child);
    }
  });

  it('names the busy port and the setting that changes it', async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(Number(ports.BIGQUERY_PORT), '127.0.0.1', resolve));
    const { child, output } = startCommand({ ...ports, TALLYBOARD_DATA: folder, DEMO_SCALE: '0.05' });
    const code = await exitOf(child).finally(() => occupant.close());
    expect(code).toBe(1);
    expect(output()).toContain(`Port ${ports.BIGQUERY_PORT} is busy`);
    expect(output()).toContain('BIGQUERY_PORT');
    expect(output()).not.toContain('    at ');
  });

  it('ends with code 1 and frees every port where the page does not build', async () => {
    const checkout = await createBrokenCheckout(folder);
    const script = join(checkout, 'scripts', 'start.ts');
    const environment = { ...ports, TALLYBOARD_DATA: folder, DEMO_SCALE: '0.05' };
    const { child, output } = runCommand(process.execPath, [script], environment);
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain('none.tsx');
    for (const port of Object.values(ports)) await expect(isFree(Number(port))).resolves.toBe(true);
  });

  it.each([
    [{ WEB_PORT: 'eighty' }, 'WEB_PORT'],
    [{ COMPANY_CURRENCY: 'dollars' }, 'COMPANY_CURRENCY'],
  ])('names the wrong setting %o', async (wrong, name) => {
    const { child, output } = startCommand({
      ...ports,
      TALLYBOARD_DATA: folder,
      DEMO_SCALE: '0.05',
      ...wrong,
    });
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain(name);
    expect(output()).not.toContain('    at ');
  });
});

/** This checkout with another page, whose script is missing. The scripts are copied, as they take the folder above for the checkout. */
async function createBrokenCheckout(folder: string): Promise<string> {
  const checkout = join(folder, 'checkout');
  await mkdir(join(checkout, 'web'), { recursive: true });
  for (const name of await readdir(root)) {
    if (name !== 'web' && name !== 'scripts') await symlink(join(root, name), join(checkout, name));
  }
  await cp(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  await writeFile(join(checkout, 'web', 'index.html'), '<script type="module" src="/none.tsx"></script>');
  return checkout;
}

type Started = { child: ChildProcess; output: () => string };

function startCommand(environment: Record<string, string>): Started {
  const script = join(root, 'scripts', 'start.ts');
  return runCommand(process.execPath, ['--disable-warning=ExperimentalWarning', script], environment);
}

function runCommand(command: string, args: string[], environment: Record<string, string>): Started {
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
  }
  return { child, output: () => printed };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
