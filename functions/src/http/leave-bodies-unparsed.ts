import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/**
 * Keeps functions-framework from reading the bodies of requests to this process, whatever their path: `/%61pi/chat` reaches
 * the function too. Not for a process that takes cloud events, whose bodies the framework has to read. Its Express parsers run before the function and
 * cannot be turned off: they answer malformed JSON with an HTML page that holds a stack trace, and buffer up to 1 GB
 * before our own limit is asked. They choose by `content-type`, and leave a request without one alone; hono reads the
 * header from `rawHeaders`, which stay as they came, and the body from the socket.
 *
 * The hook is Node's documented channel for the start of a server's request. Were it to fall silent one day, bodies
 * would arrive parsed, as `rawBody`, which hono's adapter takes as well; only the two points above would be lost.
 * Source: https://nodejs.org/api/diagnostics_channel.html#http
 */
export function leaveBodiesUnparsed(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    delete request.headers['content-type'];
  });
}
