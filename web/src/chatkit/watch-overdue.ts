import type { Turn } from '@tallyboard/contract';

/** What the server waits past a turn's deadline before it takes its function for dead, and a little more. */
const graceMs = 12_000;
const pauseMs = 5_000;

export type OverdueWatch = { see: (turn: Turn) => void; stop: () => void };

/**
 * Has a turn ended whose function died: when it still runs long after its time, `end` is called until it gets through.
 * The time is counted from when this page first saw the turn, so that this machine's clock does not matter.
 */
export function watchOverdue(end: () => Promise<unknown>, onSilence: () => void): OverdueWatch {
  const seenAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = () => {
    onSilence();
    end().catch(() => {});
    timer = setTimeout(attempt, pauseMs);
  };
  return {
    see: (turn) => {
      clearTimeout(timer);
      if (turn.status !== 'running') return;
      const allowedMs = turn.deadlineAt.getTime() - turn.askedAt.getTime() + graceMs;
      timer = setTimeout(attempt, Math.max(0, allowedMs - (performance.now() - seenAt)));
    },
    stop: () => clearTimeout(timer),
  };
}
