import type { Firestore } from '@google-cloud/firestore';
import { exampleTurn } from '../../web/fixtures/example-turn.ts';

/** Fills a person's page: a session of `turns` answers, and `sessions` others with one title each. @returns the session's id */
export async function seedSessions(
  db: Firestore,
  uid: string,
  { turns, sessions }: { turns: number; sessions: number },
): Promise<string> {
  const now = Date.now();
  const expiresAt = (index: number) => new Date(now + 30 * 86_400_000 - index * 60_000);
  const all = db.collection('users').doc(uid).collection('conversations');
  const longId = 'bench-session-with-many-turns';
  const own = db.bulkWriter();
  const toConversation = (conversationId: string, title: string, index: number, turnCount: number) => ({
    conversationId,
    title,
    questions: title,
    createdAt: new Date(now - index * 60_000),
    lastAccessedAt: new Date(now - index * 60_000),
    turnCount,
    activeTurnId: null,
    archivedAt: null,
    expiresAt: expiresAt(index),
  });
  void own.set(all.doc(longId), toConversation(longId, 'A long session', 0, turns));
  for (let index = 1; index <= sessions; index += 1) {
    const id = `bench-session-${String(index).padStart(6, '0')}`;
    void own.set(all.doc(id), toConversation(id, `Session ${index} about sales`, index, 1));
  }
  for (let index = 0; index < turns; index += 1) {
    const turnId = `bench-turn-${String(index).padStart(8, '0')}`;
    const askedAt = new Date(now - (turns - index) * 1_000);
    const turn = exampleTurn({
      turnId,
      conversationId: longId,
      question: `Question ${index + 1}: how did the months go?`,
      status: 'completed',
      text: `Revenue **rose** in month ${index + 1}.\n\n- Bikes led.\n- Helmets followed.\n\n| Month | Revenue |\n|---|--:|\n| Aug | $100 |\n| Sep | $120 |`,
      askedAt,
      deadlineAt: new Date(askedAt.getTime() + 30_000),
      finishedAt: askedAt,
      expiresAt: expiresAt(0),
    });
    void own.set(all.doc(longId).collection('turns').doc(turnId), turn);
  }
  await own.close();
  return longId;
}
