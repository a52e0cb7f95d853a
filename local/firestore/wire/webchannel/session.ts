import type { ServerResponse } from 'node:http';
import { toChunk } from './chunk.ts';

/** One WebChannel session: what a stream of gRPC is to the SDK. Messages to the client are kept until it has them. */
export type Session = {
  id: string;
  /** Queues a message; what is queued in one go leaves in one chunk. */
  send: (message: unknown) => void;
  /**
   * Makes `response` the back channel and writes everything after array id `acknowledged`. `once`: long-polling, the response
   * ends after the first chunk.
   */
  attach: (response: ServerResponse, acknowledged: number, once: boolean) => void;
  /** The client has everything up to this array id. */
  acknowledge: (id: number) => void;
  /** Hands on the messages that were not received before; `offset` is the running number of the first. */
  receive: (offset: number, messages: unknown[]) => void;
  /** Back channel open, last array id, bytes waiting: the reply to a forward request. */
  status: () => [0 | 1, number, number];
  /** Tells the client that the server stops: it connects anew at once, instead of waiting for this session. */
  stop: () => void;
  end: () => void;
};

export type SessionOptions = {
  id: string;
  onMessage: (message: unknown) => void;
  onEnd: () => void;
  noopMs?: number;
  /** A session without a back channel for this long is over: its page is gone. */
  orphanMs?: number;
  /**
   * A streaming response ends after this much text. The client asks for the next at once and says what it has: only so
   * can what is kept for it be dropped.
   */
  maxResponseLength?: number;
};

export function createSession(options: SessionOptions): Session {
  const { id, onMessage, onEnd, noopMs = 25_000, orphanMs = 60_000, maxResponseLength = 1_000_000 } = options;
  let waiting: { id: number; text: string }[] = [];
  let lastId = 0;
  let written = 0;
  let received = 0;
  let channel: { response: ServerResponse; left: number } | null = null;
  let flushing = false;
  let over = false;
  let orphanTimer = setTimeout(end, orphanMs);
  const noopTimer = setInterval(() => channel && push('["noop"]'), noopMs);

  function push(text: string) {
    waiting.push({ id: ++lastId, text });
    if (flushing) return;
    flushing = true;
    queueMicrotask(() => {
      flushing = false;
      flush();
    });
  }

  function flush() {
    const ready = waiting.filter((message) => message.id > written);
    if (!channel || ready.length === 0) return;
    const chunk = toChunk(`[${ready.map((message) => `[${message.id},${message.text}]`).join(',')}]`);
    written = lastId;
    const { response } = channel;
    channel.left -= chunk.length;
    if (channel.left > 0) {
      response.write(chunk);
      return;
    }
    channel = null;
    response.end(chunk);
    waitForChannel();
  }

  function waitForChannel() {
    clearTimeout(orphanTimer);
    if (!over) orphanTimer = setTimeout(end, orphanMs);
  }

  function acknowledge(upTo: number) {
    waiting = waiting.filter((message) => message.id > upTo);
  }

  function end() {
    if (over) return;
    over = true;
    clearTimeout(orphanTimer);
    clearInterval(noopTimer);
    channel?.response.end();
    channel = null;
    onEnd();
  }

  return {
    id,
    acknowledge,
    end,
    stop: () => {
      waiting.push({ id: ++lastId, text: '["stop"]' });
      flush();
      end();
    },
    send: (message) => push(`[${JSON.stringify(message)}]`),
    attach: (response, acknowledged, once) => {
      clearTimeout(orphanTimer);
      channel?.response.end();
      channel = { response, left: once ? 0 : maxResponseLength };
      acknowledge(acknowledged);
      written = acknowledged;
      response.once('close', () => {
        if (channel?.response !== response) return;
        channel = null;
        waitForChannel();
      });
      response.writeHead(200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-cache, no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.flushHeaders();
      flush();
    },
    receive: (offset, messages) => {
      for (const [index, message] of messages.entries()) {
        if (offset + index < received || over) continue;
        received = offset + index + 1;
        onMessage(message);
      }
    },
    status: () => {
      const bytes = waiting.reduce((sum, message) => sum + message.text.length, 0);
      return [channel ? 1 : 0, lastId, channel ? 0 : bytes];
    },
  };
}
