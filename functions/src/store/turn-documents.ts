import type { DocumentReference } from '@google-cloud/firestore';

/** What lies below a turn, then the turn itself. */
export async function listTurnDocuments(turn: DocumentReference): Promise<DocumentReference[]> {
  const [results, hidden] = await Promise.all([
    turn.collection('results').select().get(),
    turn.collection('private').select().get(),
  ]);
  const parts = await Promise.all(results.docs.map(({ ref }) => ref.collection('parts').select().get()));
  const below = [...parts.flatMap(({ docs }) => docs), ...results.docs, ...hidden.docs];
  return [...below.map(({ ref }) => ref), turn];
}
