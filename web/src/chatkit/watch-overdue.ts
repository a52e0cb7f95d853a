import type { Step, Turn } from '@tallyboard/contract';

/** What the server waits past a turn's deadline before it takes its function for dead, and a little more. */
const graceMs = 12_000;
const pauseMs = 5_000;
const attempts = 3;
const unheard = { code: 'unavailable', message: 'The server stopped writing, and is not heard.' } as const;

export type OverdueWatch = { see: (turn: Turn) => void; stop: () => void };

/**
 * Has a turn ended whose function died: when it still runs long after its time, `end` is called, and where that does not help,
 * `giveUp` with the turn as a failed one. The time is counted from when this page first saw the turn, so that this machine's clock does not matter.
 */
export function watchOverdue(
  end: () => Promise<unknown>,
  onSilence: () => void,
  giveUp: (failed: Turn) => void,
): OverdueWatch {
  const seenAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (turn: Turn, left: number) => {
    if (left === 0) return giveUp({ ...turn, status: 'failed', error: unheard, steps: toEnded(turn.steps) });
    onSilence();
    end().catch(() => {});
    timer = setTimeout(() => attempt(turn, left - 1), pauseMs);
  };
  return {
    see: (turn) => {
      clearTimeout(timer);
      if (turn.status !== 'running') return;
      const allowedMs = turn.deadlineAt.getTime() - turn.askedAt.getTime() + graceMs;
      timer = setTimeout(
        () => attempt(turn, attempts),
        Math.max(0, allowedMs - (performance.now() - seenAt)),
      );
    },
    stop: () => clearTimeout(timer),
  };
}

/** None goes on running. */
function toEnded(steps: Step[]): Step[] {
  return steps.map((step) => (step.status === 'running' ? { ...step, status: 'failed' } : step));
}
