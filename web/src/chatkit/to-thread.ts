import type { Conversation, Turn } from '@tallyboard/contract';
import { parseItemId } from './item-id.ts';
import type { Thread, ThreadItem } from './protocol/items.ts';
import { toQuestionItem, toTurnItems } from './to-turn-items.ts';

/** A conversation as ChatKit's thread. Its document may be behind its first turn; `turn` then says what is known. */
export function toThread(
  conversation: Conversation | null,
  turn: Pick<Turn, 'conversationId' | 'askedAt'> | null,
  items: ThreadItem[],
): Thread {
  const id = conversation?.conversationId ?? turn?.conversationId ?? '';
  const created = conversation?.createdAt ?? turn?.askedAt ?? new Date(0);
  return {
    id,
    ...(conversation && { title: conversation.title }),
    created_at: created.toISOString(),
    status: { type: 'active' },
    items: { data: items, has_more: false },
  };
}

/**
 * The items of a conversation, oldest first. Of a running turn only the question: the rest comes by its stream. What could
 * be asked next is said under the last answer alone.
 */
export function toThreadItems(turns: Turn[], locale: string): ThreadItem[] {
  const last = turns.at(-1);
  return turns.flatMap((turn) => {
    if (turn.status === 'running') return [toQuestionItem(turn)];
    const items = toTurnItems(turn, locale);
    return turn === last ? items : items.filter((item) => parseItemId(item.id)?.kind !== 'next');
  });
}
