import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveBodiesUnparsed } from './leave-bodies-unparsed.ts';
import { limitBody } from './limit-body.ts';
import { toErrorReply } from './to-error-reply.ts';

let server: Server;
let origin: string;
let port: number;

beforeAll(async () => {
  leaveBodiesUnparsed();
  const app = new Hono();
  app.use(limitBody);
  app.post('*', async (context) =>
    context.json({ type: context.req.header('content-type'), body: await context.req.text() }),
  );
  app.onError((error) => toErrorReply(error));
  http('echo', getRequestListener(app.fetch));
  server = getTestServer('echo');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address && typeof address === 'object' ? address.port : 0;
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string, body: string, type = 'application/json') =>
  fetch(origin + path, { method: 'POST', body, headers: { 'Content-Type': type } });

describe('under functions-framework', () => {
  it.each([
    ['application/json', '{"broken":'],
    ['application/json', '{"whole":1}'],
    ['text/plain', 'text'],
    ['application/x-www-form-urlencoded', 'a=1'],
    ['application/cloudevents+json', '{'],
  ])('a body of type %s reaches the function as it was sent: %s', async (type, body) => {
    const reply = await post('/api/x', body, type);
    expect(await reply.json()).toEqual({ type, body });
  });

  it.each(['/%61pi/x', '//api/x', '/', '/anything'])('so does a body to %s', async (path) => {
    const body = '{"broken":';
    expect(await (await post(path, body)).json()).toEqual({ type: 'application/json', body });
  });

  it.each(['/api/x', '/%61pi/x', '/x'])(
    'a body to %s that is announced as too large is refused before it is sent',
    async (path) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{`,
      );
      const [head] = await once(socket, 'data');
      expect(String(head)).toMatch(/^HTTP\/1\.1 413 /);
      socket.destroy();
    },
  );
});
