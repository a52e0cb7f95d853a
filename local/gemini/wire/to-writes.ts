import type { Brain, BrainEvent, Fault } from '../brain.ts';
import { type Chunk, createChunkWriter } from './chunk-writer.ts';
import { GoogleError, type GoogleErrorBody, toErrorBody } from './google-error.ts';
import type { Operation } from './parse-path.ts';
import type { ParsedRequest } from './request-schema.ts';

/** What the connection is told to do, in order. */
export type Write =
  | { type: 'chunk'; body: Chunk | GoogleErrorBody }
  | { type: 'garbage' }
  | { type: 'wait'; ms: number }
  | { type: 'stall'; ms: number | null }
  | { type: 'drop' }
  | { type: 'one_byte_chunks' };

type Options = { operation: Operation; responseId: string; createTime: string; signal: AbortSignal };

/**
 * Turns what a brain yields into chunks of Google's wire format. The last chunk carries the finish reason; a reply
 * longer than `maxOutputTokens` is cut and ends with MAX_TOKENS.
 * @throws GoogleError for an HTTP fault, before the first write.
 */
export async function* toWrites(
  brain: Brain,
  request: ParsedRequest,
  options: Options,
): AsyncGenerator<Write> {
  const writer = createChunkWriter(request, { ...options, modelVersion: brain.name });
  const flush = (): Write[] => writer.flush().map((body) => ({ type: 'chunk', body }));
  for await (const event of brain.answer(request, options.signal)) {
    if (event.type === 'calls') {
      yield* flush();
      writer.holdCalls(event.calls, event.split ?? false);
      if (event.split) yield* flush();
      continue;
    }
    if (event.type !== 'finish') yield* flush();
    const { writes, ended } = onEvent(event, writer);
    yield* writes;
    if (ended) return;
  }
  yield { type: 'chunk', body: writer.finish('STOP') };
}

type Step = { writes: Write[]; ended: boolean };

function onEvent(
  event: Exclude<BrainEvent, { type: 'calls' }>,
  writer: ReturnType<typeof createChunkWriter>,
): Step {
  if (event.type === 'wait') return { writes: [event], ended: false };
  if (event.type === 'fault') return onFault(event.fault, writer);
  if (event.type === 'finish')
    return { writes: [{ type: 'chunk', body: writer.finish(event.reason, event.message) }], ended: true };
  const { body, cut } = writer.text(event.text, event.thought ?? false);
  const writes: Write[] = [{ type: 'chunk', body }];
  if (cut) writes.push({ type: 'chunk', body: writer.finish('MAX_TOKENS') });
  return { writes, ended: cut };
}

function onFault(fault: Fault, writer: ReturnType<typeof createChunkWriter>): Step {
  const chunk = (body: Chunk | GoogleErrorBody): Step => ({ writes: [{ type: 'chunk', body }], ended: true });
  switch (fault.kind) {
    case 'http':
      throw toHttpError(fault);
    case 'prompt_blocked':
      return chunk(writer.blocked(fault.reason));
    case 'empty_candidates':
      return chunk(writer.withoutCandidates());
    case 'empty_stop':
      return chunk(writer.emptyStop());
    case 'stream_error':
      return chunk(toErrorBody(new GoogleError(fault.status, fault.message)));
    case 'malformed_chunk':
      return { writes: [{ type: 'garbage' }], ended: true };
    case 'no_finish':
      return { writes: [], ended: true };
    case 'drop':
      return { writes: [{ type: 'drop' }], ended: true };
    case 'stall':
      return { writes: [{ type: 'stall', ms: fault.ms ?? null }], ended: fault.ms === undefined };
    case 'one_byte_chunks':
      return { writes: [{ type: 'one_byte_chunks' }], ended: false };
  }
}

function toHttpError(fault: Extract<Fault, { kind: 'http' }>): GoogleError {
  if (fault.retryAfterSeconds === undefined) return new GoogleError(fault.status, fault.message);
  return new GoogleError(fault.status, fault.message, [
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${fault.retryAfterSeconds}s` },
  ]);
}
