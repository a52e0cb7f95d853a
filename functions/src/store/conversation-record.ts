import type { Firestore } from '@google-cloud/firestore';
import type { ConversationRecord, ResultRecord } from '../export/conversation-record.ts';
import type { ConversationKey } from '../turn/turn-store.ts';
import { conversationNotFound, readConversation } from './conversations.ts';
import { turnRef } from './paths.ts';
import { listResults } from './results.ts';
import { listTurns } from './turns.ts';

/**
 * A whole conversation with every turn and result, as an export needs it.
 * @throws CodedError conversation_not_found
 */
export async function readConversationRecord(
  db: Firestore,
  key: ConversationKey,
  now: Date,
): Promise<ConversationRecord> {
  const [conversation, turns] = await Promise.all([readConversation(db, key, now), listTurns(db, key)]);
  if (conversation === undefined) throw conversationNotFound();
  const record: ConversationRecord = { conversation, turns: [] };
  // One turn after the other: the results of a long conversation need not all be on their way at once.
  for (const turn of turns) {
    const results = await listResults(turnRef(db, { ...key, turnId: turn.turnId }));
    record.turns.push({ turn, results: results.map(({ result, rows }) => toResultRecord(result, rows)) });
  }
  return record;
}

type Stored = Awaited<ReturnType<typeof listResults>>[number];

function toResultRecord(result: Stored['result'], rows: Stored['rows']): ResultRecord {
  const { rowsJson: _, partCount: __, expiresAt: ___, ...kept } = result;
  return { ...kept, rows };
}
