import type { ErrorBody } from '@tallyboard/contract';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { CodedError } from '../coded-error.ts';

/** The one place where an error becomes a reply: a code, a sentence and a status, and nothing else of it. */
export function toErrorReply(error: unknown): Response {
  const coded = toCodedError(error);
  const body: ErrorBody = coded.toBody();
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (coded.retryAfterMs !== undefined) {
    headers['Retry-After'] = String(Math.max(1, Math.ceil(coded.retryAfterMs / 1_000)));
  }
  if (coded.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return Response.json(body, { status: coded.status, headers });
}

/** What a thrown value means to the caller. What is not ours to explain is `internal`, with the error as its cause. */
export function toCodedError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new CodedError('malformed_json', 'The body is not valid JSON.', { cause: error });
  }
  if (error instanceof HTTPException && error.status === 415) {
    return new CodedError('unsupported_media_type', 'The body must be sent as application/json.', {
      cause: error,
    });
  }
  return new CodedError('internal', 'Something went wrong on our side. Try again in a minute.', {
    cause: error,
  });
}

/** A part of the request that is not as its schema has it: says which field, and what would be right. */
export function toInvalidRequest(error: z.core.$ZodError, target: string): CodedError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || (target === 'json' ? 'the body' : target);
  if (field === 'message' && issue?.code === 'too_big') {
    const most = Number(issue.maximum).toLocaleString('en');
    return new CodedError('message_too_long', `The message is too long: ${most} characters are the most.`);
  }
  return new CodedError('invalid_request', `${field}: ${issue?.message ?? 'is wrong'}`);
}
