import type { Turn } from '@tallyboard/contract';
import type { Live, Loaded } from '../live/live.ts';

/**
 * Calls `onTurn` with each state of a turn until it has ended or `signal` aborts.
 * @returns the ended turn; null when aborted.
 * @throws Error when the turns cannot be listened to.
 */
export function followTurn(
  turns: Live<Loaded<Turn[]>>,
  turnId: string,
  onTurn: (turn: Turn) => void,
  signal: AbortSignal,
): Promise<Turn | null> {
  return new Promise((resolve, reject) => {
    let last: Turn | undefined;
    const leave = (settle: () => void) => {
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = () => leave(() => resolve(null));
    const onChange = () => {
      const loaded = turns.get();
      if (loaded.state === 'failed') return leave(() => reject(loaded.error));
      if (loaded.state === 'loading') return;
      const turn = loaded.value.find((one) => one.turnId === turnId);
      if (!turn || turn === last) return;
      last = turn;
      onTurn(turn);
      if (turn.status !== 'running') leave(() => resolve(turn));
    };
    const unsubscribe = turns.subscribe(onChange);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    else onChange();
  });
}
