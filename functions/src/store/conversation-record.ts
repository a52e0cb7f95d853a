import type { Firestore } from '@google-cloud/firestore';
import type { Turn } from '@tallyboard/contract';
import type { ConversationRecord, ResultRecord, TurnResults } from '../export/conversation-record.ts';
import type { ConversationKey } from '../turn/turn-store.ts';
import { conversationNotFound, readConversation } from './conversations.ts';
import { turnRef } from './paths.ts';
import { listResults } from './results.ts';
import { listTurns } from './turns.ts';

/**
 * A whole conversation with every turn and result, as an export needs it. The first turns are read at once, so that what cannot be read
 * is told before the export begins; the others, and results, when they are asked for.
 * @throws CodedError conversation_not_found
 */
export async function readConversationRecord(
  db: Firestore,
  key: ConversationKey,
  now: Date,
): Promise<ConversationRecord> {
  const turns = listTurns(db, key);
  const [conversation, first] = await Promise.all([readConversation(db, key, now), turns.next()]);
  if (conversation === undefined) throw conversationNotFound();
  return { conversation, turns: readResults(db, key, first, turns) };
}

async function* readResults(
  db: Firestore,
  key: ConversationKey,
  first: IteratorResult<Turn>,
  turns: AsyncGenerator<Turn>,
): AsyncGenerator<TurnResults> {
  for (let next = first; next.done !== true; next = await turns.next()) {
    const turn = next.value;
    const results = await listResults(turnRef(db, { ...key, turnId: turn.turnId }));
    yield { turn, results: results.map(({ result, rows }) => toResultRecord(result, rows)) };
  }
}

type Stored = Awaited<ReturnType<typeof listResults>>[number];

function toResultRecord(result: Stored['result'], rows: Stored['rows']): ResultRecord {
  const { rowsJson: _, partCount: __, expiresAt: ___, ...kept } = result;
  return { ...kept, rows };
}
