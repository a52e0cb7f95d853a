import type { Firestore } from '@google-cloud/firestore';
import type { ConversationRecord, ResultRecord } from '../export/conversation-record.ts';
import type { ConversationKey } from '../turn/turn-store.ts';
import { conversationNotFound, readConversation } from './conversations.ts';
import { turnRef } from './paths.ts';
import { listResults, type StoredResult } from './results.ts';
import { listTurns } from './turns.ts';

/** Turns whose results are read at the same time. */
const turnsAtOnce = 8;

/**
 * A whole conversation, as the exports need it.
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
  for (let from = 0; from < turns.length; from += turnsAtOnce) {
    const whole = turns.slice(from, from + turnsAtOnce).map(async (turn) => {
      const stored = await listResults(turnRef(db, { ...key, turnId: turn.turnId }));
      return { turn, results: stored.map(toResultRecord) };
    });
    record.turns.push(...(await Promise.all(whole)));
  }
  return record;
}

function toResultRecord({ result, rows }: StoredResult): ResultRecord {
  const { rowsJson: _rows, partCount: _count, expiresAt: _expires, ...kept } = result;
  return { ...kept, rows };
}
