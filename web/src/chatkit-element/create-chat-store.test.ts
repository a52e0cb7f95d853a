import { describe, expect, test, vi } from 'vitest';
import { createEventStream, type StreamWriter } from '../chatkit/event-stream.ts';
import type { Thread, ThreadItem } from '../chatkit/protocol/items.ts';
import { createChatStore } from './create-chat-store.ts';

const created_at = '2026-11-23T08:00:00.000Z';
const thread: Thread = {
  id: 't1',
  created_at,
  status: { type: 'active' },
  items: { data: [], has_more: false },
};
const question: ThreadItem = {
  id: 'q1',
  thread_id: 't1',
  created_at,
  type: 'user_message',
  content: [{ type: 'input_text', text: 'How much?' }],
  attachments: [],
  inference_options: {},
};
const answer: ThreadItem = { id: 'a1', thread_id: 't1', created_at, type: 'assistant_message', content: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A store before a server whose streams the test writes, and whose JSON replies are `replies`. */
function setUp(replies: Response[] = []) {
  const writers: StreamWriter[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  const onLeave = vi.fn();
  const requests: { type: string; params: unknown }[] = [];
  const send = async (_input: RequestInfo | URL, init?: RequestInit) => {
    requests.push(JSON.parse(String(init?.body)));
    signals.push(init?.signal);
    return replies.shift() ?? createEventStream((writer) => void writers.push(writer), onLeave);
  };
  const events: string[] = [];
  const store = createChatStore((name) => events.push(name));
  store.setOptions({ api: { url: '/chatkit', domainKey: 'test', fetch: send } });
  const writer = (): StreamWriter => {
    const last = writers.at(-1);
    if (!last) throw new Error('no stream is open');
    return last;
  };
  return { store, writer, requests, events, onLeave, signals };
}

describe('a question', () => {
  test('is shown at once, acknowledged by the server, and answered', async () => {
    const { store, writer, events } = setUp();
    await settle();
    void store.send('How much?');
    expect(store.get()).toMatchObject({ pending: 'How much?', streaming: true, draft: '' });
    await settle();
    writer().send([
      { type: 'thread.created', thread },
      { type: 'thread.item.done', item: question },
      { type: 'stream_options', stream_options: { allow_cancel: true } },
      { type: 'thread.item.added', item: answer },
    ]);
    await settle();
    expect(store.get()).toMatchObject({ threadId: 't1', pending: null, canStop: true });
    writer().close();
    await settle();
    expect(store.get()).toMatchObject({ streaming: false, items: [question, answer] });
    expect(events).toEqual([
      'chatkit.ready',
      'chatkit.response.start',
      'chatkit.log',
      'chatkit.thread.change',
      'chatkit.response.end',
    ]);
  });

  test('that was refused goes back to the composer, with the reason', async () => {
    const { store, writer } = setUp();
    void store.send('How much?');
    await settle();
    writer().send([{ type: 'error', code: 'custom', message: 'Limit reached.', allow_retry: false }]);
    writer().close();
    await settle();
    expect(store.get()).toMatchObject({ draft: 'How much?', pending: null, phase: { kind: 'new' } });
    expect(store.get().error?.message).toBe('Limit reached.');
    store.setDraft('How much, then?');
    expect(store.get().error).toBeNull();
  });

  test('is not sent while an answer is still coming', async () => {
    const { store, requests } = setUp();
    void store.send('How much?');
    void store.send('And now?');
    await settle();
    expect(requests).toHaveLength(1);
  });
});

describe('what is written', () => {
  const keep = () => {
    let text = 'Half a question';
    const write = (next: string) => {
      text = next;
    };
    return { read: () => text, write };
  };
  const answers = {
    api: { url: '/chatkit', domainKey: 'test', fetch: async () => new Response(new ReadableStream()) },
  };

  test('is there again in the next page, and so is a question that was not acknowledged', async () => {
    const kept = keep();
    const store = createChatStore(() => {}, kept);
    expect(store.get().draft).toBe('Half a question');
    store.setOptions(answers);
    void store.send('A whole question');
    await settle();
    store.leave();
    expect(createChatStore(() => {}, kept).get().draft).toBe('A whole question\nHalf a question');
  });

  test('is not written again by an element that goes after it was removed', () => {
    const kept = keep();
    const store = createChatStore(() => {}, kept);
    kept.write('');
    store.leave();
    expect(kept.read()).toBe('');
  });

  test('stays when something else is asked by a press, and goes when it is sent itself', async () => {
    const { store } = setUp();
    store.setDraft('Half a');
    void store.send('A starter');
    expect(store.get()).toMatchObject({ pending: 'A starter', draft: 'Half a' });
    await settle();
    store.stop();
    expect(store.get().draft).toBe('A starter\nHalf a');
    store.setDraft(' A whole question ');
    void store.send('A whole question');
    expect(store.get().draft).toBe('');
  });

  test('is gone once another session is opened over a question on its way', async () => {
    const kept = keep();
    const store = createChatStore(() => {}, kept);
    store.setOptions(answers);
    store.setDraft('A whole question');
    void store.send('A whole question');
    await settle();
    void store.open(null);
    void store.open('t2');
    expect(kept.read()).toBe('');
  });
});

test('stop aborts the request', async () => {
  const { store, signals } = setUp();
  void store.send('How much?');
  await settle();
  store.stop();
  expect(signals[0]?.aborted).toBe(true);
  expect(store.get().streaming).toBe(false);
});

test('a question that is stopped before it was acknowledged is in the box again', async () => {
  const { store } = setUp();
  void store.send('How much?');
  await settle();
  store.stop();
  await settle();
  expect(store.get()).toMatchObject({ pending: null, draft: 'How much?', phase: { kind: 'new' } });
});

test('opening another thread leaves the stream without aborting it', async () => {
  const { store, writer, signals, onLeave } = setUp();
  void store.send('How much?');
  await settle();
  void store.open('t2');
  writer().send([{ type: 'thread.item.done', item: question }]);
  await settle();
  expect(signals[0]?.aborted).toBe(false);
  expect(onLeave).toHaveBeenCalledOnce();
  expect(store.get()).toMatchObject({ threadId: 't2', items: [] });
});

describe('a thread that is opened', () => {
  test('shows its items', async () => {
    const withItems = { ...thread, items: { data: [question], has_more: false } };
    const { store } = setUp([Response.json(withItems)]);
    await store.open('t1');
    expect(store.get()).toMatchObject({ phase: { kind: 'ready' }, items: [question] });
  });

  test('and does not exist says so', async () => {
    const { store } = setUp([Response.json({ message: 'It has expired.' }, { status: 404 })]);
    await store.open('t1');
    expect(store.get().phase).toEqual({ kind: 'failed', message: 'It has expired.', missing: true });
  });

  test('keeps what has not changed when updates are fetched', async () => {
    const withItems = { ...thread, items: { data: [question], has_more: false } };
    const { store } = setUp([Response.json(withItems), Response.json(withItems)]);
    await store.open('t1');
    const before = store.get().items[0];
    await store.fetchUpdates();
    expect(store.get().items[0]).toBe(before);
  });
});

describe('a call of one of the page’s own tools', () => {
  const call: ThreadItem = {
    ...{ id: 'c1', thread_id: 't1', created_at, type: 'client_tool_call', status: 'pending' },
    ...{ call_id: 'call-1', name: 'read_cart', arguments: { rows: 2 } },
  };
  const streamCall = async ({ store, writer }: ReturnType<typeof setUp>) => {
    void store.send('What is in my cart?');
    await settle();
    writer().send([
      { type: 'thread.created', thread },
      { type: 'thread.item.done', item: question },
      { type: 'thread.item.done', item: call },
    ]);
    writer().close();
    await settle();
  };

  test('is run once when the stream ends, and its result is posted', async () => {
    const setting = setUp();
    const onClientTool = vi.fn(async () => ({ rows: [1, 2] }));
    const { options } = setting.store.get();
    if (options) setting.store.setOptions({ ...options, onClientTool });
    await streamCall(setting);
    expect(onClientTool.mock.calls).toEqual([[{ name: 'read_cart', params: { rows: 2 } }]]);
    expect(setting.requests.at(-1)).toMatchObject({
      type: 'threads.add_client_tool_output',
      params: { thread_id: 't1', result: { rows: [1, 2] } },
    });
    setting.writer().close();
    await settle();
    expect(onClientTool).toHaveBeenCalledTimes(1);
  });

  test('on a page without tools ends with an error that names it', async () => {
    const setting = setUp();
    await streamCall(setting);
    expect(setting.store.get().error?.message).toBe('This page has no tool called read_cart.');
  });
});
