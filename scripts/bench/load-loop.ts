import { readUsage } from '../../local/functions/process-usage.ts';
import { createAdkLoop } from './adk-loop.ts';
import { createBareLoop } from './bare-loop.ts';
import { answerCalls } from './child.ts';
import type { Answer } from './load-clients.ts';
import type { Loop, LoopOptions } from './loop.ts';

export type LoopRequest =
  | { open: 'bare' | 'adk'; options: LoopOptions }
  | { ask: string; sessions: number }
  | { usage: true };

// A process of its own for one loop, so that its processor time is its own.
let loop: Loop | undefined;

async function handle(request: LoopRequest): Promise<unknown> {
  if ('usage' in request) return readUsage();
  if ('open' in request) {
    loop = request.open === 'bare' ? createBareLoop(request.options) : await createAdkLoop(request.options);
    return null;
  }
  const { ask } = loop ?? {};
  if (!ask) throw new Error('Open the loop first.');
  return Promise.all(
    Array.from({ length: request.sessions }, () =>
      ask(request.ask).then(
        ({ firstTextMs }): Answer => ({ firstTextMs }),
        (error: unknown): Answer => ({ failure: String(error) }),
      ),
    ),
  );
}

answerCalls(handle);
