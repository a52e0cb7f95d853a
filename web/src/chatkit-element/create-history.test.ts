import { expect, test } from 'vitest';
import { createHistory } from './create-history.ts';

const thread = (id: string, title: string) => ({
  id,
  title,
  created_at: '2026-11-23T08:00:00.000Z',
  status: { type: 'active' as const },
  items: { data: [], has_more: false },
});
const page = { data: [thread('t2', 'Stock'), thread('t1', 'Sales')], has_more: false };

/** A history whose server gives `replies` one after the other. */
function setUp(...replies: Response[]) {
  const events: string[] = [];
  const requests: unknown[] = [];
  const post = async (type: string, params: unknown) => {
    requests.push({ type, params });
    return replies.shift() ?? Response.json({});
  };
  const history = createHistory(post, (name) => events.push(name));
  const titles = () => {
    const state = history.get();
    return state.kind === 'ready' ? state.threads.map((one) => one.title) : state.kind;
  };
  return { history, events, requests, titles };
}

test('the history opens with the latest threads and closes, each told once', async () => {
  const { history, events, requests, titles } = setUp(Response.json(page));
  await history.show();
  expect(titles()).toEqual(['Stock', 'Sales']);
  expect(requests).toEqual([{ type: 'threads.list', params: { limit: 50, order: 'desc' } }]);
  await history.show();
  history.hide();
  history.hide();
  expect(events).toEqual(['chatkit.history.open', 'chatkit.history.close']);
});

test('a thread is renamed and deleted at once', async () => {
  const { history, requests, titles } = setUp(Response.json(page));
  await history.show();
  await history.rename('t1', 'Sales of May');
  await history.remove('t2');
  expect(titles()).toEqual(['Sales of May']);
  expect(requests.slice(1)).toEqual([
    { type: 'threads.update', params: { thread_id: 't1', title: 'Sales of May' } },
    { type: 'threads.delete', params: { thread_id: 't2' } },
  ]);
});

test('what is refused is as it was, with the reason', async () => {
  const refusal = Response.json({ message: 'Not yours.' }, { status: 403 });
  const { history, events, titles } = setUp(Response.json(page), refusal);
  await history.show();
  await history.remove('t2');
  expect(titles()).toEqual(['Stock', 'Sales']);
  expect(history.get()).toMatchObject({ note: 'Not yours.' });
  expect(events).toContain('chatkit.error');
});

test('threads that cannot be loaded are a failure with its reason', async () => {
  const { history } = setUp(Response.json({ message: 'Not just now.' }, { status: 503 }));
  await history.show();
  expect(history.get()).toEqual({ kind: 'failed', message: 'Not just now.' });
});
