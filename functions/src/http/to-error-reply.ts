import type { ErrorBody } from '@tallyboard/contract';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { CodedError } from '../coded-error.ts';
import type { BodyType } from './route-definitions.ts';

/** The one place where an error becomes a reply: a code, a sentence and a status, and nothing else of it. */
export function toErrorReply(error: unknown, bodyType?: BodyType): Response {
  const coded = toCodedError(error, bodyType);
  const body: ErrorBody = coded.toBody();
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (coded.retryAfterMs !== undefined) {
    headers['Retry-After'] = String(Math.max(1, Math.ceil(coded.retryAfterMs / 1_000)));
  }
  if (coded.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return Response.json(body, { status: coded.status, headers });
}

/**
 * What a thrown value means to the caller. What is not ours to explain is `internal`, with the error as its cause.
 * @param bodyType what the body has to be sent as
 */
export function toCodedError(error: unknown, bodyType: BodyType = 'application/json'): CodedError {
  if (error instanceof CodedError) return error;
  const wanted = `The body must be sent as ${bodyType}.`;
  if (error instanceof HTTPException && error.status === 400) {
    return bodyType === 'application/json'
      ? new CodedError('malformed_json', 'The body is not valid JSON.', { cause: error })
      : new CodedError('invalid_request', wanted, { cause: error });
  }
  if (error instanceof HTTPException && error.status === 415) {
    return new CodedError('unsupported_media_type', wanted, { cause: error });
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
