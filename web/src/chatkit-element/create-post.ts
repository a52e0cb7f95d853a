import type { ChatKitOptions } from '@openai/chatkit';

/** One request of the protocol. The reply is a stream of events, or JSON. */
export type Post = (type: string, params: unknown, signal?: AbortSignal) => Promise<Response>;

/** Posts to what the options name. @param onRequest is told of each request, for the log */
export function createPost(getOptions: () => ChatKitOptions | null, onRequest: (type: string) => void): Post {
  return async (type, params, signal) => {
    const { api, locale } = getOptions() ?? {};
    if (!api || !('url' in api)) throw new Error('The chat has no api.url: set its options first.');
    onRequest(type);
    const send = api.fetch ?? fetch;
    return send(api.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        'accept-language': locale ?? navigator.language,
      },
      body: JSON.stringify({ type, params, metadata: {} }),
      ...(signal && { signal }),
    });
  };
}

/** The sentence of a refusal. */
export async function toMessage(reply: Response): Promise<string> {
  const body: unknown = await reply.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string')
    return body.message;
  return `The chat's server answered with an error (${reply.status}).`;
}
