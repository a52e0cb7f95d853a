import type {
  ChatReply,
  ChatRequest,
  ConversationPatch,
  FeedbackRequest,
  Overview,
  RerunReply,
  RerunRequest,
} from '@tallyboard/contract';
import type { ResultRef } from '../listener/records.ts';

/** Our HTTP calls for a signed-in person. Each throws ApiError with the server's code and sentence. */
export type Api = {
  /** Resolves when the turn has ended; the answer arrives through Firestore. */
  chat: (request: ChatRequest) => Promise<ChatReply>;
  cancel: (conversationId: string, turnId: string) => Promise<void>;
  saveFeedback: (conversationId: string, turnId: string, feedback: FeedbackRequest) => Promise<void>;
  /** What the start screen says of the data. */
  readOverview: () => Promise<Overview>;
  /** Runs the read behind a result again: on the tables as they were, or as they are. */
  rerun: (result: ResultRef, asOf: RerunRequest['asOf']) => Promise<RerunReply>;
  patchConversation: (conversationId: string, patch: ConversationPatch) => Promise<void>;
  exportConversation: (
    conversationId: string,
    format: 'json' | 'csv',
  ) => Promise<{ blob: Blob; fileName: string }>;
};
