import { estimateTokens } from './count-tokens.ts';
import { demandsSignatures, type Operation } from './parse-path.ts';
import type { FunctionCall, ParsedRequest } from './request-schema.ts';
import { toSignature } from './signature.ts';

type WirePart = {
  text?: string;
  thought?: boolean;
  thoughtSignature?: string;
  functionCall?: { id?: string; name: string; args: Record<string, unknown> };
};
type Candidate = {
  content?: { role?: 'model'; parts?: WirePart[] };
  finishReason?: string;
  finishMessage?: string;
  index?: number;
};
/** One `GenerateContentResponse`. */
export type Chunk = {
  candidates?: Candidate[];
  promptFeedback?: { blockReason: string };
  usageMetadata: Record<string, unknown>;
  modelVersion: string;
  createTime?: string;
  responseId: string;
};

type Identity = { operation: Operation; modelVersion: string; responseId: string; createTime: string };

/**
 * Writes the chunks of one response: numbers the calls, signs the first call of the step (or the closing text, as
 * Gemini 3 does), and counts tokens. Calls are held back until it is known whether they are the end.
 */
export function createChunkWriter(request: ParsedRequest, identity: Identity) {
  const { operation, modelVersion, responseId } = identity;
  const signs = demandsSignatures(operation.model);
  let signed = false;
  let callCount = 0;
  let written = '';
  let thoughts = '';
  let held: WirePart[][] = [];

  const envelope = (rest: Partial<Chunk>): Chunk => ({
    ...rest,
    usageMetadata: toUsage(request.promptTokens, written, thoughts),
    modelVersion,
    ...(operation.api === 'vertex' && { createTime: identity.createTime }),
    responseId,
  });
  const candidate = (rest: Candidate): Chunk =>
    envelope({ candidates: [{ ...rest, ...(operation.api === 'gemini' && { index: 0 }) }] });
  const content = (parts: WirePart[]): Candidate => ({ content: { role: 'model', parts } });

  return {
    /** The chunk of a text; `cut` where the limit of output tokens was reached. */
    text(text: string, thought: boolean): { body: Chunk; cut: boolean } {
      if (thought) thoughts += text;
      const room = request.maxOutputTokens === null ? Infinity : request.maxOutputTokens * 4 - written.length;
      const kept = thought ? text : text.slice(0, Math.max(0, room));
      if (!thought) written += kept;
      return { body: candidate(content([{ text: kept, ...(thought && { thought }) }])), cut: kept !== text };
    },
    holdCalls(calls: FunctionCall[], split: boolean): void {
      const parts = calls.map(toCallPart);
      held = split ? parts.map((part) => [part]) : [parts];
    },
    /** The held calls as chunks without a finish reason. */
    flush(): Chunk[] {
      const chunks = held.map((parts) => candidate(content(parts)));
      held = [];
      return chunks;
    },
    finish(reason: string, message?: string): Chunk {
      const end = { finishReason: reason, ...(message !== undefined && { finishMessage: message }) };
      const parts = held.flat();
      held = [];
      if (parts.length > 0) return candidate({ ...content(parts), ...end });
      if (reason === 'STOP' || reason === 'MAX_TOKENS')
        return candidate({ ...content([toClosingPart()]), ...end });
      return candidate({ content: {}, ...end });
    },
    blocked: (reason: string): Chunk => envelope({ promptFeedback: { blockReason: reason } }),
    withoutCandidates: (): Chunk => envelope({ candidates: [] }),
    emptyStop: (): Chunk => candidate({ content: { role: 'model' }, finishReason: 'STOP' }),
  };

  function toCallPart({ name, args }: FunctionCall): WirePart {
    callCount += 1;
    const functionCall = { name, args: args ?? {} };
    written += name + JSON.stringify(functionCall.args);
    const part: WirePart = {
      functionCall: { ...(signs && { id: `${responseId.slice(0, 8)}-${callCount}` }), ...functionCall },
    };
    if (!signs || signed) return part;
    signed = true;
    return { ...part, thoughtSignature: toSignature(functionCall) };
  }

  function toClosingPart(): WirePart {
    return {
      text: '',
      ...(signs && !signed && written !== '' && { thoughtSignature: toSignature(written) }),
    };
  }
}

/** All counts are estimates: a quarter of the characters. */
function toUsage(promptTokens: number, written: string, thoughts: string): Record<string, unknown> {
  const candidatesTokens = estimateTokens(written);
  const thoughtsTokens = estimateTokens(thoughts);
  return {
    promptTokenCount: promptTokens,
    ...(candidatesTokens > 0 && { candidatesTokenCount: candidatesTokens }),
    totalTokenCount: promptTokens + candidatesTokens + thoughtsTokens,
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: promptTokens }],
    ...(thoughtsTokens > 0 && { thoughtsTokenCount: thoughtsTokens }),
  };
}
