import type { Turn } from '@tallyboard/contract';
import type { Bridge } from './create-bridge.ts';

export type FollowUp = { kind: 'join'; turnId: string } | { kind: 'fetch' } | null;

/**
 * What the element has to be told so that turns begun elsewhere (another tab, before a reload) show up: join the stream
 * of one that runs, or fetch those that ended unseen.
 */
export function toFollowUp(turns: Turn[], bridge: Pick<Bridge, 'isFollowed' | 'isDelivered'>): FollowUp {
  if (
    turns.some(
      (turn) => turn.status === 'running' && bridge.isFollowed(turn.turnId) && !turn.cancelRequestedAt,
    )
  )
    return null;
  const ended = turns.some((turn) => turn.status !== 'running' && !bridge.isDelivered(turn.turnId));
  if (ended) return { kind: 'fetch' };
  const running = turns.find(
    (turn) => turn.status === 'running' && !bridge.isFollowed(turn.turnId) && !turn.cancelRequestedAt,
  );
  return running ? { kind: 'join', turnId: running.turnId } : null;
}
