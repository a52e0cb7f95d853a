import { z } from 'zod';
import { ModelError } from './model.ts';

/** The SDK's `ApiError`, known by its shape so that the SDK need not be loaded here. */
const apiErrorSchema = z.object({ status: z.number().int(), message: z.string() });

/**
 * The body of a Google API error; `RetryInfo` says how long to wait: "7s" or "0.5s", `ErrorInfo` names a reason. Of a body that is not
 * sent as JSON the SDK makes one whose message is that body.
 */
const errorBodySchema = z.object({
  error: z.object({
    message: z.string().optional(),
    details: z
      .array(z.looseObject({ retryDelay: z.string().optional(), reason: z.string().optional() }))
      .optional(),
  }),
});

/** What a request that threw means. A socket that was cut and a chunk that is no JSON are `model_unavailable`. */
export function toModelError(cause: unknown): ModelError {
  const parsed = apiErrorSchema.safeParse(cause);
  if (!parsed.success) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new ModelError('model_unavailable', `the stream broke: ${reason}`, true, { cause });
  }
  const { status, message } = parsed.data;
  const said = `Gemini answered ${status}: ${message}`;
  if (status === 429) {
    return new ModelError('model_rate_limited', said, true, { cause, retryAfterMs: toRetryAfterMs(message) });
  }
  const passing = status === 408 || status === 499 || status >= 500;
  if (passing) return new ModelError('model_unavailable', said, true, { cause });
  // The key, its rights or the model's name: no question is answered until an operator has seen to it.
  const forOperator = [401, 403, 404].includes(status) || isAboutKey(message);
  return new ModelError(forOperator ? 'model_unavailable' : 'model_rejected', said, false, { cause });
}

function toRetryAfterMs(message: string): number | undefined {
  const delays = readDetails(message).map(
    (detail) => /^(\d+(?:\.\d+)?)s$/.exec(detail.retryDelay ?? '')?.[1],
  );
  const seconds = delays.find((delay) => delay !== undefined);
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

/** A wrong or expired key is 400: https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto */
function isAboutKey(message: string): boolean {
  return readDetails(message).some(({ reason }) => reason?.startsWith('API_KEY_'));
}

type Details = NonNullable<z.infer<typeof errorBodySchema>['error']['details']>;

function readDetails(message: string): Details {
  try {
    const { error } = errorBodySchema.parse(JSON.parse(message));
    return error.details ?? (error.message === undefined ? [] : readDetails(error.message));
  } catch {
    return [];
  }
}
