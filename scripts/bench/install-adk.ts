import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs Google's Agent Development Kit for the benchmark when it is missing; false when npm could not. */
export async function installAdk(root: string, say: (sentence: string) => void): Promise<boolean> {
  const folder = join(root, 'scripts', 'bench', 'adk');
  if (existsSync(join(folder, 'node_modules', '@google', 'adk'))) return true;
  say("Installing Google's Agent Development Kit for the comparison (once)…");
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--no-package-lock',
    '--loglevel=error',
  ];
  const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  if (code !== 0) say('It could not be installed, and is left out of this run.');
  return code === 0;
}
