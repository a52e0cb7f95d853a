import { FirebaseError } from 'firebase/app';

/** The rules let it not be read: the sign-in is over. */
export function isRefused(error: unknown): boolean {
  return error instanceof FirebaseError && error.code === 'permission-denied';
}
