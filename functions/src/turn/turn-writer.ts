import { toBackoffMs } from '../backoff.ts';
import { type Clock, notNeeded } from './clock.ts';
import { TurnEndedError } from './turn-store.ts';

export type TurnWriterOptions<T> = {
  write: (state: T) => Promise<void>;
  /** Between the starts of two writes, unless the later one is urgent. */
  minIntervalMs: number;
  /** How long a patient state waits for what comes shortly after it. */
  gatherMs: number;
  clock: Clock;
  random: () => number;
  /** A write that failed and will be tried again. */
  onRetry: (error: unknown) => void;
  /** A write found that the turn was ended by someone else; nothing more is written. */
  onEnded: (error: TurnEndedError) => void;
};

export type TurnWriter<T> = {
  /** The newest state wins; what it replaced is never written. Urgent: as soon as no write is in flight. */
  submit: (state: T, urgent: boolean) => void;
  /** Drops what waits. Resolves when no write is in flight; none starts after that. */
  stop: () => Promise<void>;
};

/** Writes a growing state with never more than one write in flight: states are coalesced, failed writes tried again. */
export function createTurnWriter<T>(options: TurnWriterOptions<T>): TurnWriter<T> {
  const { clock } = options;
  let waiting: { state: T; urgent: boolean } | undefined;
  let stopped = false;
  let running: Promise<void> | undefined;
  let waking = new AbortController();
  let earliestAt = 0;
  let failures = 0;

  /** Sleeps until `wake` or the time given, whichever is first. */
  async function pause(ms: number): Promise<void> {
    waking = new AbortController();
    await clock.sleep(ms, waking.signal).catch(() => undefined);
  }

  async function writeOnce(state: T): Promise<void> {
    earliestAt = clock.now().getTime() + options.minIntervalMs;
    try {
      await options.write(state);
      failures = 0;
    } catch (error) {
      if (error instanceof TurnEndedError) {
        stopped = true;
        options.onEnded(error);
        return;
      }
      failures += 1;
      waiting ??= { state, urgent: false };
      earliestAt = clock.now().getTime() + toBackoffMs(failures, options.random);
      options.onRetry(error);
    }
  }

  async function pump(): Promise<void> {
    while (waiting !== undefined && !stopped) {
      const pauseMs = earliestAt - clock.now().getTime();
      // Urgency shortens the interval between writes, never the wait after a failure.
      if (pauseMs > 0 && !(waiting.urgent && failures === 0)) {
        await pause(pauseMs);
        continue;
      }
      const { state } = waiting;
      waiting = undefined;
      await writeOnce(state);
    }
    running = undefined;
  }

  return {
    submit: (state, urgent) => {
      if (stopped) return;
      waiting = { state, urgent: urgent || (waiting?.urgent ?? false) };
      if (running === undefined) earliestAt = Math.max(earliestAt, clock.now().getTime() + options.gatherMs);
      if (waiting.urgent) waking.abort(notNeeded);
      running ??= pump();
    },
    stop: async () => {
      stopped = true;
      waiting = undefined;
      waking.abort(notNeeded);
      await running;
    },
  };
}
