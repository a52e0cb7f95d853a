import { type ErrorBody, errorBodySchema } from '@tallyboard/contract';

/** The error that a reply carries; one that is not ours (a proxy's page) becomes `unavailable` or `internal`. */
export async function parseErrorBody(reply: Response): Promise<ErrorBody> {
  const body: unknown = await reply.json().catch(() => null);
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success) return parsed.data;
  if (reply.status >= 502)
    return { code: 'unavailable', message: 'The server is not available. Try again in a moment.' };
  return { code: 'internal', message: `The server answered with an error (${reply.status}). Try again.` };
}
