import { type Post, toMessage } from './create-post.ts';

export type Verdict = 'positive' | 'negative';
/** What the person thought of an item. @returns false where it was not taken */
export type GiveFeedback = (itemId: string, verdict: Verdict, reason: string | null) => Promise<boolean>;

type Given = { threadId: string | null; itemId: string; kind: Verdict; reason: string | null };

/**
 * What the person thought of an answer. A reason goes as an action of ours, because the protocol has no word for it.
 * @throws Error with the sentence of the refusal
 */
export async function giveFeedback(post: Post, { threadId, itemId, kind, reason }: Given): Promise<void> {
  const action = { type: 'turn.feedback', payload: { kind, reason } };
  const reply = reason
    ? await post('threads.sync_custom_action', { thread_id: threadId, item_id: itemId, action })
    : await post('items.feedback', { thread_id: threadId, item_ids: [itemId], kind });
  if (!reply.ok) throw new Error(await toMessage(reply));
}
