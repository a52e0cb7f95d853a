import { maxMessageLength, type Turn } from '@tallyboard/contract';
import type { Api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import type { Records } from '../listener/records.ts';
import { answerJson } from './answer-json.ts';
import { type Asked, askSurely } from './ask-surely.ts';
import { createEventStream } from './event-stream.ts';
import { firstReady } from './first-ready.ts';
import { parseItemId } from './item-id.ts';
import type { ThreadEvent } from './protocol/events.ts';
import { type ChatKitRequest, requestSchema, type UserInput } from './protocol/requests.ts';
import { streamTurn } from './stream-turn.ts';

export type BridgeOptions = {
  api: Api;
  records: Records;
  locale: string;
  now: () => Date;
  newId: () => string;
  /** True while the page is hidden or going away: an aborted stream is then no wish to stop the answer. */
  isLeaving: () => boolean;
  graceMs?: number;
  /** False while this machine has no network. */
  isOnline?: () => boolean;
  /** Between two tries to reach the server. */
  retryPauseMs?: number;
};

export type Bridge = {
  /** ChatKit's `api.fetch`: answers its protocol in this page. */
  fetch: typeof fetch;
  /** True while this tab streams the turn, or has asked for it to stop. */
  isFollowed: (turnId: string) => boolean;
  /** True once the element has been given the ended turn. */
  isDelivered: (turnId: string) => boolean;
};

type Question = { conversationId: string; turnId: string; begins: boolean; asked?: Asked };
type Open = { question: Question; stop: AbortController };

/** Turns ChatKit's protocol into our HTTP calls, and listeners back into ChatKit's events. */
export function createBridge(options: BridgeOptions): Bridge {
  const { api, records, locale, now, newId, isLeaving, graceMs = 5_000 } = options;
  const { isOnline = () => true, retryPauseMs = 1_000 } = options;
  const patienceMs = { unreachable: graceMs, offline: 60_000 };
  const patience = { isOnline, pauseMs: retryPauseMs, patienceMs };
  const followed = new Set<string>();
  const delivered = new Set<string>();
  /** Questions whose stream was left before the end, by the request that asked: sent again, it joins. */
  const left = new Map<string, Question>();

  const begin = (conversationId: string | null, message: string): Question => {
    const turnId = newId();
    const body = { ...(conversationId && { conversationId }), turnId, message };
    const asked = askSurely(() => api.chat(body), patience);
    return { conversationId: conversationId ?? turnId, turnId, begins: conversationId === null, asked };
  };

  const findTurn = async (conversationId: string, turnId: string): Promise<Turn | undefined> =>
    (await firstReady(records.turns(conversationId))).find((turn) => turn.turnId === turnId);

  const stream = (
    open: () => Promise<Question | ThreadEvent>,
    key: string,
    signal: AbortSignal | null,
  ): Response => {
    const current: { value: Open | null } = { value: null };
    const leave = () => {
      if (!current.value) return;
      const { question, stop } = current.value;
      followed.delete(question.turnId);
      stop.abort();
    };
    signal?.addEventListener('abort', () => {
      if (current.value && isLeaving()) left.set(key, current.value.question);
      if (!current.value || isLeaving()) return leave();
      const { question, stop } = current.value;
      stop.abort();
      question.asked?.withdraw();
      // Refused where the turn has ended already, which is what was wished for.
      api.cancel(question.conversationId, question.turnId).catch(() => followed.delete(question.turnId));
    });
    return createEventStream(async (writer) => {
      const question = await open();
      if (!('turnId' in question)) {
        writer.send([question]);
        return writer.close();
      }
      const stop = new AbortController();
      current.value = { question, stop };
      followed.add(question.turnId);
      const ended = await streamTurn(writer, {
        records,
        ...question,
        endOverdue: () => api.cancel(question.conversationId, question.turnId),
        locale,
        now,
        graceMs,
        signal: stop.signal,
      });
      current.value = null;
      if (ended) delivered.add(question.turnId);
      // What was given up is not joined again; it is fetched when it has ended.
      if (ended || (ended === false && !stop.signal.aborted)) followed.delete(question.turnId);
    }, leave);
  };

  const openStream = async (request: ChatKitRequest, key: string): Promise<Question | ThreadEvent> => {
    const resent = left.get(key);
    left.delete(key);
    if (resent) return resent;
    switch (request.type) {
      case 'threads.create':
      case 'threads.add_user_message': {
        const message = toText(request.params.input);
        const refusal = toRefusal(message, locale);
        if (refusal) return refusal;
        return begin(request.type === 'threads.create' ? null : request.params.thread_id, message);
      }
      case 'threads.retry_after_item':
        return askAgain(request.params.thread_id, parseItemId(request.params.item_id)?.turnId);
      case 'threads.custom_action': {
        const { thread_id, action } = request.params;
        const turnId = typeof action.payload?.turnId === 'string' ? action.payload.turnId : undefined;
        const { text } = action.payload ?? {};
        if (action.type === 'turn.ask' && typeof text === 'string') return begin(thread_id, text);
        if (action.type === 'turn.retry') return askAgain(thread_id, turnId);
        if (action.type === 'turn.join' && turnId)
          return { conversationId: thread_id, turnId, begins: false };
        return toError(`This page has no action "${action.type}".`);
      }
      default:
        return toError(`This page does not answer ${request.type}.`);
    }
  };

  const askAgain = async (
    conversationId: string,
    turnId: string | undefined,
  ): Promise<Question | ThreadEvent> => {
    const turn = turnId ? await findTurn(conversationId, turnId).catch(() => undefined) : undefined;
    return turn
      ? begin(conversationId, turn.question)
      : toError('That question is no longer there. Ask it again.');
  };

  return {
    isFollowed: (turnId) => followed.has(turnId),
    isDelivered: (turnId) => delivered.has(turnId),
    fetch: async (_input, init) => {
      const body = typeof init?.body === 'string' ? init.body : '';
      const parsed = requestSchema.safeParse(parseJson(body));
      if (!parsed.success) return Response.json({ message: 'Not a request of ChatKit.' }, { status: 400 });
      const request = parsed.data;
      if (isStreaming(request)) return stream(() => openStream(request, body), body, init?.signal ?? null);
      const onDelivered = (turnId: string) => delivered.add(turnId);
      return answerJson(request, { api, records, locale, onDelivered }).catch((error: unknown) => {
        const message =
          error instanceof ApiError ? error.message : 'This cannot be loaded. Check your connection.';
        return Response.json({ message }, { status: 503 });
      });
    },
  };
}

function isStreaming({ type }: ChatKitRequest): boolean {
  return (
    type === 'threads.create' ||
    type === 'threads.custom_action' ||
    type === 'threads.retry_after_item' ||
    type.startsWith('threads.add_')
  );
}

function toText(input: UserInput): string {
  return input.content
    .map((part) => part.text)
    .join('')
    .trim();
}

function toRefusal(message: string, locale: string): ThreadEvent | null {
  if (message === '') return toError('Write a question first.');
  if (message.length <= maxMessageLength) return null;
  const [most, length] = [maxMessageLength, message.length].map((count) => count.toLocaleString(locale));
  return toError(`A question can have ${most} characters; this one has ${length}.`);
}

function toError(message: string): ThreadEvent {
  return { type: 'error', code: 'custom', message, allow_retry: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
