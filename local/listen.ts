import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from './is-loopback.ts';

/** A server on this machine's loopback. `close` ends every open connection and resolves when the port is free. */
export type LocalServer = { name: string; origin: string; port: number; close: () => Promise<void> };

export type ListenOptions = {
  /** What the server is, for messages: "Firestore". */
  name: string;
  /** 0 picks a free port. */
  port: number;
  /** The setting that changes the port, named when the port is busy. */
  portSetting: string;
};

/**
 * Listens on 127.0.0.1, for requests to a name of this machine alone: a web site whose name is made to lead here would else be taken
 * for the page, and no origin would be asked.
 * @throws Error with a sentence that names the port and its setting when the port is busy.
 */
export async function listen(handler: RequestListener, options: ListenOptions): Promise<LocalServer> {
  const server = createServer((request, response) => {
    if (isLoopback(request.headers.host ?? '')) return handler(request, response);
    response.writeHead(403).end('This server answers this machine only.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      const sentence = `Port ${options.port} is busy, and ${options.name} needs it. Stop what listens there, or set ${options.portSetting} to another port.`;
      reject(busy ? new Error(sentence, { cause: error }) : error);
    });
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    name: options.name,
    origin: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
