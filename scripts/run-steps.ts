import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { styleText } from 'node:util';

export type CommandStep = {
  name: string;
  command: [string, ...string[]];
  environment?: Record<string, string>;
};

/** A step that hangs must end as a failure, not as a run without a result. The slowest takes four minutes on two cores. */
const stepMs = 20 * 60_000;
/** What is asked to end has this long until it is killed. */
const graceMs = 5_000;

/**
 * Runs commands one after another and prints what each took. A command is found in node_modules/.bin and runs under
 * this process's Node. Whatever a step started is ended with it, also when this process gets SIGINT or SIGTERM.
 * @throws Error with a sentence at the first step that fails or does not end within limitMs.
 */
export async function runSteps(root: string, steps: CommandStep[], limitMs = stepMs): Promise<void> {
  for (const step of steps) {
    console.log(styleText('bold', `\n${step.name}`));
    const startedAt = performance.now();
    const problem = await run(root, step, limitMs);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (problem) throw new Error(styleText('red', `${step.name} ${problem} after ${seconds} s.`));
    console.log(styleText('dim', `${step.name}: ${seconds} s`));
  }
}

/** Null when the command ended well, else what went wrong. */
async function run(root: string, step: CommandStep, limitMs: number): Promise<string | null> {
  const [name, ...args] = step.command;
  const path = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    delimiter,
  );
  const child = spawn(name, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that the workers and servers that it starts can be ended with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: path, ...step.environment },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    endGroup(child);
  }, limitMs);
  const interrupt = () => {
    process.exitCode = 1;
    endGroup(child);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const code = await ended.finally(() => {
    clearTimeout(limit);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    signalGroup(child, 'SIGKILL');
  });
  if (late) return 'did not end and was stopped';
  return code === 0 ? null : 'failed';
}

function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
