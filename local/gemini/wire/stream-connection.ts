import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Write } from './to-writes.ts';

type Format = 'sse' | 'json-array';

/**
 * Writes a stream to a connection: events that end in `\r\n\r\n`, or (without `alt=sse`) one JSON array that grows.
 * The head is sent with the first write, so that a fault before it can still be an HTTP error.
 */
export async function writeStream(
  response: ServerResponse,
  writes: AsyncIterable<Write>,
  format: Format,
  signal: AbortSignal,
): Promise<void> {
  let byteByByte = false;
  let count = 0;
  const send = async (text: string) => {
    if (!response.headersSent) {
      const contentType = format === 'sse' ? 'text/event-stream' : 'application/json; charset=UTF-8';
      response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache' });
      response.socket?.setNoDelay(true);
    }
    if (!byteByByte) {
      response.write(text);
      return;
    }
    for (const byte of Buffer.from(text)) {
      response.write(Uint8Array.of(byte));
      // A turn of the event loop between bytes: otherwise the kernel joins them into one read.
      await new Promise(setImmediate);
      if (signal.aborted) return;
    }
  };
  for await (const write of writes) {
    if (signal.aborted) return;
    if (write.type === 'wait') await sleep(write.ms, undefined, { signal });
    else if (write.type === 'one_byte_chunks') byteByByte = true;
    else if (write.type === 'drop') {
      // What was written before must leave first: a cut is mid-stream, not before it.
      await sleep(20);
      response.destroy();
      return;
    } else if (write.type === 'stall') {
      response.flushHeaders();
      await stall(write.ms, signal);
    } else {
      const text =
        write.type === 'garbage' ? '{"candidates": [{"content": {"par' : JSON.stringify(write.body);
      await send(format === 'sse' ? `data: ${text}\r\n\r\n` : `${count === 0 ? '[' : ',\r\n'}${text}`);
      count += 1;
    }
  }
  if (format === 'json-array') await send(count === 0 ? '[]' : ']');
  else await send('');
  response.end();
}

async function stall(ms: number | null, signal: AbortSignal): Promise<void> {
  if (ms !== null) return sleep(ms, undefined, { signal });
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
