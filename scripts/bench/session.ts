import { randomUUID } from 'node:crypto';
import { type Claims, chatReplySchema, clientConfigSchema } from '@tallyboard/contract';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithCustomToken } from 'firebase/auth';
import { initializeApp as initializeAdmin } from 'firebase-admin/app';
import { getAuth as getAdminAuth } from 'firebase-admin/auth';
import { sdk } from '../../local/firestore/testing/web-client.ts';
import type { LocalStack } from '../../local/main.ts';

/** A signed-in person with a Firestore listener, as a page has them. */
export type Session = {
  /** Asks in a new conversation; resolves with the milliseconds from submit to the first text in the listener. */
  ask: (message: string) => Promise<{ firstTextMs: number; turnPath: string }>;
  readDocument: (path: string) => Promise<Record<string, unknown>>;
  close: () => Promise<void>;
};

let count = 0;

/** An analyst of all warehouses, signed in for an hour. */
export async function openSession(stack: Pick<LocalStack, 'url' | 'origins'>): Promise<Session> {
  const config = clientConfigSchema.parse(await (await fetch(`${stack.url}/api/config`)).json());
  process.env.FIREBASE_AUTH_EMULATOR_HOST = new URL(stack.origins.identity).host;
  const uid = `bench-${count++}`;
  const admin = initializeAdmin({ projectId: config.firebase.projectId }, `admin-${uid}`);
  const issuedAt = Date.now();
  const claims: Claims = { roles: ['analyst'], warehouses: 'all', issuedAt, until: issuedAt + 3_600_000 };
  const token = await getAdminAuth(admin).createCustomToken(uid, claims);

  const app = initializeApp(config.firebase, uid);
  const auth = getAuth(app);
  connectAuthEmulator(auth, stack.origins.identity, { disableWarnings: true });
  const { user } = await signInWithCustomToken(auth, token);
  const db = sdk.initializeFirestore(app, {});
  const { hostname, port } = new URL(stack.origins.firestore);
  sdk.connectFirestoreEmulator(db, hostname, Number(port));

  return {
    ask: async (message) => {
      const turnId = randomUUID();
      const turnPath = `users/${uid}/conversations/${turnId}/turns/${turnId}`;
      const headers = {
        authorization: `Bearer ${await user.getIdToken()}`,
        'content-type': 'application/json',
      };
      const listening = Promise.withResolvers<void>();
      const texted = Promise.withResolvers<number>();
      const stop = sdk.onSnapshot(sdk.doc(db, turnPath), (snapshot) => {
        listening.resolve();
        if (snapshot.get('text')) texted.resolve(performance.now());
      });
      await listening.promise;
      const submittedAt = performance.now();
      const reply = await fetch(`${stack.url}/api/chat`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ turnId, message }),
      });
      const body: unknown = await reply.json();
      const ended = chatReplySchema.safeParse(body);
      if (ended.data?.status !== 'completed')
        throw new Error(`The turn did not complete: ${JSON.stringify(body)}`);
      const firstTextMs = (await texted.promise) - submittedAt;
      stop();
      return { firstTextMs, turnPath };
    },
    readDocument: async (path) => (await sdk.getDoc(sdk.doc(db, path))).data() ?? {},
    close: async () => {
      await sdk.terminate(db);
      await deleteApp(app);
    },
  };
}
