import { fork } from 'node:child_process';
import { z } from 'zod';

/** A process of its own that answers one request at a time. */
export type Child<Request> = { call: (request: Request) => Promise<unknown>; close: () => void };

const replySchema = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string() })]);

/** Starts `file` (a URL) as a child. A call fails when the child answers with an error or ends. */
export function startChild<Request extends object>(file: URL): Child<Request> {
  const child = fork(file, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file.pathname} ended with ${code}.`));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          const reply = replySchema.parse(message);
          if ('error' in reply) reject(new Error(reply.error));
          else resolve(reply.value);
        });
        child.send(request);
      }),
    close: () => child.kill(),
  };
}

/** In the child: answers each request with what `handle` gives for it. */
export function answerCalls<Request>(handle: (request: Request) => Promise<unknown>): void {
  process.on('message', (request: Request) => {
    handle(request).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
}
