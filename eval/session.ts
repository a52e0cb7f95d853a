import { randomUUID } from 'node:crypto';
import {
  chatReplySchema,
  clientConfigSchema,
  type Result,
  type Rows,
  resultPartSchema,
  resultSchema,
  rowsSchema,
  type Turn,
  turnSchema,
} from '@tallyboard/contract';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithCustomToken } from 'firebase/auth';
import { initializeApp as initializeAdmin } from 'firebase-admin/app';
import { getAuth as getAdminAuth } from 'firebase-admin/auth';
import { sdk } from '../local/firestore/testing/web-client.ts';
import type { LocalStack } from '../local/main.ts';

export type ReadResult = Pick<Result, 'resultId' | 'tool' | 'columns' | 'rowCount' | 'scope'> & {
  rows: Rows;
};

/** What a person has after asking: the turn and the rows behind it. */
export type Answer = { conversationId: string; turn: Turn; results: ReadResult[]; elapsedMs: number };

/** A signed-in analyst who sees all warehouses, without a browser. */
export type Session = {
  ask: (message: string, conversationId: string | null) => Promise<Answer>;
  close: () => Promise<void>;
};

export async function openSession(stack: LocalStack): Promise<Session> {
  const config = clientConfigSchema.parse(await (await fetch(`${stack.url}/api/config`)).json());
  process.env.FIREBASE_AUTH_EMULATOR_HOST = new URL(stack.origins.identity).host;
  const uid = 'eval';
  const admin = initializeAdmin({ projectId: config.firebase.projectId }, uid);
  const token = await getAdminAuth(admin).createCustomToken(uid, { roles: ['analyst'], warehouses: 'all' });
  const app = initializeApp(config.firebase, uid);
  const auth = getAuth(app);
  connectAuthEmulator(auth, stack.origins.identity, { disableWarnings: true });
  const { user } = await signInWithCustomToken(auth, token);
  const db = sdk.initializeFirestore(app, {});
  const { hostname, port } = new URL(stack.origins.firestore);
  sdk.connectFirestoreEmulator(db, hostname, Number(port));
  const read = async (path: string) => toDates((await sdk.getDocFromServer(sdk.doc(db, path))).data());

  const readResult = async (path: string): Promise<ReadResult> => {
    const { resultId, tool, columns, rowCount, scope, rowsJson, partCount } = resultSchema.parse(
      await read(path),
    );
    const rows = rowsSchema.parse(JSON.parse(rowsJson));
    for (let part = 1; part < partCount; part += 1) {
      const more = resultPartSchema.parse(await read(`${path}/parts/${part}`));
      rows.push(...rowsSchema.parse(JSON.parse(more.rowsJson)));
    }
    return { resultId, tool, columns, rowCount, scope, rows };
  };

  return {
    ask: async (message, known) => {
      const turnId = randomUUID();
      const conversationId = known ?? turnId;
      const askedAt = performance.now();
      const reply = await fetch(`${stack.url}/api/chat`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await user.getIdToken()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ turnId, message, ...(known !== null && { conversationId }) }),
      });
      const elapsedMs = performance.now() - askedAt;
      chatReplySchema.parse(await reply.json());
      const path = `users/${uid}/conversations/${conversationId}/turns/${turnId}`;
      const turn = turnSchema.parse(await read(path));
      const resultIds = new Set(turn.steps.flatMap((step) => step.resultId ?? []));
      const results = await Promise.all([...resultIds].map((id) => readResult(`${path}/results/${id}`)));
      return { conversationId, turn, results, elapsedMs };
    },
    close: async () => {
      await sdk.terminate(db);
      await deleteApp(app);
    },
  };
}

/** Timestamps of the client become dates, at every depth. */
function toDates(value: unknown): unknown {
  if (value instanceof sdk.Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(toDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toDates(inner)]));
}
