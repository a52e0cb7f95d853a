import type { DestinationStream } from 'pino';
import { z } from 'zod';

/** Reads the local Firestore's log: the documents written and the bytes of the requests that wrote them. */
export type WriteCounter = {
  destination: DestinationStream;
  reset: () => void;
  read: () => { writes: number; bytes: number };
};

const lineSchema = z.object({
  msg: z.string(),
  writes: z.number().default(0),
  path: z.string().default(''),
  bytes: z.number().default(0),
});

export function countWrites(): WriteCounter {
  let writes = 0;
  let bytes = 0;
  return {
    destination: {
      write: (text) => {
        if (!text.includes('"server":"firestore"')) return;
        const line = lineSchema.parse(JSON.parse(text));
        writes += line.writes;
        if (line.path.endsWith(':commit')) bytes += line.bytes;
      },
    },
    reset: () => {
      writes = 0;
      bytes = 0;
    },
    read: () => ({ writes, bytes }),
  };
}
