import { z } from 'zod';

/**
 * Every code that a request, a turn or a tool can end with, with the HTTP status that carries it when it ends a
 * request. Branch on codes, never on message text.
 */
export const errorStatus = {
  // the request
  invalid_request: 400,
  malformed_json: 400,
  message_empty: 400,
  message_too_long: 400,
  unauthenticated: 401,
  token_expired: 401,
  forbidden: 403,
  no_role: 403,
  not_found: 404,
  conversation_not_found: 404,
  turn_not_found: 404,
  method_not_allowed: 405,
  conversation_busy: 409,
  turn_conflict: 409,
  too_old: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  limit_reached: 429,
  internal: 500,
  unavailable: 503,
  // the turn
  timeout: 504,
  interrupted: 500,
  too_many_rounds: 500,
  model_rate_limited: 503,
  model_unavailable: 503,
  model_rejected: 502,
  model_blocked: 422,
  model_empty: 502,
  model_malformed: 502,
  model_truncated: 502,
  // a tool: the model reads these and may act on them
  invalid_argument: 422,
  unknown_tool: 422,
  unknown_name: 422,
  unknown_result: 422,
  no_match: 422,
  not_permitted: 403,
  too_expensive: 422,
  warehouse_failed: 502,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodeSchema = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]);

/** The body of every HTTP reply that is not 2xx, and the `error` of a failed turn. */
export const errorBodySchema = z.object({
  code: errorCodeSchema,
  /** A sentence for the person: what was wrong and what would be right. Never a stack trace. */
  message: z.string(),
  /** Milliseconds until the same request can succeed, where that is known. */
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
