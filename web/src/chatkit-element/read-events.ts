import { type ThreadEvent, threadEventSchema } from '../chatkit/protocol/events.ts';

/**
 * The events of a streamed reply, as they come, until it ends or `signal` aborts. One that is not of the protocol is
 * skipped.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<ThreadEvent> {
  let rest = '';
  const reader = body.pipeThrough(toText()).getReader();
  // Leaving early tells the sender that nobody reads on.
  const leave = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', leave);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseBlock(block);
        if (event) yield event;
      }
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    leave();
  }
}

function toText(): ReadableWritablePair<string, Uint8Array> {
  const decoder = new TextDecoder();
  return new TransformStream<Uint8Array, string>({
    transform: (chunk, controller) => controller.enqueue(decoder.decode(chunk, { stream: true })),
  });
}

function parseBlock(block: string): ThreadEvent | null {
  const data = block
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trimStart())
    .join('\n');
  if (data === '') return null;
  try {
    const parsed = threadEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
