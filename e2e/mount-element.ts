/// <reference lib="dom" />
/// <reference path="../node_modules/@openai/chatkit/types/dom-augment.d.ts" />
import type { ChatKitOptions } from '@openai/chatkit';

/**
 * Runs in the page, so it stands alone: puts a second `<openai-chatkit>` over it, with a server of its own in `api.fetch`.
 * What the element tells its page is kept in `window.told`.
 */
export function mountElement(): void {
  const told: string[] = [];
  Object.assign(window, { told });
  const created_at = '2026-11-23T12:00:00.000Z';
  const thread = (id: string, title: string) => ({
    ...{ id, title, created_at, status: { type: 'active' } },
    items: { data: [], has_more: false },
  });
  const item = (id: string) => ({ id, thread_id: 't1', created_at });
  const action = { type: 'open', handler: 'client' };
  const button = { type: 'Button', label: 'Open it', onClickAction: action };
  const reply = (events: object[]) =>
    new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), {
      headers: { 'content-type': 'text/event-stream' },
    });

  const answer = (request: { type: string; params: { input?: { inference_options: object } } }): Response => {
    switch (request.type) {
      case 'threads.create':
        told.push(`options ${JSON.stringify(request.params.input?.inference_options)}`);
        return reply([
          { type: 'thread.created', thread: thread('t1', 'A thread') },
          {
            type: 'thread.item.done',
            item: {
              ...item('q1'),
              type: 'user_message',
              content: [{ type: 'input_text', text: 'How much?' }],
              attachments: [],
              inference_options: {},
            },
          },
          { type: 'client_effect', name: 'flash', data: { times: 2 } },
          {
            type: 'thread.item.done',
            item: { ...item('w1'), type: 'widget', widget: { type: 'Card', children: [button] } },
          },
        ]);
      case 'threads.add_user_message':
        return reply([
          {
            type: 'thread.item.done',
            item: {
              ...item('q2'),
              type: 'user_message',
              content: [{ type: 'input_text', text: 'And of what?' }],
              attachments: [],
              inference_options: {},
            },
          },
          {
            type: 'thread.item.done',
            item: {
              ...item('a2'),
              type: 'assistant_message',
              // More quotations in one another than can be drawn.
              content: [{ type: 'output_text', text: `${'>'.repeat(25_000)} x`, annotations: [] }],
            },
          },
          {
            type: 'thread.item.done',
            item: {
              ...item('a3'),
              type: 'assistant_message',
              content: [{ type: 'output_text', text: 'Of bolts.', annotations: [] }],
            },
          },
        ]);
      case 'threads.list': {
        const data = [thread('t1', 'A thread'), thread('t2', 'Another thread')];
        return Response.json({ data, has_more: false });
      }
      default:
        told.push(`${request.type} ${JSON.stringify(request.params)}`);
        return Response.json({});
    }
  };
  const options: ChatKitOptions = {
    api: {
      url: '/nowhere',
      domainKey: 'test',
      fetch: async (_url, init) => answer(JSON.parse(String(init?.body))),
    },
    locale: 'de-DE',
    header: {
      leftAction: { icon: 'home', onClick: () => void told.push('left') },
      rightAction: { icon: 'settings-cog', onClick: () => void told.push('right') },
    },
    composer: {
      tools: [
        {
          id: 'forecast',
          label: 'Forecast',
          icon: 'analytics',
          placeholderOverride: 'What shall be forecast?',
        },
      ],
      models: [
        { id: 'quick', label: 'Quick' },
        { id: 'deep', label: 'Deep', default: true },
      ],
    },
    disclaimer: { text: 'It may be wrong.', highContrast: true },
    widgets: {
      onAction: async ({ type }, { id, widget }) => {
        const [first] = widget.children ?? [];
        told.push(`${type} ${JSON.stringify({ id, type: widget.type, first: first?.type })}`);
      },
    },
  };
  const element = document.createElement('openai-chatkit');
  element.id = 'other';
  const events = ['response.start', 'response.end', 'history.open', 'history.close', 'thread.change'];
  for (const name of [...events, 'tool.change', 'effect', 'log', 'error'])
    element.addEventListener(`chatkit.${name}`, (event: Event) =>
      told.push(`${event.type} ${JSON.stringify(event instanceof CustomEvent ? event.detail : null)}`),
    );
  // The page below is hidden: what is tested stands alone in the window.
  document.querySelector('#root')?.setAttribute('hidden', '');
  const main = document.createElement('main');
  main.style.blockSize = '100dvh';
  main.setAttribute('aria-label', 'Another page');
  const heading = document.createElement('h1');
  heading.className = 'visually-hidden';
  heading.textContent = 'Another page';
  main.append(heading, element);
  document.body.append(main);
  element.setOptions(options);
}
