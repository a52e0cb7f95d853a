import type { Log } from '../log.ts';

/**
 * Text as a body that is made while it is sent. What goes wrong on the way is too late for a status: it is logged, and the body is cut
 * off, which the caller notices.
 */
export function toStream(chunks: AsyncIterable<string>, { logger }: Log): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        logger.error({ err: error }, 'body is cut off');
        controller.error(error);
      }
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
