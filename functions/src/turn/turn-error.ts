import type { ErrorBody, ErrorCode } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import { ModelError } from '../model/model.ts';

/** Why a turn was aborted. Never shown: `toTurnError` says what a person reads. */
export class TurnTimeout extends Error {
  override name = 'TurnTimeout';
}
export class TurnCancelled extends Error {
  override name = 'TurnCancelled';
}

/** What a person reads when a turn ends with the code: what happened, and what to do. */
const sentences: Partial<Record<ErrorCode, string>> = {
  timeout:
    'The answer took too long and was stopped. Ask for a shorter period or fewer breakdowns, or try again.',
  interrupted: 'The answer was interrupted by a fault on our side. Please ask again.',
  too_many_rounds:
    'The question needed more steps than one answer may take. Ask for one part of it at a time.',
  model_rate_limited: 'The language model is busy right now. Please try again in a moment.',
  model_unavailable: 'The language model did not answer. Please try again in a moment.',
  model_rejected: 'The language model refused the request. If it happens again, start a new conversation.',
  model_blocked: 'The language model declined to answer this. Please put the question in another way.',
  model_empty: 'The language model gave no answer. Please ask again, or put the question in another way.',
  model_malformed: 'The language model’s answer could not be read. Please ask again.',
  model_truncated:
    'The answer was longer than the language model may write, and is cut. Ask for a part of it.',
  unavailable: 'The data could not be stored just now. Please try again in a moment.',
};
const internalSentence = 'Something went wrong on our side. Please ask again.';

/** The error of a failed turn. A failure that nobody expected is `internal`; its message stays in the log. */
export function toTurnError(error: unknown): ErrorBody {
  if (error instanceof TurnTimeout) return toBody('timeout');
  if (error instanceof ModelError) {
    const body = toBody(error.code);
    return error.retryAfterMs === undefined ? body : { ...body, retryAfterMs: error.retryAfterMs };
  }
  if (error instanceof CodedError) return error.toBody();
  return toBody('internal');
}

/** The body that a code alone has. */
export function toBody(code: ErrorCode): ErrorBody {
  return { code, message: sentences[code] ?? internalSentence };
}

/** True where nobody's next question fares better until an operator has seen to it: a fault of ours, or a model that takes our key no more. */
export function isForOperator(error: unknown): boolean {
  if (error instanceof ModelError) return error.code === 'model_unavailable' && !error.retryable;
  return toTurnError(error).code === 'internal';
}
