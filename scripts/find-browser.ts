import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './root.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How long one attempt to install a browser may take; a closed network must end in a sentence. */
const installMs = 180_000;

/**
 * The path of a Chromium: CHROME_PATH, an installed one, Playwright's cache; else one is installed.
 * @throws Error with a sentence that says what to do.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(
      `CHROME_PATH is "${given}", and no program is there. Set it to the path of a Chromium or Chrome.`,
    );
  }
  const found = findInstalled();
  if (found) return found;
  console.log('No Chromium or Chrome was found; installing one for the browser tests…');
  // On Debian the package brings the libraries that a bare download lacks; Ubuntu's package needs snap.
  const ways = isDebian() ? [installWithApt, installWithPlaywright] : [installWithPlaywright, installWithApt];
  for (const install of ways) {
    install();
    const installed = findInstalled();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one and set CHROME_PATH to its path.',
  );
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...applications, chromium.executablePath()].find(
    (path) => isExecutable(path) && starts(path),
  );
}

/** Ubuntu's chromium-browser without snap, or a download without its libraries, is a program that does not start. */
function starts(path: string): boolean {
  if (process.platform !== 'linux') return true;
  return (
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000, killSignal: 'SIGKILL' }).status === 0
  );
}

function installWithPlaywright(): void {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  console.log('Downloading Playwright’s Chromium…');
  run(process.execPath, [cli, 'install', 'chromium']);
}

/** Debian's package, where this process may install it. */
function installWithApt(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const patience = [
    '-o',
    'Acquire::http::Timeout=20',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'DPkg::Lock::Timeout=60',
  ];
  console.log('Asking apt-get for chromium…');
  run('apt-get', [...patience, 'update']);
  run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', 'chromium']);
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    // Nothing that is left behind may hold this process's output open.
    stdio: 'ignore',
    timeout: installMs,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
