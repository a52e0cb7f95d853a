import type { UseChatKitReturn } from '@openai/chatkit-react';
import { useEffect } from 'react';
import type { Bridge } from '../../chatkit/create-bridge.ts';
import { toFollowUp } from '../../chatkit/to-follow-up.ts';
import type { Records } from '../../listener/records.ts';

type FollowElsewhereOptions = {
  chat: Pick<UseChatKitReturn, 'fetchUpdates' | 'sendCustomAction'>;
  bridge: Bridge;
  records: Records;
  conversationId: string | null;
  /** The conversation whose items the element holds: before that there is nothing to add to. */
  settled: string | null;
};

/** Shows turns that this tab did not begin: one that was running before a reload, or one asked in another tab. */
export function useFollowElsewhere({
  chat,
  bridge,
  records,
  conversationId,
  settled,
}: FollowElsewhereOptions): void {
  const { fetchUpdates, sendCustomAction } = chat;
  useEffect(() => {
    if (conversationId === null || settled !== conversationId) return;
    const turns = records.turns(conversationId);
    const follow = () => {
      const loaded = turns.get();
      const next = loaded.state === 'ready' ? toFollowUp(loaded.value, bridge) : null;
      if (next?.kind === 'fetch') void fetchUpdates();
      if (next?.kind === 'join')
        void sendCustomAction({ type: 'turn.join', payload: { turnId: next.turnId } });
    };
    follow();
    return turns.subscribe(follow);
  }, [fetchUpdates, sendCustomAction, bridge, records, conversationId, settled]);
}
