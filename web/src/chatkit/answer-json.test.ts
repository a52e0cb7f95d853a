import { describe, expect, test } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { completed, conversation, setUp, turnId } from './bridge-under-test.ts';
import { itemPageSchema, threadPageSchema, threadSchema } from './protocol/items.ts';

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
