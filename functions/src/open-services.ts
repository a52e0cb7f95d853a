import type { Firestore } from '@google-cloud/firestore';
import type { Conversation, ConversationPatch, Feedback, FeedbackRequest } from '@tallyboard/contract';
import type { ConversationRecord } from './export/conversation-record.ts';
import { openFirestore } from './open-firestore.ts';
import type { Settings } from './settings.ts';
import { readConversationRecord } from './store/conversation-record.ts';
import { patchConversation } from './store/conversations.ts';
import { saveFeedback } from './store/feedback.ts';
import { type SignIn, saveSignIn } from './store/users.ts';
import type { ConversationKey, TurnKey } from './turn/turn-store.ts';

/** What the HTTP routes call of Firestore, bound to one client. */
export type Services = {
  db: Firestore;
  saveSignIn: (signIn: SignIn) => Promise<void>;
  patchConversation: (key: ConversationKey, patch: ConversationPatch, now: Date) => Promise<Conversation>;
  readConversation: (key: ConversationKey, now: Date) => Promise<ConversationRecord>;
  saveFeedback: (key: TurnKey, feedback: FeedbackRequest, now: Date) => Promise<Feedback>;
};

export function openServices(settings: Settings): Services {
  const db = openFirestore(settings);
  return {
    db,
    saveSignIn: (signIn) => saveSignIn(db, signIn),
    patchConversation: (key, patch, now) => patchConversation(db, key, patch, now),
    readConversation: (key, now) => readConversationRecord(db, key, now),
    saveFeedback: (key, feedback, at) => saveFeedback(db, key, feedback, at),
  };
}
