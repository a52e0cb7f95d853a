import { readUsage } from '../../local/functions/process-usage.ts';
import type { LocalStack } from '../../local/main.ts';
import { answerCalls } from './child.ts';
import { openSession, type Session } from './session.ts';

/** One question: when its first text was seen, or why it has none. */
export type Answer = { firstTextMs: number } | { failure: string };

export type ClientsRequest =
  | { open: number; stack: Pick<LocalStack, 'url' | 'origins'> }
  /** Each session asks once, at a moment within `withinMs`; 0 is all at once. */
  | { ask: string; withinMs: number }
  | { usage: true }
  | { close: true };

// The pages of the load benchmark: web SDK clients with a listener each, apart from the servers they talk to.
let sessions: Session[] = [];

async function handle(request: ClientsRequest): Promise<unknown> {
  if ('open' in request) {
    while (sessions.length < request.open) {
      const missing = Math.min(25, request.open - sessions.length);
      const opening = Array.from({ length: missing }, () => openSession(request.stack));
      sessions.push(...(await Promise.all(opening)));
    }
    return null;
  }
  if ('usage' in request) return readUsage();
  if ('close' in request) {
    await Promise.all(sessions.map((session) => session.close()));
    sessions = [];
    return null;
  }
  const { ask, withinMs } = request;
  return Promise.all(
    sessions.map(async (session, at): Promise<Answer> => {
      await new Promise((resolve) => setTimeout(resolve, (withinMs * at) / sessions.length));
      return session.ask(ask).then(
        ({ firstTextMs }) => ({ firstTextMs }),
        (error: unknown) => ({ failure: String(error) }),
      );
    }),
  );
}

answerCalls(handle);
