import type { Conversation, ConversationPatch, User } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { ConversationRecord } from './export/conversation-record.ts';
import { openFirestore } from './open-firestore.ts';
import { openTurns } from './open-turns.ts';
import type { Settings } from './settings.ts';
import { readConversationRecord } from './store/conversation-record.ts';
import { patchConversation } from './store/conversations.ts';
import { saveUser } from './store/users.ts';
import type { TurnRunner } from './turn/turn-runner.ts';

type ConversationKey = { uid: string; conversationId: string };

/** What the HTTP routes call, bound to one Firestore client. */
export type Services = {
  turns: TurnRunner;
  saveUser: (user: User) => Promise<void>;
  patchConversation: (key: ConversationKey, patch: ConversationPatch, now: Date) => Promise<Conversation>;
  readConversation: (key: ConversationKey, now: Date) => Promise<ConversationRecord>;
};

export async function openServices(settings: Settings, logger: Logger): Promise<Services> {
  const db = openFirestore(settings);
  return {
    turns: await openTurns(settings, db, logger),
    saveUser: (user) => saveUser(db, user),
    patchConversation: (key, patch, now) => patchConversation(db, key, patch, now),
    readConversation: (key, now) => readConversationRecord(db, key, now),
  };
}
