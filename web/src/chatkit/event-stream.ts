import type { ThreadEvent } from './protocol/events.ts';

export type StreamWriter = {
  send: (events: ThreadEvent[]) => void;
  close: () => void;
};

/**
 * A reply of server-sent events as ChatKit reads them: `data: <json>`, no event names, the end of the stream ends the
 * turn. `onLeave` is called when the reader stops reading before the end.
 */
export function createEventStream(start: (writer: StreamWriter) => void, onLeave: () => void): Response {
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      start({
        send: (events) => {
          if (!open || events.length === 0) return;
          const lines = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
          controller.enqueue(encoder.encode(lines));
        },
        close: () => {
          if (!open) return;
          open = false;
          controller.close();
        },
      });
    },
    cancel: () => {
      if (!open) return;
      open = false;
      onLeave();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
