import { chatReplySchema, overviewSchema, rerunReplySchema } from '@tallyboard/contract';
import type { z } from 'zod';
import { SignedOutError } from '../listener/identity.ts';
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';
import { parseErrorBody } from './parse-error-body.ts';

export type ApiOptions = {
  fetch: typeof fetch;
  /** The Firebase ID token; `fresh` asks for a new one. */
  idToken: (fresh: boolean) => Promise<string>;
  /** Called when the sign-in no longer holds. */
  onSignedOut: () => void;
};

/** A request whose token has run out is sent once more with a new one. */
export function createApi(options: ApiOptions): Api {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const reply = await attempt(path, init, false);
    if (reply.ok) return reply;
    const error = await parseErrorBody(reply);
    const renewable = error.code === 'token_expired' || error.code === 'unauthenticated';
    if (!renewable) throw new ApiError(error);
    const second = await attempt(path, init, true);
    if (second.ok) return second;
    const refusal = await parseErrorBody(second);
    if (second.status === 401) options.onSignedOut();
    throw new ApiError(refusal);
  };

  const attempt = async (path: string, init: RequestInit, fresh: boolean): Promise<Response> => {
    let token: string;
    try {
      token = await options.idToken(fresh);
    } catch (error) {
      if (error instanceof SignedOutError) options.onSignedOut();
      throw toUnreachable(error);
    }
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    return options.fetch(path, { ...init, headers }).catch((error: unknown) => {
      throw toUnreachable(error);
    });
  };

  const sendJson = (path: string, method: string, body?: unknown) =>
    send(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) });

  return {
    chat: async (request) => readReply(chatReplySchema, await sendJson('/api/chat', 'POST', request)),
    cancel: async (conversationId, turnId) => {
      await sendJson(`/api/conversations/${conversationId}/turns/${turnId}/cancel`, 'POST');
    },
    saveFeedback: async (conversationId, turnId, feedback) => {
      await sendJson(`/api/conversations/${conversationId}/turns/${turnId}/feedback`, 'POST', feedback);
    },
    readOverview: async () => readReply(overviewSchema, await send('/api/overview')),
    rerun: async ({ conversationId, turnId, resultId }, asOf) => {
      const path = `/api/conversations/${conversationId}/turns/${turnId}/results/${resultId}/rerun`;
      return readReply(rerunReplySchema, await sendJson(path, 'POST', { asOf }));
    },
    patchConversation: async (conversationId, patch) => {
      await sendJson(`/api/conversations/${conversationId}`, 'PATCH', patch);
    },
    exportConversation: async (conversationId, format) => {
      const reply = await send(`/api/export/${conversationId}?format=${format}`);
      return { blob: await reply.blob(), fileName: toFileName(reply, `${conversationId}.${format}`) };
    },
  };
}

/** A page that is older than the server may not understand it. */
async function readReply<T extends z.ZodType>(schema: T, reply: Response): Promise<z.output<T>> {
  const body: unknown = await reply.json().catch((error: unknown) => {
    throw toUnreachable(error);
  });
  const { data, error: cause } = schema.safeParse(body);
  if (!cause) return data;
  const message = 'The server’s reply is not what this page understands. Reload the page.';
  throw new ApiError({ code: 'internal', message }, { cause });
}

function toUnreachable(cause: unknown): ApiError {
  if (cause instanceof SignedOutError)
    return new ApiError({ code: 'token_expired', message: cause.message }, { cause });
  const message = 'The server cannot be reached. Check your connection and try again.';
  return new ApiError({ code: 'unavailable', message }, { cause });
}

function toFileName(reply: Response, fallback: string): string {
  const named = /filename="([^"\\/]+)"/.exec(reply.headers.get('content-disposition') ?? '');
  return named?.[1] ?? fallback;
}
