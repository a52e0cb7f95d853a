import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type LocalServer, listen } from '../listen.ts';
import type { ProcessUsage } from './process-usage.ts';

export type FunctionsProcessOptions = {
  root: string;
  /** Where the function's code lies; the source by default, or a bundle of it. */
  codeFolder?: string;
  target: 'api' | 'retention';
  signatureType: 'http' | 'cloudevent';
  port: number;
  /** The settings of the functions, as environment variables. */
  environment: Record<string, string>;
  /** Called with each line that the function logs. */
  onLog: (line: string) => void;
  /** Called when it ends without being closed, with how it ended and the last that it printed. */
  onCrash?: (problem: string) => void;
};

/** `kill` ends it as a crash does: at once, in the middle of whatever it does. */
export type FunctionsProcess = LocalServer & {
  kill: () => Promise<void>;
  usage: () => Promise<ProcessUsage>;
};

const usageMessage = z.object({ usage: z.object({ cpuMs: z.number(), peakBytes: z.number() }) });

const startTimeoutMs = 30_000;
const stopTimeoutMs = 2_000;
/** The last lines of the process, for whoever asks why it ended. */
const linesKept = 40;

/**
 * Runs one function under Google's functions-framework in a process of its own, as in the cloud.
 * @throws Error with what the process printed when it ends before it answers, or with a sentence when its port is busy.
 */
export async function startFunctionsProcess(options: FunctionsProcessOptions): Promise<FunctionsProcess> {
  const port = await claimPort(options.port);
  // The package exports its library alone; the program lies beside it.
  const { resolve } = createRequire(join(options.root, 'functions', 'package.json'));
  const framework = join(dirname(resolve('@google-cloud/functions-framework')), 'main.js');
  const here = dirname(fileURLToPath(import.meta.url));
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${join(here, 'exit-with-parent.ts')}`,
      `--import=${join(here, 'bind-to-loopback.ts')}`,
      `--import=${join(here, 'report-usage.ts')}`,
      framework,
      `--port=${port}`,
    ],
    {
      cwd: options.codeFolder ?? join(options.root, 'functions'),
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        // As Cloud Functions names them, not as arguments: the code asks which function it is.
        FUNCTION_TARGET: options.target,
        FUNCTION_SIGNATURE_TYPE: options.signatureType,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const printed: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    if (input === null) continue;
    createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      if (line === '') return;
      printed.push(line);
      if (printed.length > linesKept) printed.shift();
      options.onLog(line);
    });
  }
  // With the last that it printed, which comes after its exit.
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;

  const giveUpAt = Date.now() + startTimeoutMs;
  while (!(await isAnswering(origin))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUpAt) {
      child.kill('SIGKILL');
      await exited;
      throw new Error(`The function "${options.target}" did not start:\n${printed.join('\n')}`);
    }
    await delay(25);
  }
  let closing = false;
  child.once('close', (code, signal) => {
    if (closing) return;
    options.onCrash?.(`${signal ?? `exit code ${code}`}\n${printed.join('\n')}`.trimEnd());
  });
  return {
    name: `function ${options.target}`,
    origin,
    port,
    usage: () =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve(usageMessage.parse(message).usage));
        child.send('usage');
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    close: async () => {
      closing = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await Promise.race([exited, delay(stopTimeoutMs, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The port itself when it is free, or a free one for 0. */
async function claimPort(port: number): Promise<number> {
  const server = await listen(() => {}, { name: 'the api function', port, portSetting: 'API_PORT' });
  await server.close();
  return server.port;
}

async function isAnswering(origin: string): Promise<boolean> {
  return fetch(origin, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
}
