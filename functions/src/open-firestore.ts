import { Firestore } from '@google-cloud/firestore';
import type { Settings } from './settings.ts';

/** Firestore over REST: no gRPC at start-up. */
export function openFirestore(settings: Settings): Firestore {
  return new Firestore({
    projectId: settings.GOOGLE_CLOUD_PROJECT,
    databaseId: settings.FIRESTORE_DATABASE,
    preferRest: true,
  });
}
