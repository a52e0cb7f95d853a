import { Firestore } from '@google-cloud/firestore';
import { GoogleAuth } from 'google-auth-library';
import type { Settings } from './settings.ts';
import { commitDirectly } from './store/commit-directly.ts';

const scopes = ['https://www.googleapis.com/auth/datastore'];

/** Firestore over REST: no gRPC at start-up. */
export function openFirestore(settings: Settings): Firestore {
  const db = new Firestore({
    projectId: settings.GOOGLE_CLOUD_PROJECT,
    databaseId: settings.FIRESTORE_DATABASE,
    preferRest: true,
  });
  const emulator = settings.FIRESTORE_EMULATOR_HOST;
  // An emulator takes this token from every client as the owner's.
  if (emulator !== undefined) return commitDirectly(db, { origin: `http://${emulator}`, authorize: asOwner });
  const origin = 'https://firestore.googleapis.com';
  const auth = new GoogleAuth({ scopes });
  const authorize = async () => Object.fromEntries(await auth.getRequestHeaders(origin));
  return commitDirectly(db, { origin, authorize });
}

async function asOwner(): Promise<Record<string, string>> {
  return { authorization: 'Bearer owner' };
}
