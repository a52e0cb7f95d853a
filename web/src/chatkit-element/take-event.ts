import type { ThreadEvent } from '../chatkit/protocol/events.ts';
import { applyEvent } from './apply-event.ts';
import type { ChatState } from './chat-state.ts';

/** What an event of a stream changes, and what the element tells the page of it. */
export type Taken = { change: Partial<ChatState>; told?: { name: string; detail: unknown } };

export function takeEvent(state: ChatState, event: ThreadEvent): Taken {
  switch (event.type) {
    case 'thread.created': {
      const { id, title } = event.thread;
      return {
        change: { threadId: id, title: title ?? null, phase: { kind: 'ready' } },
        told: { name: 'chatkit.thread.change', detail: { threadId: id } },
      };
    }
    case 'thread.updated':
      return { change: { title: event.thread.title ?? null } };
    case 'stream_options':
      return { change: { canStop: event.stream_options.allow_cancel } };
    case 'progress_update':
      return { change: { progress: event.text } };
    case 'client_effect':
      return { change: {}, told: { name: 'chatkit.effect', detail: { name: event.name, data: event.data } } };
    case 'notice':
      return { change: { notices: [...state.notices, event] } };
    case 'error': {
      const message = event.message ?? 'Something went wrong. Try again.';
      return {
        change: { error: { message, allowRetry: event.allow_retry } },
        told: { name: 'chatkit.error', detail: { error: new Error(message) } },
      };
    }
    default: {
      const items = applyEvent(state.items, event);
      if (items === state.items) return { change: {} };
      const acknowledged = 'item' in event && event.item.type === 'user_message';
      return { change: { items, progress: null, ...(acknowledged && { pending: null }) } };
    }
  }
}
