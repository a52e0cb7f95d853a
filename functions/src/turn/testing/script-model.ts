import { type Model, ModelError, type ModelPart, type ModelRequest } from '../../model/model.ts';

/** One reply of the scripted model: parts, a failure after them, a wait, or all of it by hand. */
export type ScriptedReply = {
  parts?: ModelPart[];
  /** Between two parts. */
  pauseMs?: number;
  error?: Error;
  /** Never ends and ignores the abort signal. */
  hangs?: boolean;
};

export const say = (text: string): ScriptedReply => ({ parts: [{ text }] });
export const call = (name: string, args: Record<string, unknown> = {}): ModelPart => ({
  functionCall: { id: `call-${name}`, name, args },
  thoughtSignature: 'c2lnbmF0dXJl',
});
export const fail = (code: ModelError['code'], retryable: boolean): ScriptedReply => ({
  error: new ModelError(code, 'scripted', retryable),
});

/** Gives one reply after the other; the last one again when they run out. Keeps the requests it got. */
export function createScriptModel(...replies: ScriptedReply[]): Model & { requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    name: 'script',
    requests,
    stream: async function* (request) {
      requests.push({ ...request, contents: structuredClone(request.contents) });
      const reply = replies[Math.min(requests.length, replies.length) - 1] ?? {};
      for (const part of reply.parts ?? []) {
        if (reply.pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reply.pauseMs));
        request.signal.throwIfAborted();
        yield { type: 'part', part };
      }
      if (reply.hangs) await new Promise(() => undefined);
      if (reply.error !== undefined) throw reply.error;
      const tokens = { input: 10, output: 5, thought: 2, cached: 1 };
      yield { type: 'end', finishReason: 'STOP', model: 'script-001', tokens };
    },
  };
}
