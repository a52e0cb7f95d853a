import type { Firestore } from '@google-cloud/firestore';
import type { AuditLog } from '../turn/turn-store.ts';
import { isAlreadyExists, toFields } from './documents.ts';

/** `auditLog/{id}`: append-only, so an entry that is there already is left as it is. */
export function createAuditLog(db: Firestore): AuditLog {
  return {
    append: async (id, entry) => {
      try {
        await db.collection('auditLog').doc(id).create(toFields(entry));
      } catch (error) {
        if (!isAlreadyExists(error)) throw error;
      }
    },
  };
}
