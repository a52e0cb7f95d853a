import { type Thread, threadPageSchema } from '../chatkit/protocol/items.ts';
import type { Live } from '../live/live.ts';
import { createState } from '../live/state.ts';
import { toError } from '../live/to-error.ts';
import type { EmitChatEvent } from './create-chat-store.ts';
import { type Post, toMessage } from './create-post.ts';

export type HistoryState =
  | { kind: 'closed' }
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  /** `note`: what did not succeed last. */
  | { kind: 'ready'; threads: Thread[]; note: string | null };

export type History = Live<HistoryState> & {
  show: () => Promise<void>;
  hide: () => void;
  rename: (threadId: string, title: string) => Promise<void>;
  remove: (threadId: string) => Promise<void>;
};

const pageSize = 50;

/** The history view: the latest threads, opened over the conversation. */
export function createHistory(post: Post, emit: EmitChatEvent): History {
  const state = createState<HistoryState>({ kind: 'closed' });

  const load = async (): Promise<Thread[]> => {
    const reply = await post('threads.list', { limit: pageSize, order: 'desc' });
    if (!reply.ok) throw new Error(await toMessage(reply));
    return threadPageSchema.parse(await reply.json()).data;
  };
  /** Shows the change at once, and takes it back where it is refused. */
  const change = async (request: () => Promise<Response>, next: (threads: Thread[]) => Thread[]) => {
    const before = state.get();
    if (before.kind !== 'ready') return;
    state.set({ ...before, threads: next(before.threads), note: null });
    try {
      const reply = await request();
      if (!reply.ok) throw new Error(await toMessage(reply));
    } catch (cause) {
      const error = toError(cause);
      if (state.get().kind === 'ready') state.set({ ...before, note: error.message });
      emit('chatkit.error', { error });
    }
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    show: async () => {
      if (state.get().kind !== 'closed') return;
      state.set({ kind: 'loading' });
      emit('chatkit.history.open');
      try {
        const threads = await load();
        if (state.get().kind === 'loading') state.set({ kind: 'ready', threads, note: null });
      } catch (cause) {
        const error = toError(cause);
        if (state.get().kind === 'loading') state.set({ kind: 'failed', message: error.message });
        emit('chatkit.error', { error });
      }
    },
    hide: () => {
      if (state.get().kind === 'closed') return;
      state.set({ kind: 'closed' });
      emit('chatkit.history.close');
    },
    rename: (threadId, title) =>
      change(
        () => post('threads.update', { thread_id: threadId, title }),
        (threads) => threads.map((one) => (one.id === threadId ? { ...one, title } : one)),
      ),
    remove: (threadId) =>
      change(
        () => post('threads.delete', { thread_id: threadId }),
        (threads) => threads.filter((one) => one.id !== threadId),
      ),
  };
}
