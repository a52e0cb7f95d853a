import { type ChatReply, maxMessageLength, type Turn } from '@tallyboard/contract';
import { z } from 'zod';
import { toDay } from '../analytics/calendar.ts';
import { CodedError } from '../coded-error.ts';
import { toConversationTitle } from './conversation-title.ts';
import { retry } from './retry.ts';
import { historyBounds, runTurn } from './run-turn.ts';
import { TurnCancelled, toBody } from './turn-error.ts';
import type { TurnDeps, TurnRunner } from './turn-runner.ts';
import type { History, TurnKey } from './turn-store.ts';
import { waitAtMost } from './wait-at-most.ts';

/** How long a cancel waits to say that the turn has ended here. */
const cancelWaitMs = 2_000;

const noHistory: History = { turns: [], running: false };

type Running = { cancel: AbortController; reply: Promise<ChatReply> };

/** The one entry to the turn loop. Holds the turns that run in this process, so that they can be joined and cancelled. */
export function createTurnRunner(deps: TurnDeps): TurnRunner {
  const running = new Map<string, Running>();
  return {
    run: async ({ caller, request }) => {
      const question = parseQuestion(request.message);
      const conversationId = request.conversationId ?? request.turnId;
      const key: TurnKey = { uid: caller.uid, conversationId, turnId: request.turnId };
      const begins = conversationId === request.turnId;
      // Read while the question is accepted; thrown away when it is refused.
      const early = begins
        ? Promise.resolve(noHistory)
        : deps.store.readHistory(key, key.turnId, historyBounds);
      early.catch(() => undefined);
      const started = await deps.store.startTurn({
        ...{ key, begins, question },
        title: toConversationTitle(question),
        now: deps.clock.now(),
        timeoutMs: deps.limits.turnTimeoutMs,
      });
      if (started.kind === 'existing') {
        const { status, error } = started.turn;
        return running.get(toId(key))?.reply ?? { conversationId, turnId: key.turnId, status, error };
      }
      const { turn, record, turnsBefore } = started;
      const cancel = new AbortController();
      const readHistory = () => readWholeHistory(deps, { key, turn, early, turnsBefore });
      const reply = runTurn({
        deps,
        caller,
        key,
        turn,
        record,
        readHistory,
        today: toDay(turn.askedAt, deps.company.timeZone),
        cancelled: cancel.signal,
      });
      running.set(toId(key), { cancel, reply });
      try {
        return await reply;
      } finally {
        running.delete(toId(key));
      }
    },

    cancel: async (key) => {
      const here = running.get(toId(key));
      if (here === undefined) {
        return { turnId: key.turnId, status: await deps.store.requestCancel(key, deps.clock.now()) };
      }
      here.cancel.abort(new TurnCancelled());
      const reply = await waitAtMost(here.reply, cancelWaitMs, deps.clock);
      return { turnId: key.turnId, status: reply?.status ?? 'running' };
    },
  };
}

/** @throws CodedError message_empty, message_too_long */
function parseQuestion(message: string): string {
  const question = message.toWellFormed().trim();
  if (question === '') throw new CodedError('message_empty', 'The message is empty. Type a question.');
  if (question.length > maxMessageLength) {
    const most = maxMessageLength.toLocaleString('en');
    throw new CodedError('message_too_long', `The message is too long: ${most} characters are the most.`);
  }
  return question;
}

type EarlyHistory = { key: TurnKey; turn: Turn; early: Promise<History>; turnsBefore: number };

/**
 * A history that was read while the last turn was still being ended, or could not be read, is read again.
 * @throws CodedError unavailable where it cannot be read in a third of the turn's time: the rest is for the answer
 */
async function readWholeHistory(
  { store, clock, random, logger }: TurnDeps,
  { key, turn, early, turnsBefore }: EarlyHistory,
): Promise<History> {
  const read = await early.catch(() => undefined);
  const whole =
    read !== undefined && !read.running && read.turns.length >= Math.min(turnsBefore, historyBounds.maxTurns);
  if (whole) return read;
  const [askedMs, deadlineMs] = [turn.askedAt.getTime(), turn.deadlineAt.getTime()];
  try {
    return await retry(() => store.readHistory(key, key.turnId, historyBounds), {
      ...{ clock, random, until: new Date(askedMs + (deadlineMs - askedMs) / 3), isFinal: isBroken },
      onRetry: (err) => logger.warn({ err, turnId: key.turnId }, 'history is read again'),
    });
  } catch (cause) {
    if (isBroken(cause)) throw cause;
    throw new CodedError('unavailable', toBody('unavailable').message, { cause });
  }
}

/** What is stored is not what the contract says: that it will be the next time, too. */
function isBroken(error: unknown): boolean {
  return error instanceof z.ZodError || error instanceof SyntaxError;
}

function toId({ uid, conversationId, turnId }: TurnKey): string {
  return JSON.stringify([uid, conversationId, turnId]);
}
