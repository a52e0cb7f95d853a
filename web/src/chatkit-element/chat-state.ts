import type { Attachment, ChatKitOptions, UserMessageContent } from '@openai/chatkit';
import type { Items } from './apply-event.ts';

export type Phase =
  | { kind: 'new' }
  | { kind: 'loading' }
  /** `missing`: the thread does not exist, as opposed to could not be loaded. */
  | { kind: 'failed'; message: string; missing: boolean }
  | { kind: 'ready' };

export type ChatState = {
  options: ChatKitOptions | null;
  threadId: string | null;
  phase: Phase;
  /** Of the open thread, once it has one. */
  title: string | null;
  items: Items;
  /** A question that was sent and not yet acknowledged. */
  pending: string | null;
  streaming: boolean;
  /** True where the stream that runs may be stopped. */
  canStop: boolean;
  progress: string | null;
  notices: { level: 'info' | 'warning' | 'danger'; message: string; title?: string | undefined }[];
  error: { message: string; allowRetry: boolean } | null;
  /** What is written in the composer. */
  draft: string;
  /** The tool that the next question is for. */
  toolId: string | null;
  /** The model that was chosen; null for the one that the options name first. */
  modelId: string | null;
};

export const initialChatState: ChatState = {
  options: null,
  threadId: null,
  phase: { kind: 'new' },
  title: null,
  items: [],
  pending: null,
  streaming: false,
  canStop: false,
  progress: null,
  notices: [],
  error: null,
  draft: '',
  toolId: null,
  modelId: null,
};

/** Where what is written in the composer survives a reload. */
export type KeptDraft = { read: () => string; write: (text: string) => void };

/** What goes with a question beside its text. */
export type MessageExtras = {
  content?: UserMessageContent[];
  reply?: string;
  toolId?: string;
  modelId?: string;
  attachments?: Attachment[];
};
