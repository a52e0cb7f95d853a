import { createServer, request as forward, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What happens to one request: `refuse` answers 503 and passes nothing on, which the client tries again by itself; `fail` answers 500,
 * which it does not; `failAfter` passes it on and answers with that status; `loseReply` passes it on and cuts the socket;
 * `delayMs` passes it on late; `swallow` passes nothing on and never answers; `dieAfter` passes it on and never answers.
 */
export type Fault =
  | { kind: 'refuse' | 'fail' | 'loseReply' | 'swallow' | 'dieAfter' }
  | { kind: 'delayMs'; ms: number }
  | { kind: 'failAfter'; code: number; status: string };

/** A way to a Firestore server on which things go wrong. `decide` is asked for each request, by its path. */
export async function createFaultProxy(target: { host: string; port: number }) {
  const proxy = { decide: (_path: string): Fault | undefined => undefined };
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    const fault = proxy.decide(incoming.url ?? '');
    if (fault?.kind === 'refuse') {
      answerError(response, 503, 'UNAVAILABLE');
      return;
    }
    if (fault?.kind === 'fail') {
      answerError(response, 500, 'INTERNAL');
      return;
    }
    if (fault?.kind === 'swallow') return;
    if (fault?.kind === 'delayMs') await sleep(fault.ms);
    const { method, url: path, headers } = incoming;
    const outgoing = forward({ ...target, method, path, headers }, async (answer) => {
      const reply = await buffer(answer);
      if (fault?.kind === 'dieAfter') return;
      if (fault?.kind === 'loseReply') {
        response.destroy();
        return;
      }
      if (fault?.kind === 'failAfter') {
        answerError(response, fault.code, fault.status);
        return;
      }
      response.writeHead(answer.statusCode ?? 500, { 'content-type': answer.headers['content-type'] ?? '' });
      response.end(reply);
    });
    outgoing.on('error', () => response.destroy());
    outgoing.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(proxy, { host: '127.0.0.1', port, close });
}

function answerError(response: ServerResponse, code: number, status: string): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { code, message: status.toLowerCase(), status } }));
}
