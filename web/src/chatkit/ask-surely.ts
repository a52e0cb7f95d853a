import type { ChatReply } from '@tallyboard/contract';
import { ApiError } from '../api/api-error.ts';
import type { Live } from '../live/live.ts';
import { createState } from '../live/state.ts';

/** Why a question has not got through yet. */
export type Trouble = 'offline' | 'unreachable';
export type Asked = {
  reply: Promise<ChatReply>;
  trouble: Live<Trouble | null>;
  /** Tries no more. A try that is on its way may still arrive. */
  withdraw: () => void;
};

export type AskOptions = {
  isOnline: () => boolean;
  /** Between two tries. */
  pauseMs: number;
  /** From the first failure on: how long the server may be out of reach, and how long a question waits for the network itself. */
  patienceMs: Record<Trouble, number>;
};

/**
 * Asks again while the server cannot be reached: the turn's id makes the same question count once, and a try whose turn
 * is known already waits for its end. Any other refusal stands.
 */
export function askSurely(ask: () => Promise<ChatReply>, options: AskOptions): Asked {
  const trouble = createState<Trouble | null>(null);
  let withdrawn = false;
  const run = async (): Promise<ChatReply> => {
    const since: Partial<Record<Trouble, number>> = {};
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        const unreachable = error instanceof ApiError && error.body.code === 'unavailable';
        if (!unreachable || withdrawn) throw error;
        const kind = options.isOnline() ? 'unreachable' : 'offline';
        // While there is no network, the time for an unreachable server does not run.
        if (kind === 'offline') delete since.unreachable;
        since[kind] ??= performance.now();
        if (performance.now() - since[kind] >= options.patienceMs[kind]) throw error;
        trouble.set(kind);
        await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
        if (withdrawn) throw error;
      }
    }
  };
  const reply = run().finally(() => trouble.set(null));
  // Whoever waits for it hears of the refusal; nobody may.
  reply.catch(() => {});
  const withdraw = () => {
    withdrawn = true;
  };
  return { reply, trouble, withdraw };
}
