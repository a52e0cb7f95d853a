import type { FunctionCall, ParsedRequest } from './wire/request-schema.ts';

/** Ways in which Google's service fails that a test can ask for. Each happens at the point of the stream where it stands. */
export type Fault =
  /** An HTTP error instead of a stream. Only as the first event. */
  | { kind: 'http'; status: number; message?: string; retryAfterSeconds?: number }
  /** `promptFeedback.blockReason` and no candidate. */
  | { kind: 'prompt_blocked'; reason: string }
  /** The socket is cut. */
  | { kind: 'drop' }
  /** An event whose data is not JSON; the stream then ends. */
  | { kind: 'malformed_chunk' }
  /** From here on every byte is written by itself. */
  | { kind: 'one_byte_chunks' }
  /** The stream ends without a finish reason. */
  | { kind: 'no_finish' }
  /** A chunk with usage and no candidates; the stream then ends. */
  | { kind: 'empty_candidates' }
  /** A candidate without parts and with finish reason STOP. */
  | { kind: 'empty_stop' }
  /** An error object as an event of a stream that began with status 200. */
  | { kind: 'stream_error'; status: number; message?: string }
  /** Nothing more comes, and the connection stays open until the client leaves (or for `ms`). */
  | { kind: 'stall'; ms?: number };

/** What a brain yields, in order. Without a `finish` the stream ends with STOP. */
export type BrainEvent =
  /** One chunk of text; `thought` marks a thought summary. */
  | { type: 'text'; text: string; thought?: boolean }
  /** Calls of one round: one content, in one chunk, or in a chunk each when `split`. */
  | { type: 'calls'; calls: FunctionCall[]; split?: boolean }
  | { type: 'wait'; ms: number }
  | { type: 'finish'; reason: string; message?: string }
  | { type: 'fault'; fault: Fault };

/** What answers behind the wire. `name` is sent as `modelVersion`, whatever model was asked for. */
export type Brain = {
  name: string;
  answer(request: ParsedRequest, signal: AbortSignal): AsyncIterable<BrainEvent>;
};
