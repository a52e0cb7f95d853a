import type { Firestore } from '@google-cloud/firestore';
import { type AuditEntry, auditEntrySchema } from '@tallyboard/contract';
import { parseDocument } from './documents.ts';

export type AuditRange = {
  /** Included. */
  from: Date;
  /** Excluded. */
  to: Date;
};

const pageSize = 500;

/** The tool calls of a time, oldest first, in pages: the log may be larger than memory. */
export async function* listAudit(
  db: Firestore,
  { from, to }: AuditRange,
): AsyncGenerator<{ id: string } & AuditEntry> {
  const inRange = db.collection('auditLog').where('at', '>=', from).where('at', '<', to).orderBy('at');
  let page = await inRange.limit(pageSize).get();
  while (page.size > 0) {
    for (const snapshot of page.docs) yield { id: snapshot.id, ...parseDocument(snapshot, auditEntrySchema) };
    const last = page.docs.at(-1);
    if (last === undefined || page.size < pageSize) return;
    page = await inRange.startAfter(last).limit(pageSize).get();
  }
}
