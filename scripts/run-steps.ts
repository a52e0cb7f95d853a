import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { styleText } from 'node:util';

export type CommandStep = {
  name: string;
  command: [string, ...string[]];
  environment?: Record<string, string>;
};

/** A step that hangs must end as a failure, not as a run without a result. The slowest takes four minutes on two cores. */
const stepMinutes = 20;

/**
 * Runs commands one after another and prints what each took. Ends the process with status 1 at the first that fails
 * or does not end within stepMinutes.
 * Commands are found in node_modules/.bin and run under this process's Node.
 */
export async function runSteps(root: string, steps: CommandStep[]): Promise<void> {
  for (const step of steps) {
    console.log(styleText('bold', `\n${step.name}`));
    const startedAt = performance.now();
    const code = await run(root, step);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (code !== 0) {
      console.error(styleText('red', `${step.name} failed after ${seconds} s.`));
      process.exit(1);
    }
    console.log(styleText('dim', `${step.name}: ${seconds} s`));
  }
}

function run(root: string, { command: [name, ...args], environment }: CommandStep): Promise<number> {
  const path = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    delimiter,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      cwd: root,
      stdio: 'inherit',
      timeout: stepMinutes * 60_000,
      env: { ...process.env, PATH: path, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
