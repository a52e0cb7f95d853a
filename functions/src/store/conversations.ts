import type { Firestore } from '@google-cloud/firestore';
import { type Conversation, type ConversationPatch, conversationSchema, isKept } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import type { ConversationKey } from '../turn/turn-store.ts';
import { isNotFound, parseDocument } from './documents.ts';
import { conversationRef } from './paths.ts';

/** The conversation unless it has expired; a soft-deleted one is returned as long as it can be restored. */
export async function readConversation(
  db: Firestore,
  key: ConversationKey,
  now: Date,
): Promise<Conversation | undefined> {
  const snapshot = await conversationRef(db, key).get();
  if (!snapshot.exists) return undefined;
  const conversation = parseDocument(snapshot, conversationSchema);
  return isKept(conversation, now) ? conversation : undefined;
}

/**
 * Renames, soft-deletes or restores.
 * @throws CodedError conversation_not_found
 */
export async function patchConversation(
  db: Firestore,
  key: ConversationKey,
  patch: ConversationPatch,
  now: Date,
): Promise<Conversation> {
  const conversation = await readConversation(db, key, now);
  if (conversation === undefined) throw conversationNotFound();
  const archivedAt = patch.archived ? (conversation.archivedAt ?? now) : null;
  const changes = {
    ...(patch.title === undefined ? {} : { title: patch.title.toWellFormed() }),
    ...(patch.archived === undefined ? {} : { archivedAt }),
  };
  try {
    await conversationRef(db, key).update(changes);
  } catch (error) {
    throw isNotFound(error) ? conversationNotFound() : error;
  }
  return { ...conversation, ...changes };
}

export function conversationNotFound(): CodedError {
  return new CodedError('conversation_not_found', 'There is no such conversation. It may have expired.');
}
