import type { ChatKitOptions } from '@openai/chatkit';
import type { ThreadEvent } from '../chatkit/protocol/events.ts';
import { type Action, threadSchema } from '../chatkit/protocol/items.ts';
import type { Live } from '../live/live.ts';
import { createState } from '../live/state.ts';
import { toError } from '../live/to-error.ts';
import { answerToolCall } from './answer-tool-call.ts';
import { type ChatState, initialChatState, type KeptDraft, type MessageExtras } from './chat-state.ts';
import { createHistory, type History } from './create-history.ts';
import { createPost, toMessage } from './create-post.ts';
import { type GiveFeedback, giveFeedback } from './give-feedback.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { putAbove } from './put-above.ts';
import { readEvents } from './read-events.ts';
import { takeEvent } from './take-event.ts';
import { toUserInput } from './to-user-input.ts';

export type ChatStore = Live<ChatState> & {
  setOptions: (options: ChatKitOptions) => void;
  open: (threadId: string | null) => Promise<void>;
  send: (text: string, extras?: MessageExtras) => Promise<void>;
  /** Asks the question of a user message once more. */
  retry: (itemId: string) => Promise<void>;
  act: (action: Action, itemId: string | null) => Promise<void>;
  giveFeedback: GiveFeedback;
  stop: () => void;
  /** Leaves the stream that runs, without stopping the answer. */
  leave: () => void;
  fetchUpdates: () => Promise<void>;
  setDraft: (text: string) => void;
  chooseTool: (toolId: string | null) => void;
  chooseModel: (modelId: string) => void;
  history: History;
  dismissError: () => void;
};

export type EmitChatEvent = (name: string, detail?: unknown) => void;
const noKeptDraft: KeptDraft = { read: () => '', write: () => {} };

/** What the element knows and does, apart from how it is drawn. Talks to `options.api.fetch` and nothing else. */
export function createChatStore(emit: EmitChatEvent, kept: KeptDraft = noKeptDraft): ChatStore {
  const state = createState<ChatState>({ ...initialChatState, draft: kept.read() });
  let written = kept.read();
  const change = (next: Partial<ChatState>) => {
    state.set({ ...state.get(), ...next });
    // A question that was sent and not acknowledged is not asked yet: a page that is left now still has it.
    const text = withPending();
    if (text !== written) kept.write(text);
    written = text;
  };
  const withPending = () => putAbove(state.get().pending, state.get().draft);
  const answered = new Set<string>();
  let running: { request: AbortController; reading: AbortController } | null = null;

  const post = createPost(
    () => state.get().options,
    (type) => emit('chatkit.log', { name: 'request', data: { type } }),
  );
  const history = createHistory(post, emit);

  const fail = (cause: unknown) => {
    const error = toError(cause);
    change({ error: { message: error.message, allowRetry: false } });
    emit('chatkit.error', { error });
  };

  const stream = async (type: string, params: unknown): Promise<void> => {
    if (running) return;
    const own = { request: new AbortController(), reading: new AbortController() };
    running = own;
    change({ streaming: true, canStop: false, progress: null, notices: [], error: null });
    emit('chatkit.response.start');
    try {
      const reply = await post(type, params, own.request.signal);
      if (!reply.ok || !reply.body) throw new Error(await toMessage(reply));
      for await (const event of readEvents(reply.body, own.reading.signal)) {
        if (running !== own) return;
        take(event);
      }
    } catch (cause) {
      if (running === own) fail(cause);
    } finally {
      if (running === own) {
        end();
        await runTool();
      }
    }
  };

  const runTool = async () => {
    try {
      const output = await answerToolCall(state.get(), answered);
      if (output && output.thread_id === state.get().threadId)
        await stream('threads.add_client_tool_output', output);
    } catch (cause) {
      fail(cause);
    }
  };

  const end = () => {
    running = null;
    // A question that was never acknowledged was not asked: it goes back to where it was written.
    change({ streaming: false, canStop: false, progress: null, pending: null, draft: withPending() });
    emit('chatkit.response.end');
  };

  const take = (event: ThreadEvent) => {
    const { change: next, told } = takeEvent(state.get(), event);
    if (Object.keys(next).length > 0) change(next);
    if (told) emit(told.name, told.detail);
  };

  const leave = () => {
    if (!running) return;
    running.reading.abort();
    running = null;
    change({ streaming: false, canStop: false, progress: null });
    emit('chatkit.response.end');
  };

  /** A question that was not acknowledged goes back to where it was written. */
  const leaveUnasked = () => {
    leave();
    change({ pending: null, draft: withPending() });
  };

  const chooseTool = (toolId: string | null) => {
    if (toolId === state.get().toolId) return;
    change({ toolId });
    emit('chatkit.tool.change', { toolId });
  };

  const load = async (threadId: string): Promise<void> => {
    try {
      const reply = await post('threads.get_by_id', { thread_id: threadId });
      if (state.get().threadId !== threadId) return;
      if (!reply.ok) {
        const message = await toMessage(reply);
        return change({ phase: { kind: 'failed', message, missing: reply.status === 404 } });
      }
      const thread = threadSchema.parse(await reply.json());
      if (state.get().threadId !== threadId || running) return;
      const items = keepUnchanged(state.get().items, thread.items.data);
      change({ phase: { kind: 'ready' }, title: thread.title ?? null, items });
    } catch (cause) {
      if (state.get().threadId !== threadId) return;
      const error = toError(cause);
      change({ phase: { kind: 'failed', message: error.message, missing: false } });
      emit('chatkit.error', { error });
    }
  };

  const open = async (threadId: string | null): Promise<void> => {
    if (threadId === state.get().threadId && state.get().phase.kind !== 'failed') return;
    leave();
    const phase = threadId ? ({ kind: 'loading' } as const) : ({ kind: 'new' } as const);
    change({ threadId, phase, title: null, items: [], error: null, notices: [], pending: null });
    emit('chatkit.thread.change', { threadId });
    if (!threadId) return;
    emit('chatkit.thread.load.start', { threadId });
    await load(threadId);
    if (state.get().threadId === threadId) emit('chatkit.thread.load.end', { threadId });
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    setOptions: (options) => {
      const first = state.get().options === null;
      change({ options });
      if (!first) return;
      // A frame would take a while to be ready; callers count on that to add their listeners.
      setTimeout(() => {
        emit('chatkit.ready');
        if (options.initialThread && state.get().threadId === null) void open(options.initialThread);
      });
    },
    open,
    send: async (text, extras) => {
      if (running || text.trim() === '') return;
      const { threadId } = state.get();
      const input = toUserInput(state.get(), text, extras);
      const tool = state.get().options?.composer?.tools?.find(({ id }) => id === state.get().toolId);
      if (tool && !tool.persistent) chooseTool(null);
      // What is asked by a press leaves alone what is being written.
      const { draft } = state.get();
      change({ pending: text, draft: draft.trim() === text ? '' : draft, phase: { kind: 'ready' } });
      await (threadId
        ? stream('threads.add_user_message', { thread_id: threadId, input })
        : stream('threads.create', { input }));
      if (state.get().threadId === null && state.get().items.length === 0) change({ phase: { kind: 'new' } });
    },
    retry: async (itemId) => {
      const { threadId } = state.get();
      if (threadId) await stream('threads.retry_after_item', { thread_id: threadId, item_id: itemId });
    },
    act: async (action, itemId) => {
      const { threadId } = state.get();
      if (threadId) await stream('threads.custom_action', { thread_id: threadId, item_id: itemId, action });
    },
    giveFeedback: async (itemId, kind, reason) => {
      try {
        await giveFeedback(post, { threadId: state.get().threadId, itemId, kind, reason });
        return true;
      } catch (cause) {
        fail(cause);
        return false;
      }
    },
    stop: () => {
      running?.request.abort();
      leaveUnasked();
    },
    leave: leaveUnasked,
    fetchUpdates: async () => {
      const { threadId } = state.get();
      if (threadId && !running) await load(threadId);
    },
    // What was wrong was so with what stood there before.
    setDraft: (draft) => change({ draft, error: null }),
    chooseTool,
    chooseModel: (modelId) => change({ modelId }),
    history,
    dismissError: () => change({ error: null }),
  };
}
