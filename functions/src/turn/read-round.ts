import type { Logger } from 'pino';
import { toBackoffMs } from '../backoff.ts';
import {
  type Model,
  ModelError,
  type ModelEvent,
  type ModelPart,
  type ModelRequest,
} from '../model/model.ts';
import type { Clock } from './clock.ts';
import type { FunctionCall } from './tool-response.ts';

/** Tries of one round while the service is busy or away. */
const maxAttempts = 4;

export type RoundOptions = {
  model: Model;
  request: ModelRequest;
  deadlineAt: Date;
  clock: Clock;
  random: () => number;
  logger: Logger;
  /** The text of the round so far: grows, and is empty again when the round is tried anew. */
  onText: (text: string) => void;
  /** Once for each reply that the service counted, failed ones included. */
  onEnd: (end: Extract<ModelEvent, { type: 'end' }>) => void;
  /** The first part of any reply: the model has answered. */
  onPart: () => void;
};

/** A whole reply: its parts verbatim, and the calls among them. */
export type Round = { parts: ModelPart[]; text: string; calls: FunctionCall[] };

/**
 * One model round. A service that is busy or away is asked again with back-off while nothing of the round was shown; an
 * empty or malformed reply once, and what it showed is taken back.
 * @throws ModelError, or the signal's reason when aborted
 */
export async function readRound(options: RoundOptions): Promise<Round> {
  let secondChance = true;
  for (let attempt = 1; ; attempt += 1) {
    const shown = { text: '' };
    try {
      return await readReply(options, shown);
    } catch (error) {
      if (!(error instanceof ModelError) || !error.retryable) throw error;
      const badReply = error.code === 'model_empty' || error.code === 'model_malformed';
      const mayRetry = badReply ? secondChance : shown.text === '' && attempt < maxAttempts;
      if (badReply) secondChance = false;
      const waitMs = badReply ? 0 : Math.max(toBackoffMs(attempt, options.random), error.retryAfterMs ?? 0);
      const inTime = options.clock.now().getTime() + waitMs < options.deadlineAt.getTime();
      if (!mayRetry || !inTime) throw error;
      options.logger.warn({ code: error.code, attempt, waitMs, err: error }, 'model round is tried again');
      options.onText('');
      await options.clock.sleep(waitMs, options.request.signal);
    }
  }
}

async function readReply(options: RoundOptions, shown: { text: string }): Promise<Round> {
  const { request } = options;
  const parts: ModelPart[] = [];
  const calls: FunctionCall[] = [];
  const startedAt = options.clock.now().getTime();
  for await (const event of options.model.stream(request)) {
    request.signal.throwIfAborted();
    if (event.type === 'end') {
      const { finishReason, model, tokens } = event;
      const latencyMs = options.clock.now().getTime() - startedAt;
      options.logger.info({ model, finishReason, ...tokens, calls: calls.length, latencyMs }, 'model round');
      options.onEnd(event);
      continue;
    }
    const { part } = event;
    options.onPart();
    parts.push(part);
    if (part.functionCall !== undefined) calls.push(part.functionCall);
    if (part.thought === true || part.text === undefined || part.text === '') continue;
    shown.text += part.text;
    options.onText(shown.text);
  }
  request.signal.throwIfAborted();
  return { parts, text: shown.text, calls };
}
