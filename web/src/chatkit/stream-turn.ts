import type { Conversation, Turn } from '@tallyboard/contract';
import { ApiError } from '../api/api-error.ts';
import type { Records } from '../listener/records.ts';
import type { Asked } from './ask-surely.ts';
import type { StreamWriter } from './event-stream.ts';
import { followTurn } from './follow-turn.ts';
import { toItemId } from './item-id.ts';
import type { ThreadEvent } from './protocol/events.ts';
import type { ThreadItem } from './protocol/items.ts';
import { toErrorText } from './to-error-text.ts';
import { toItemEvents } from './to-item-events.ts';
import { toThread } from './to-thread.ts';
import { toTroubleText } from './to-trouble-text.ts';
import { toTurnItems } from './to-turn-items.ts';
import { watchOverdue } from './watch-overdue.ts';

export type TurnStreamOptions = {
  records: Records;
  conversationId: string;
  turnId: string;
  /** True where this question begins the conversation. */
  begins: boolean;
  /** The request that asked; absent where the turn is joined. Its reply says only that the turn has ended. */
  asked?: Asked;
  /** Has the server end the turn where its function has died; does no harm to one that is in time. */
  endOverdue: () => Promise<unknown>;
  locale: string;
  now: () => Date;
  /** How long the listener may lag behind the reply of the request. */
  graceMs: number;
  /** Aborting ends the stream, not the turn. */
  signal: AbortSignal;
};

/** Writes a turn as ChatKit's events while its document grows. @returns true when the turn was seen to end, null when it was given up */
export async function streamTurn(writer: StreamWriter, options: TurnStreamOptions): Promise<boolean | null> {
  const { records, conversationId, turnId, locale } = options;
  const conversation = records.conversation(conversationId);
  const unsubscribe = conversation.subscribe(() => {});
  const known = (): Conversation | null => {
    const loaded = conversation.get();
    return loaded.state === 'ready' ? loaded.value : null;
  };
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  let shown: ThreadItem[] | null = null;
  let failure: ThreadEvent | null = null;
  let givenUp = false;
  let { begins } = options;

  /** Said once: the page's address then names the conversation. */
  const toBegun = (turn: Pick<Turn, 'conversationId' | 'askedAt'>): ThreadEvent[] => {
    const created = { type: 'thread.created' as const, thread: toThread(known(), turn, []) };
    const events = begins ? [created] : [];
    begins = false;
    return events;
  };
  const tell = (text: string) => writer.send([{ type: 'progress_update', text }]);
  const overdue = watchOverdue(
    options.endOverdue,
    () => tell(toTroubleText('silent')),
    (failed) => {
      onTurn(failed);
      givenUp = true;
      stop.abort();
    },
  );
  const onTrouble = () => {
    const trouble = options.asked?.trouble.get();
    if (trouble) tell(toTroubleText(trouble, shown !== null));
  };
  const unsubscribeTrouble = options.asked?.trouble.subscribe(onTrouble);

  const onTurn = (turn: Turn) => {
    overdue.see(turn);
    const next = toTurnItems(turn, locale);
    const events = toBegun(turn);
    const changes = toItemEvents(shown ?? [], next, turn.status !== 'running');
    if (!shown) changes.splice(1, 0, { type: 'stream_options', stream_options: { allow_cancel: true } });
    if (!shown) events.push(...toRemovedSuggestions());
    writer.send([...events, ...changes]);
    shown = next;
  };

  const toRemovedSuggestions = (): ThreadEvent[] => {
    const loaded = records.turns(conversationId).get();
    const others = loaded.state === 'ready' ? loaded.value.filter((turn) => turn.turnId !== turnId) : [];
    const last = others.at(-1);
    return last ? [{ type: 'thread.item.removed', item_id: toItemId('next', last.turnId) }] : [];
  };

  const outrun = async () => {
    let refusal: unknown = null;
    try {
      const reply = await options.asked?.reply;
      // Another instance runs it, or none does any more: nothing is known of its end.
      if (reply?.status === 'running') return tell(toTroubleText('unreachable'));
    } catch (error) {
      refusal = error;
    }
    // A lost connection does not mean that the question was lost; a refusal does.
    const refused = refusal instanceof ApiError && refusal.body.code !== 'unavailable';
    if (refusal && shown) tell(toTroubleText('unreachable'));
    if (!refused || shown) await pause(options.graceMs, signal);
    if (signal.aborted || (shown && refusal)) return;
    if (refusal) {
      failure = toFailure(refusal, options.now(), locale);
      return stop.abort();
    }
    // It has ended, and the listener has not heard of it: whoever reloads the page finds it there.
    writer.send(toBegun({ conversationId, askedAt: options.now() }));
    tell(toTroubleText('unreachable'));
  };

  try {
    if (options.asked) {
      onTrouble();
      void outrun();
    }
    const ended = await followTurn(records.turns(conversationId), turnId, onTurn, signal);
    stop.abort();
    if (failure) writer.send([failure]);
    if (ended) writer.send([{ type: 'thread.updated', thread: toThread(known(), ended, []) }]);
    return givenUp ? null : ended !== null;
  } catch (error) {
    stop.abort();
    writer.send([toFailure(error, options.now(), locale)]);
    return false;
  } finally {
    overdue.stop();
    unsubscribeTrouble?.();
    unsubscribe();
    writer.close();
  }
}

function toFailure(error: unknown, now: Date, locale: string): ThreadEvent {
  if (error instanceof ApiError) {
    const retryable = error.body.code === 'unavailable' || error.body.code === 'internal';
    return {
      type: 'error',
      code: 'custom',
      message: toErrorText(error.body, now, locale),
      allow_retry: retryable,
    };
  }
  const message =
    'The answer cannot be followed from here. Check your connection; it goes on without this page.';
  return { type: 'error', code: 'custom', message, allow_retry: false };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
