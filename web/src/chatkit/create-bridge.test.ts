import type { ChatReply, ChatRequest, Conversation, FeedbackRequest } from '@tallyboard/contract';
import { describe, expect, test, vi } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { createFakeRecords } from '../../fixtures/fake-records.ts';
import { ApiError } from '../api/api-error.ts';
import { readEvents } from '../chatkit-element/read-events.ts';
import { createBridge } from './create-bridge.ts';
import {
  itemPageSchema,
  type ThreadEvent,
  threadEventSchema,
  threadPageSchema,
  threadSchema,
} from './protocol.ts';
import { toFollowUp } from './to-follow-up.ts';

const turnId = 'turn-0000000000000001';
const conversation: Conversation = {
  conversationId: turnId,
  title: 'Sales of three months',
  createdAt: new Date('2026-11-23T08:00:00Z'),
  lastAccessedAt: new Date('2026-11-23T08:00:00Z'),
  turnCount: 1,
  activeTurnId: null,
  archivedAt: null,
  expiresAt: new Date('2026-12-23T08:00:00Z'),
};
const completed = exampleTurn({
  status: 'completed',
  text: 'It rose.',
  finishedAt: new Date('2026-11-23T08:00:02Z'),
});

function setUp() {
  const fake = createFakeRecords();
  const reply = Promise.withResolvers<ChatReply>();
  const chat = vi.fn((_request: ChatRequest) => reply.promise);
  const cancel = vi.fn(async () => {});
  const patchConversation = vi.fn(async () => {});
  const saveFeedback = vi.fn(
    async (_conversationId: string, _turnId: string, _feedback: FeedbackRequest) => {},
  );
  const notUsed = () => Promise.reject(new Error('not used'));
  const leaving = { value: false };
  const bridge = createBridge({
    api: {
      chat,
      cancel,
      patchConversation,
      saveFeedback,
      readOverview: notUsed,
      exportConversation: notUsed,
    },
    records: fake.records,
    locale: 'en-GB',
    now: () => new Date('2026-11-23T08:00:00Z'),
    newId: () => turnId,
    isLeaving: () => leaving.value,
    graceMs: 20,
    retryPauseMs: 5,
  });
  const post = (type: string, params: unknown, signal?: AbortSignal) =>
    bridge.fetch('/chatkit', {
      method: 'POST',
      body: JSON.stringify({ type, params }),
      signal: signal ?? null,
    });
  return { ...fake, bridge, post, chat, cancel, patchConversation, saveFeedback, reply, leaving };
}

const input = {
  content: [{ type: 'input_text', text: "Compare the last three months' sales" }],
  attachments: [],
};

/** Reads a whole stream, checking that each event is of the protocol. */
async function readAll(reply: Response): Promise<ThreadEvent[]> {
  const events: ThreadEvent[] = [];
  if (!reply.body) return events;
  for await (const event of readEvents(reply.body)) events.push(threadEventSchema.parse(event));
  return events;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a first question', () => {
  test('is asked with an id made here, and answered by the events of its growing turn', async () => {
    const { post, chat, putTurn, setConversation } = setUp();
    const reply = await post('threads.create', { input });
    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    await settle();
    expect(chat).toHaveBeenCalledWith({ turnId, message: "Compare the last three months' sales" });
    putTurn(exampleTurn());
    putTurn(exampleTurn({ text: 'It ' }));
    setConversation(conversation);
    putTurn(completed);
    const events = await readAll(reply);
    expect(events.slice(0, 3).map((event) => event.type)).toEqual([
      'thread.created',
      'thread.item.done',
      'stream_options',
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'thread.updated',
      thread: { id: turnId, title: 'Sales of three months' },
    });
  });

  test('that is refused is an error with the sentence of the server, and nothing else', async () => {
    const { post, reply } = setUp();
    const stream = await post('threads.create', { input });
    const message = 'You have asked 50 questions in this hour.';
    reply.reject(new ApiError({ code: 'limit_reached', message, retryAfterMs: 60_000 }));
    const events = await readAll(stream);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'error', allow_retry: false });
    expect(events[0]?.type === 'error' && events[0].message).toMatch(
      /50 questions in this hour\. It can be asked again at/,
    );
  });

  test('whose request is lost goes on when its turn is there', async () => {
    const { post, reply, putTurn } = setUp();
    const stream = await post('threads.create', { input });
    await settle();
    putTurn(exampleTurn());
    reply.reject(new ApiError({ code: 'unavailable', message: 'The server cannot be reached.' }));
    await settle();
    putTurn(completed);
    const events = await readAll(stream);
    expect(events.some((event) => event.type === 'error')).toBe(false);
  });

  test('whose request is lost and has no turn ends as an error that can be tried again', async () => {
    const { post, reply } = setUp();
    const stream = await post('threads.create', { input });
    reply.reject(new ApiError({ code: 'unavailable', message: 'The server cannot be reached.' }));
    expect(await readAll(stream)).toMatchObject([
      { type: 'progress_update', text: 'The server is not reached yet. Trying again…' },
      { type: 'error', allow_retry: true },
    ]);
  });

  test.each([
    ['', 'Write a question first.'],
    ['x'.repeat(4001), 'A question can have 4000 characters; this one has 4001.'],
  ])('that is empty or too long is not sent', async (text, message) => {
    const { post, chat } = setUp();
    const stream = await post('threads.create', {
      input: { ...input, content: [{ type: 'input_text', text }] },
    });
    expect(await readAll(stream)).toMatchObject([{ type: 'error', message }]);
    expect(chat).not.toHaveBeenCalled();
  });
});

test('a follow-up names its conversation', async () => {
  const { post, chat } = setUp();
  await post('threads.add_user_message', { thread_id: 'conversation-0000001', input });
  await settle();
  expect(chat.mock.calls[0]?.[0]).toMatchObject({ conversationId: 'conversation-0000001' });
});

describe('an aborted stream', () => {
  test('cancels the turn', async () => {
    const { post, cancel, putTurn } = setUp();
    const stop = new AbortController();
    await post('threads.create', { input }, stop.signal);
    await settle();
    putTurn(exampleTurn());
    stop.abort();
    expect(cancel).toHaveBeenCalledWith(turnId, turnId);
  });

  test('does not cancel while the page goes away, and the same request sent again joins the turn', async () => {
    const { post, cancel, chat, putTurn, leaving } = setUp();
    const stop = new AbortController();
    await post('threads.create', { input }, stop.signal);
    await settle();
    putTurn(exampleTurn());
    leaving.value = true;
    stop.abort();
    leaving.value = false;
    const again = await post('threads.create', { input });
    putTurn(completed);
    const events = await readAll(again);
    expect(events[0]?.type).toBe('thread.created');
    expect(cancel).not.toHaveBeenCalled();
    expect(chat).toHaveBeenCalledOnce();
  });
});

describe('a turn begun elsewhere', () => {
  test('is joined while it runs, whole', async () => {
    const { post, bridge, putTurn } = setUp();
    const running = exampleTurn({ text: 'It ' });
    putTurn(running);
    expect(toFollowUp([running], bridge)).toEqual({ kind: 'join', turnId });
    const action = { type: 'turn.join', payload: { turnId } };
    const stream = await post('threads.custom_action', { thread_id: turnId, action });
    await settle();
    expect(toFollowUp([running], bridge)).toBeNull();
    putTurn(completed);
    const events = await readAll(stream);
    expect(events[0]).toMatchObject({ type: 'thread.item.done', item: { id: `question.${turnId}` } });
    expect(toFollowUp([completed], bridge)).toBeNull();
  });

  test('is fetched where it has ended unseen', async () => {
    const { post, bridge, putTurn } = setUp();
    putTurn(completed);
    expect(toFollowUp([completed], bridge)).toEqual({ kind: 'fetch' });
    await post('threads.get_by_id', { thread_id: turnId });
    expect(toFollowUp([completed], bridge)).toBeNull();
  });
});

test('a retry asks the question of its turn again', async () => {
  const { post, chat, putTurn } = setUp();
  putTurn(completed);
  await post('threads.retry_after_item', { thread_id: turnId, item_id: `question.${turnId}` });
  await settle();
  expect(chat.mock.calls[0]?.[0]).toMatchObject({ conversationId: turnId, message: completed.question });
});

describe('requests answered by JSON', () => {
  test('a thread holds its items, and of a running turn only the question', async () => {
    const { post, putTurn, setConversation } = setUp();
    setConversation(conversation);
    putTurn(exampleTurn({ text: 'half' }));
    const reply = await post('threads.get_by_id', { thread_id: turnId });
    const thread = threadSchema.parse(await reply.json());
    expect(thread.title).toBe('Sales of three months');
    expect(thread.items.data.map((item) => item.type)).toEqual(['user_message']);
  });

  test('an unknown thread is 404 with a sentence', async () => {
    const { post } = setUp();
    const reply = await post('threads.get_by_id', { thread_id: turnId });
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ message: expect.stringContaining('does not exist') });
  });

  test('items come in pages', async () => {
    const { post, putTurn } = setUp();
    putTurn(completed);
    const first = itemPageSchema.parse(
      await (await post('items.list', { thread_id: turnId, limit: 2, order: 'desc' })).json(),
    );
    expect(first.has_more).toBe(true);
    const rest = itemPageSchema.parse(
      await (
        await post('items.list', { thread_id: turnId, limit: 2, order: 'desc', after: first.after })
      ).json(),
    );
    const ids = [...first.data, ...rest.data].map((item) => item.id.split('.')[0]);
    expect(ids).toEqual(['end', 'answer', 'question']);
    expect(rest.has_more).toBe(false);
  });

  test('threads are listed, renamed and deleted', async () => {
    const { post, patchConversation, setConversation } = setUp();
    setConversation(conversation);
    const page = threadPageSchema.parse(await (await post('threads.list', { order: 'desc' })).json());
    expect(page.data.map((thread) => thread.id)).toEqual([turnId]);
    const renamed = await post('threads.update', { thread_id: turnId, title: 'Autumn' });
    expect(threadSchema.parse(await renamed.json()).title).toBe('Autumn');
    await post('threads.delete', { thread_id: turnId });
    expect(patchConversation.mock.calls).toEqual([
      [turnId, { title: 'Autumn' }],
      [turnId, { archived: true }],
    ]);
  });

  test('what is not of the protocol is 400', async () => {
    const { bridge, post } = setUp();
    expect((await post('threads.explode', {})).status).toBe(400);
    expect((await bridge.fetch('/chatkit', { body: '{' })).status).toBe(400);
  });
});

describe('feedback', () => {
  test('of ChatKit goes to the turn of the item; a reason goes as our action', async () => {
    const { post, saveFeedback } = setUp();
    const item = `answer.${turnId}`;
    const given = await post('items.feedback', { thread_id: turnId, item_ids: [item], kind: 'negative' });
    expect(await given.json()).toEqual({});
    const payload = { kind: 'negative', reason: 'Wrong month' };
    const action = { type: 'turn.feedback', payload };
    await post('threads.sync_custom_action', { thread_id: turnId, item_id: item, action });
    expect(saveFeedback.mock.calls).toEqual([
      [turnId, turnId, { kind: 'negative', reason: null }],
      [turnId, turnId, payload],
    ]);
  });
});

test('a suggestion is asked as a question, and those of the answer before it go', async () => {
  const { post, chat, putTurn } = setUp();
  putTurn({ ...completed, turnId: 'turn-0000000000000000', conversationId: turnId });
  const action = { type: 'turn.ask', payload: { text: 'Split this by category' } };
  const reply = await post('threads.custom_action', { thread_id: turnId, item_id: null, action });
  putTurn({ ...completed, conversationId: turnId, question: 'Split this by category' });
  const events: ThreadEvent[] = [];
  if (reply.body)
    for await (const event of readEvents(reply.body, new AbortController().signal)) events.push(event);
  expect(chat.mock.calls[0]?.[0]).toMatchObject({
    conversationId: turnId,
    message: 'Split this by category',
  });
  expect(events[0]).toEqual({ type: 'thread.item.removed', item_id: 'next.turn-0000000000000000' });
});
