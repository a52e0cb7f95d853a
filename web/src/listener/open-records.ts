import type { ClientConfig } from '@tallyboard/contract';
import type { FirebaseApp } from 'firebase/app';
import { createRecords, type RecordsOptions } from './create-records.ts';
import { openFirestore } from './open-firestore.ts';
import type { Records } from './records.ts';

/** Firestore and what is read from it: one file to load. */
export function openRecords(app: FirebaseApp, config: ClientConfig, options: RecordsOptions): Records {
  return createRecords(openFirestore(app, config), options);
}
