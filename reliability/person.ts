import { type ChatReply, chatReplySchema, type ErrorBody, errorBodySchema } from '@tallyboard/contract';
import { z } from 'zod';
import { signInToSso } from '../local/identity/sso/test-sign-in.ts';
import type { RunningSystem } from './running-system.ts';

export const accounts = { manager: 'inv-1001', analyst: 'inv-1002' } as const;

/** What a request came to: the reply of a turn that was accepted, or why it was refused. */
export type Asked =
  | { accepted: true; reply: ChatReply }
  | { accepted: false; status: number; retryAfter: string | null; error: ErrorBody };

/** A signed-in person, as their browser speaks to one function. */
export type Person = {
  uid: string;
  token: string;
  at: (origin: string) => {
    ask: (request: { turnId: string; message: string; conversationId?: string }) => Promise<Asked>;
    post: (path: string, body: unknown) => Promise<Response>;
    get: (path: string) => Promise<Response>;
  };
};

const sessionSchema = z.object({ uid: z.string(), firebaseToken: z.string() });
const tokenSchema = z.object({ idToken: z.string() });

/** Signs in through the SSO and Firebase Auth, as the page does. */
export async function signIn(
  system: RunningSystem,
  functionOrigin: string,
  person: keyof typeof accounts,
): Promise<Person> {
  const { identity } = system.origins;
  const nonce = crypto.randomUUID();
  const { tokens } = await signInToSso({
    issuer: `${identity}/sso`,
    pageOrigin: system.pageOrigin,
    account: accounts[person],
    nonce,
  });
  const session = await fetch(`${functionOrigin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ idToken: tokens.id_token, nonce }),
  });
  const { uid, firebaseToken } = sessionSchema.parse(await session.json());
  const signedIn = await fetch(
    `${identity}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`,
    { method: 'POST', body: JSON.stringify({ token: firebaseToken, returnSecureToken: true }) },
  );
  const { idToken: token } = tokenSchema.parse(await signedIn.json());
  return { uid, token, at: (origin) => toClient(origin, token) };
}

function toClient(origin: string, token: string) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const post = (path: string, body: unknown) =>
    fetch(origin + path, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    post,
    get: (path: string) => fetch(origin + path, { headers }),
    ask: async (request: object): Promise<Asked> => {
      const response = await post('/api/chat', request);
      const body: unknown = await response.json();
      if (response.ok) return { accepted: true, reply: chatReplySchema.parse(body) };
      const error = errorBodySchema.parse(body);
      return {
        accepted: false,
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        error,
      };
    },
  };
}
