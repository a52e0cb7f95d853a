import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { LocalServer } from '../listen.ts';
import {
  type FunctionsProcess,
  type FunctionsProcessOptions,
  startFunctionsProcess,
} from './functions-process.ts';
import type { ProcessUsage } from './process-usage.ts';

export type RestartingFunctionOptions = Omit<FunctionsProcessOptions, 'onCrash'> & {
  /** Called with where it answers, and with nothing while it does not. */
  onOrigin: (origin: string) => void;
  /** How long after a start that failed the next one begins; each pause is twice the one before, up to half a minute. */
  pauseMs?: number;
  logger: Logger;
};

/** `crash` kills the process, in the middle of whatever it does, and waits until the next one answers. */
export type RestartingFunction = LocalServer & {
  crash: () => Promise<void>;
  usage: () => Promise<ProcessUsage>;
};

const longestPauseMs = 30_000;

/**
 * Runs a function and starts it again whenever it ends by itself, as the cloud would, until it is closed.
 * @throws Error as `startFunctionsProcess` does when it does not start the first time
 */
export async function startRestartingFunction({
  onOrigin,
  pauseMs = 1_000,
  logger,
  ...options
}: RestartingFunctionOptions): Promise<RestartingFunction> {
  const closing = new AbortController();

  const start = async (): Promise<FunctionsProcess> => {
    const started = await startFunctionsProcess({
      ...options,
      onCrash: (problem) => {
        logger.error({ problem }, 'The function ended by itself. It is started again, as the cloud would');
        onOrigin('');
        running = startAgain();
        running.catch(() => {});
      },
    });
    onOrigin(started.origin);
    return started;
  };
  const startAgain = async (): Promise<FunctionsProcess> => {
    for (let pause = pauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        return await start();
      } catch (error) {
        logger.error(
          { err: error, pauseMs: pause },
          'The function did not start again. It is tried once more',
        );
      }
      await delay(pause, undefined, { signal: closing.signal });
    }
  };

  const first = await start();
  let running = Promise.resolve(first);
  return {
    name: first.name,
    origin: first.origin,
    port: first.port,
    usage: async () => (await running).usage(),
    crash: async () => {
      await (await running).kill();
      await running;
    },
    close: async () => {
      closing.abort();
      const current = await running.catch(() => null);
      await current?.close();
    },
  };
}
