import type { ClientConfig } from '@tallyboard/contract';
import { initializeApp } from 'firebase/app';
import { createIdentity } from './create-identity.ts';
import type { RecordsOptions } from './create-records.ts';
import type { Identity } from './identity.ts';
import type { Records } from './records.ts';

export type Firebase = {
  identity: Identity;
  openRecords: (options: RecordsOptions) => Promise<Records>;
};

/** Starts Firebase. Firestore, the larger part, is loaded with the first `openRecords`. */
export function openFirebase(config: ClientConfig): Firebase {
  const app = initializeApp(config.firebase);
  return {
    identity: createIdentity(app, config),
    openRecords: async (options) => {
      const { openRecords } = await import('./open-records.ts');
      return openRecords(app, config, options);
    },
  };
}
