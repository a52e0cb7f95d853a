import { ModelError } from './model.ts';

/** What a round came to when its stream ended without an error. */
export type Finish = {
  finishReason: string | null;
  /** Why the prompt was refused, where it was. */
  blocked: string | undefined;
  /** Chunks that had a candidate. */
  candidates: number;
  calls: number;
  /** Characters of answer text, thoughts and white space not counted. */
  textLength: number;
};

const blockedReasons = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);
const malformedReasons = new Set([
  'MALFORMED_FUNCTION_CALL',
  'MALFORMED_RESPONSE',
  'UNEXPECTED_TOOL_CALL',
  'TOO_MANY_TOOL_CALLS',
]);
/** CONTINUATION: there would have been more, in a second request that we do not send. */
const truncatedReasons = new Set(['MAX_TOKENS', 'CONTINUATION']);

/** The failure that a finished stream means, or undefined when it is a whole reply. */
export function toFinishError(finish: Finish): ModelError | undefined {
  const { finishReason } = finish;
  if (finish.blocked !== undefined) {
    return new ModelError('model_blocked', `the prompt was blocked: ${finish.blocked}`, false);
  }
  if (finishReason === null) {
    return finish.candidates === 0
      ? new ModelError('model_empty', 'the stream had no candidate', true)
      : new ModelError('model_unavailable', 'the stream ended without a finish reason', true);
  }
  const said = `the reply finished with ${finishReason}`;
  if (blockedReasons.has(finishReason)) return new ModelError('model_blocked', said, false);
  if (truncatedReasons.has(finishReason)) return new ModelError('model_truncated', said, false);
  if (malformedReasons.has(finishReason)) return new ModelError('model_malformed', said, true);
  if (finishReason !== 'STOP') return new ModelError('model_unavailable', said, true);
  if (finish.calls === 0 && finish.textLength === 0) {
    return new ModelError('model_empty', 'the reply had neither text nor a call', true);
  }
  return undefined;
}
