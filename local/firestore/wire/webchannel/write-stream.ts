import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { commitWrites } from '../../state/commit.ts';
import { FirestoreError, toErrorBody } from '../../status.ts';
import { formatMicros } from '../../value/timestamp.ts';
import type { Caller, Context } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { parseWrite } from '../parse-write.ts';
import { toWireResult } from '../rest/commit.ts';
import { onTokenExpiry, type Send, type Stream } from './stream.ts';

const requestSchema = z.object({
  streamToken: z.string().optional(),
  writes: z.array(z.unknown()).optional(),
});

/**
 * Answers a Write stream: a greeting with the stream's id, then one reply for each commit. A commit that fails ends the
 * stream with the error, as in production; the SDK rejects that write and opens another.
 */
export function createWriteStream(context: Context, caller: Caller, send: Send): Stream {
  const access = context.access(caller);
  let streamId: string | null = null;
  let commits = 0;
  let failed = false;
  const token = () => Buffer.from(`${streamId}:${++commits}`).toString('base64');
  const fail = (error: unknown) => {
    failed = true;
    send(toErrorBody(error));
  };
  const stopExpiry = onTokenExpiry(caller, () => {
    fail(new FirestoreError('UNAUTHENTICATED', 'The ID token has expired.'));
  });
  return {
    receive: (message) => {
      // Writes behind a failed one come again, on the next stream.
      if (failed) return;
      try {
        const { writes } = parseBody(requestSchema, message);
        if (streamId === null) {
          streamId = randomBytes(9).toString('base64url');
          send({ streamId, streamToken: token() });
          return;
        }
        const { commitTime, results } = commitWrites(context.store, (writes ?? []).map(parseWrite), {
          indexes: context.indexes,
          authorize: access.writes,
        });
        const writeResults = results.map((result) => toWireResult(result, commitTime));
        send({ streamToken: token(), writeResults, commitTime: formatMicros(commitTime) });
      } catch (error) {
        if (!(error instanceof FirestoreError))
          context.logger.error({ err: error }, 'A Firestore write failed');
        fail(error);
      }
    },
    end: stopExpiry,
  };
}
