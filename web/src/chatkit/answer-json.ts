import { type FeedbackRequest, feedbackRequestSchema } from '@tallyboard/contract';
import type { Api } from '../api/api.ts';
import type { Records } from '../listener/records.ts';
import { firstReady } from './first-ready.ts';
import { parseItemId } from './item-id.ts';
import type { ChatKitRequest } from './protocol/requests.ts';
import { toPage } from './to-page.ts';
import { toThread, toThreadItems } from './to-thread.ts';

export type JsonOptions = {
  api: Api;
  records: Records;
  locale: string;
  onDelivered: (turnId: string) => void;
};

/** Answers the requests that ChatKit wants JSON for. A refusal is a status and `{message}`. */
export async function answerJson(request: ChatKitRequest, options: JsonOptions): Promise<Response> {
  const { api, records, locale, onDelivered } = options;

  const loadTurns = async (threadId: string) => {
    const turns = await firstReady(records.turns(threadId));
    for (const turn of turns) if (turn.status !== 'running') onDelivered(turn.turnId);
    return turns;
  };
  const saveFeedback = async (threadId: string, itemIds: string[], feedback: FeedbackRequest) => {
    const turnIds = new Set(itemIds.flatMap((id) => parseItemId(id)?.turnId ?? []));
    for (const turnId of turnIds) await api.saveFeedback(threadId, turnId, feedback);
  };
  const loadThread = async (threadId: string) => {
    const [conversation, turns] = await Promise.all([
      firstReady(records.conversation(threadId)),
      loadTurns(threadId),
    ]);
    const last = turns.at(-1);
    if (!conversation && !last) return null;
    return toThread(conversation, last ?? null, toThreadItems(turns, locale));
  };

  switch (request.type) {
    case 'threads.get_by_id': {
      const thread = await loadThread(request.params.thread_id);
      return thread ? Response.json(thread) : notFound();
    }
    case 'items.list': {
      const items = toThreadItems(await loadTurns(request.params.thread_id), locale);
      return Response.json(toPage(items, request.params));
    }
    case 'threads.list': {
      const conversations = await firstReady(records.conversations);
      const threads = conversations.map((conversation) => toThread(conversation, null, []));
      return Response.json(toPage(threads.toReversed(), request.params));
    }
    case 'threads.update': {
      await api.patchConversation(request.params.thread_id, { title: request.params.title });
      const thread = await loadThread(request.params.thread_id);
      return thread ? Response.json({ ...thread, title: request.params.title }) : notFound();
    }
    case 'threads.delete':
      await api.patchConversation(request.params.thread_id, { archived: true });
      return Response.json({});
    case 'items.feedback': {
      const { thread_id, item_ids, kind } = request.params;
      await saveFeedback(thread_id, item_ids, { kind, reason: null });
      return Response.json({});
    }
    case 'threads.sync_custom_action': {
      const { thread_id, item_id, action } = request.params;
      const feedback =
        action.type === 'turn.feedback' ? feedbackRequestSchema.safeParse(action.payload) : null;
      if (feedback?.success && item_id) await saveFeedback(thread_id, [item_id], feedback.data);
      return Response.json({});
    }
    default:
      return Response.json({ message: `This page does not answer ${request.type}.` }, { status: 400 });
  }
}

function notFound(): Response {
  const message = 'This conversation does not exist, or it has expired.';
  return Response.json({ message }, { status: 404 });
}
