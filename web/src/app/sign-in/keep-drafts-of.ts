import { draftKey } from '../../chatkit-element/kept-draft.ts';

const ownerKey = 'tallyboard.draft-of';

/** A draft is for the person who wrote it: for another one, or for nobody (null), this tab's draft goes. */
export function keepDraftsOf(uid: string | null, storage: Storage): void {
  if (uid === null || storage.getItem(ownerKey) !== uid) storage.removeItem(draftKey);
  if (uid === null) storage.removeItem(ownerKey);
  else storage.setItem(ownerKey, uid);
}
