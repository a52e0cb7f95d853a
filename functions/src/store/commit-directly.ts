import type { Firestore } from '@google-cloud/firestore';
import { z } from 'zod';
import { postJson } from './post-json.ts';
import { parseRestTime, toRestWrites } from './to-rest-writes.ts';

export type DirectCommits = {
  /** Such as `https://firestore.googleapis.com`. */
  origin: string;
  /** The headers that show who writes. */
  authorize: () => Promise<Record<string, string>>;
};

/** A commit that is not answered by then is given to the client, which sends it again. */
const idleMs = 10_000;

const timeSchema = z.string().transform(parseRestTime);
const replySchema = z.object({
  writeResults: z.array(z.object({ updateTime: timeSchema.optional() })).default([]),
  commitTime: timeSchema,
});

/**
 * Lets the client's commits go straight to Firestore's REST interface instead of through the client's transport, which turns
 * each into protocol buffers, back into JSON, and sends it through three libraries: most of what a turn cost. All that
 * is not a plain commit, and every commit that does not succeed at the first try, takes the client's own way, with its
 * retries and errors: a commit that is sent twice is what its preconditions are for.
 * Transactions and reads are as they were. Where the client has no such transport, nothing changes.
 */
export function commitDirectly(db: Firestore, { origin, authorize }: DirectCommits): Firestore {
  const send: unknown = Reflect.get(db, 'request');
  if (typeof send !== 'function') return db;
  const commit = async (request: unknown) => {
    const parsed = requestSchema.safeParse(request);
    const writes = parsed.success ? toRestWrites(parsed.data.writes) : undefined;
    if (!parsed.success || writes === undefined) return undefined;
    const url = new URL(`/v1/${parsed.data.database}/documents:commit`, origin);
    const reply = await postJson(url, { writes }, { headers: await authorize(), idleMs });
    return replySchema.safeParse(reply).data;
  };
  return Object.assign(db, {
    request: async (...given: unknown[]): Promise<unknown> => {
      const [method, request] = given;
      const committed = method === 'commit' ? await commit(request).catch(() => undefined) : undefined;
      return committed ?? Reflect.apply(send, db, given);
    },
  });
}

/** Strict: a commit with anything else, such as a transaction, is not a plain one. */
const requestSchema = z.strictObject({ database: z.string(), writes: z.array(z.unknown()) });
