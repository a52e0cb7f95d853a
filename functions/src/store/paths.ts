import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import type { ConversationKey, TurnKey } from '../turn/turn-store.ts';

/** Where each document lies. Ids are checked before they come here: none holds a slash. */
export function userRef(db: Firestore, uid: string): DocumentReference {
  return db.collection('users').doc(uid);
}

export function usedSignInRef(db: Firestore, tokenId: string): DocumentReference {
  return db.collection('usedSignIns').doc(tokenId);
}

export function usageRef(db: Firestore, uid: string): DocumentReference {
  return userRef(db, uid).collection('usage').doc('queries');
}

/** What the reads of a day (`YYYY-MM-DD`, UTC) were billed. */
export function bytesRef(db: Firestore, uid: string, day: string): DocumentReference {
  return userRef(db, uid).collection('usage').doc(`bytes-${day}`);
}

export function conversationRef(db: Firestore, { uid, conversationId }: ConversationKey): DocumentReference {
  return userRef(db, uid).collection('conversations').doc(conversationId);
}

export function turnRef(db: Firestore, key: TurnKey): DocumentReference {
  return conversationRef(db, key).collection('turns').doc(key.turnId);
}

export function auditRef(db: Firestore, id: string): DocumentReference {
  return db.collection('auditLog').doc(id);
}

/** The raw model contents; no client reads below `private`. */
export function modelRef(turn: DocumentReference): DocumentReference {
  return turn.collection('private').doc('model');
}
