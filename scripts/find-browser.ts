import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
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
  installWithPlaywright();
  const fromPlaywright = findInstalled();
  if (fromPlaywright) return fromPlaywright;
  installWithApt();
  const fromApt = findInstalled();
  if (fromApt) return fromApt;
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one and set CHROME_PATH to its path.',
  );
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...applications, chromium.executablePath()].find(isExecutable);
}

function installWithPlaywright(): void {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 120_000 });
}

/** Debian's package, where this process may install it. */
function installWithApt(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  spawnSync('sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
