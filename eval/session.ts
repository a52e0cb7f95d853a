import { randomUUID } from 'node:crypto';
import {
  type Claims,
  chatReplySchema,
  clientConfigSchema,
  resultSchema,
  rowsSchema,
  stepSchema,
  turnSchema,
} from '@tallyboard/contract';
import { initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { z } from 'zod';
import type { LocalStack } from '../local/main.ts';

const readResultSchema = resultSchema
  .pick({ resultId: true, tool: true, columns: true, rowCount: true, scope: true })
  .extend({ rows: rowsSchema });
export type ReadResult = z.infer<typeof readResultSchema>;

const answerSchema = turnSchema
  .pick({
    turnId: true,
    status: true,
    text: true,
    visualizations: true,
    figures: true,
    scopes: true,
    usage: true,
  })
  .extend({ steps: z.array(stepSchema.pick({ tool: true })), results: z.array(readResultSchema) });
/** What the export of a conversation has of a turn and of the rows behind it. */
export type Answer = z.infer<typeof answerSchema> & { conversationId: string; elapsedMs: number };

const exportSchema = z.object({ turns: z.array(answerSchema) });
const signedInSchema = z.object({ idToken: z.string() });

/** A signed-in analyst who sees all warehouses, without a browser. */
export type Session = { ask: (message: string, conversationId: string | null) => Promise<Answer> };

/** Signs in as the page does after the SSO: a custom token for an ID token. */
export async function openSession(stack: LocalStack): Promise<Session> {
  const config = clientConfigSchema.parse(await (await fetch(`${stack.url}/api/config`)).json());
  process.env.FIREBASE_AUTH_EMULATOR_HOST = new URL(stack.origins.identity).host;
  const admin = initializeApp({ projectId: config.firebase.projectId }, 'eval');
  const issuedAt = Date.now();
  const claims: Claims = { roles: ['analyst'], warehouses: 'all', issuedAt, until: issuedAt + 3_600_000 };
  const token = await getAuth(admin).createCustomToken('eval', claims);
  const signIn = `${stack.origins.identity}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`;
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(signIn, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token, returnSecureToken: true }),
  });
  const { idToken } = signedInSchema.parse(await signedIn.json());
  const headers = { ...json, authorization: `Bearer ${idToken}` };

  return {
    ask: async (message, known) => {
      const turnId = randomUUID();
      const conversationId = known ?? turnId;
      const askedAt = performance.now();
      const reply = await fetch(`${stack.url}/api/chat`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ turnId, message, ...(known !== null && { conversationId }) }),
      });
      const body: unknown = await reply.json();
      if (!chatReplySchema.safeParse(body).success)
        throw new Error(`"${message}" was refused with ${reply.status}: ${JSON.stringify(body)}`);
      const elapsedMs = performance.now() - askedAt;
      const exported = await fetch(`${stack.url}/api/export/${conversationId}?format=json`, { headers });
      const { turns } = exportSchema.parse(await exported.json());
      const turn = turns.find((one) => one.turnId === turnId);
      if (!turn) throw new Error(`The export has no turn for "${message}".`);
      return { ...turn, conversationId, elapsedMs };
    },
  };
}
