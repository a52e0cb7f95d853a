import type { ClientConfig } from '@tallyboard/contract';
import { type FirebaseApp, FirebaseError } from 'firebase/app';
import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  signInWithCustomToken,
  signOut,
} from 'firebase/auth';
import { type Identity, SignedOutError } from './identity.ts';

/** Kept in IndexedDB, so that a reload and a second tab stay signed in. */
export function createIdentity(app: FirebaseApp, config: ClientConfig): Identity {
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (config.endpoints.auth) connectAuthEmulator(auth, config.endpoints.auth, { disableWarnings: true });
  return {
    onPerson: (onChange) => onAuthStateChanged(auth, (user) => onChange(user?.uid ?? null)),
    signIn: async (customToken) => {
      const { user } = await signInWithCustomToken(auth, customToken);
      return user.uid;
    },
    signOut: () => signOut(auth),
    idToken: async (fresh) => {
      await auth.authStateReady();
      if (!auth.currentUser) throw new SignedOutError();
      try {
        return await auth.currentUser.getIdToken(fresh);
      } catch (error) {
        throw auth.currentUser && !isUnknown(error) ? error : new SignedOutError({ cause: error });
      }
    },
  };
}

/** Firebase itself ends the sign-in of who was disabled, deleted or revoked; one that its server does not know it keeps. */
function isUnknown(error: unknown): boolean {
  return error instanceof FirebaseError && error.code === 'auth/invalid-refresh-token';
}
