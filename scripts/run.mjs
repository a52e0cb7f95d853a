// Entry of every npm script. Plain JavaScript that any Node from 20 on can run: it installs what is missing, then
// hands over to scripts/<name>.ts under Node 24, which runs TypeScript directly.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;
const nodeCache = join(root, '.cache', `node-${wantedMajor}`);
const [major] = process.versions.node.split('.').map(Number);

if (major < 20) fail(`Tallyboard needs Node 20 or newer to start; this is Node ${process.versions.node}.`);

const [name = 'start', ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${name}.ts`);
if (!existsSync(script)) fail(`There is no script "${name}" in scripts/.`);

const [node] = await Promise.all([findNode(), installDependencies()]);
const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
});
// The terminal sends Ctrl-C to the child as well; this process only waits for it to finish its own shutdown.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** The path of a Node that is new enough: this one, or the npm package `node` in the cache folder. */
async function findNode() {
  if (major >= wantedMajor) return process.execPath;
  const cached = join(nodeCache, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(cached)) {
    console.log(`Node ${process.versions.node} found; fetching Node ${wantedMajor} into .cache (once)…`);
    mkdirSync(nodeCache, { recursive: true });
    writeFileSync(join(nodeCache, 'package.json'), '{"private":true}\n');
    await npm(['install', '--no-package-lock', '--loglevel=error', `node@${wantedMajor}`], nodeCache);
    if (!existsSync(cached)) fail('The npm package "node" was installed but holds no bin/node.');
  }
  return cached;
}

/** Installs the dependencies when the lockfile differs from the one that was installed last. */
async function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.tallyboard-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (once)…');
  rmSync(stamp, { force: true });
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(stamp, lock);
}

function npm(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => fail('npm was not found. It comes with Node: https://nodejs.org'));
    child.on('exit', (code) => {
      if (code === 0) resolve(undefined);
      else
        fail(
          `"npm ${args.join(' ')}" failed in ${cwd}. The lines above say why; is the npm registry reachable?`,
        );
    });
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
