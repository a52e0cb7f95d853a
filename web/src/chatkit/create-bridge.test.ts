import { describe, expect, test, vi } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { ApiError } from '../api/api-error.ts';
import { completed, conversation, input, readAll, settle, setUp, turnId } from './bridge-under-test.ts';
import { toFollowUp } from './to-follow-up.ts';

type Reply = ReturnType<typeof setUp>['reply'];

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
      /50 questions in this hour\. You can ask again at/,
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

  test.each([
    ['fails', (reply: Reply) => reply.reject(new ApiError({ code: 'internal', message: 'It fell over.' }))],
    [
      'ends too early',
      (reply: Reply) => reply.resolve({ conversationId: turnId, turnId, status: 'running', error: null }),
    ],
  ])('whose request %s while it is answered says so at once', async (_, lose) => {
    const { post, reply, putTurn } = setUp();
    const stream = await post('threads.create', { input });
    await settle();
    putTurn(exampleTurn());
    lose(reply);
    await settle();
    putTurn(completed);
    expect(await readAll(stream)).toContainEqual({
      type: 'progress_update',
      text: 'The server is not heard. Waiting for it…',
    });
  });

  test('that the server leaves unfinished, and is not heard again, ends as a failed one and is not joined again', async () => {
    vi.useFakeTimers();
    const { post, putTurn, cancel, bridge } = setUp();
    cancel.mockRejectedValue(new ApiError({ code: 'internal', message: 'It fell over.' }));
    const events = readAll(await post('threads.create', { input }));
    await vi.advanceTimersByTimeAsync(1);
    putTurn(exampleTurn());
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(JSON.stringify(await events)).toContain('Try again');
    expect(toFollowUp([exampleTurn()], bridge)).toBeNull();
    expect(toFollowUp([exampleTurn({ status: 'failed' })], bridge)).toEqual({ kind: 'fetch' });
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

  test('whose answer has ended and is slow to arrive has its address, and is shown when it is there', async () => {
    const { post, reply, putTurn } = setUp();
    const events = readAll(await post('threads.create', { input }));
    reply.resolve({ conversationId: turnId, turnId, status: 'completed', error: null });
    await new Promise((resolve) => setTimeout(resolve, 60));
    putTurn(completed);
    const types = (await events).map((event) => event.type);
    expect(types.slice(0, 3)).toEqual(['thread.created', 'progress_update', 'thread.item.done']);
    expect(types.filter((type) => type === 'thread.created')).toHaveLength(1);
    expect(types).not.toContain('error');
  });

  test.each([
    ['', 'Write a question first.'],
    ['x'.repeat(4001), 'A question can have 4,000 characters; this one has 4,001.'],
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

  test('takes back a question that does not get through', async () => {
    const { post, chat, reply } = setUp();
    const stop = new AbortController();
    await post('threads.create', { input }, stop.signal);
    reply.reject(new ApiError({ code: 'unavailable', message: 'The server cannot be reached.' }));
    await settle();
    stop.abort();
    const tries = chat.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(chat).toHaveBeenCalledTimes(tries);
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

test('a suggestion is asked as a question, and those of the answer before it go', async () => {
  const { post, chat, putTurn } = setUp();
  putTurn({ ...completed, turnId: 'turn-0000000000000000', conversationId: turnId });
  const action = { type: 'turn.ask', payload: { text: 'Split this by category' } };
  const reply = await post('threads.custom_action', { thread_id: turnId, item_id: null, action });
  putTurn({ ...completed, conversationId: turnId, question: 'Split this by category' });
  const events = await readAll(reply);
  expect(chat.mock.calls[0]?.[0]).toMatchObject({
    conversationId: turnId,
    message: 'Split this by category',
  });
  expect(events[0]).toEqual({ type: 'thread.item.removed', item_id: 'next.turn-0000000000000000' });
});
