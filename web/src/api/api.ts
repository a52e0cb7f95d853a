import type {
  ChatReply,
  ChatRequest,
  ConversationPatch,
  FeedbackRequest,
  Overview,
} from '@tallyboard/contract';

/** Our HTTP calls for a signed-in person. Each throws ApiError with the server's code and sentence. */
export type Api = {
  /** Resolves when the turn has ended; the answer arrives through Firestore. */
  chat: (request: ChatRequest) => Promise<ChatReply>;
  cancel: (conversationId: string, turnId: string) => Promise<void>;
  saveFeedback: (conversationId: string, turnId: string, feedback: FeedbackRequest) => Promise<void>;
  /** What the start screen says of the data. */
  readOverview: () => Promise<Overview>;
  patchConversation: (conversationId: string, patch: ConversationPatch) => Promise<void>;
  exportConversation: (
    conversationId: string,
    format: 'json' | 'csv',
  ) => Promise<{ blob: Blob; fileName: string }>;
};
