import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toErrorBody } from '../../status.ts';
import { toCaller } from '../caller.ts';
import type { Caller, Context } from '../context.ts';
import { readBody, replyError } from '../http.ts';
import { parseForward, parseHeaderLines, toChunk } from './chunk.ts';
import { createListenStream } from './listen-stream.ts';
import { createSession, type Session } from './session.ts';
import type { Stream } from './stream.ts';
import { createWriteStream } from './write-stream.ts';

export type Channels = {
  handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  close: () => void;
};

/** `/google.firestore.v1.Firestore/{Listen|Write}/channel`: WebChannel version 8, as the web SDK speaks it. */
export function createChannels(context: Context): Channels {
  const sessions = new Map<string, Session>();

  const open = async (form: URLSearchParams, kind: string, response: ServerResponse) => {
    const headers = parseHeaderLines(form.get('headers') ?? '');
    const id = randomBytes(12).toString('base64url');
    let caller: Caller | null = null;
    let refusal: unknown = null;
    try {
      caller = await toCaller(headers.get('authorization'), context.verifyToken);
    } catch (error) {
      refusal = error;
    }
    let stream: Stream | null = null;
    const session = createSession({
      id,
      onMessage: (message) => stream?.receive(message),
      onEnd: () => {
        sessions.delete(id);
        stream?.end();
      },
    });
    sessions.set(id, session);
    if (caller) {
      const connect = kind === 'Listen' ? createListenStream : createWriteStream;
      stream = connect(context, caller, session.send);
    } else {
      session.send(toErrorBody(refusal));
    }
    const { offset, messages } = parseForward(form);
    session.receive(offset, messages);
    response.setHeader('X-HTTP-Session-Id', id);
    reply(response, toChunk(JSON.stringify([[0, ['c', id, '', 8, 14, 30_000]]])));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const kind = url.pathname.split('/').at(-2) ?? '';
    const query = url.searchParams;
    const sid = query.get('SID');
    try {
      const body = request.method === 'POST' ? await readBody(request) : '';
      const form = new URLSearchParams(body);
      if (sid === null) {
        await open(form, kind, response);
        return;
      }
      const session = sessions.get(sid);
      if (!session) {
        response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Unknown SID');
        return;
      }
      const acknowledged = Number(query.get('AID') ?? 0);
      if (query.get('TYPE') === 'terminate') {
        session.end();
        reply(response, '');
      } else if (request.method === 'GET') {
        session.attach(response, acknowledged, query.get('CI') === '1');
      } else {
        session.acknowledge(acknowledged);
        const { offset, messages } = parseForward(form);
        session.receive(offset, messages);
        reply(response, toChunk(JSON.stringify(session.status())));
      }
    } catch (error) {
      context.logger.error({ err: error }, 'A Firestore channel request failed');
      replyError(response, error);
    }
  };

  return {
    handle,
    close: () => {
      for (const session of [...sessions.values()]) session.stop();
    },
  };
}

function reply(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache, no-store',
  });
  response.end(text);
}
