import { z } from 'zod';
import { commitWrites } from '../../state/commit.ts';
import { FirestoreError, invalidArgument, toRpcStatus } from '../../status.ts';
import { parseBody } from '../parse-body.ts';
import { parseWrite } from '../parse-write.ts';
import { checkDatabase, toWireResult } from './commit.ts';
import type { Operation } from './operation.ts';

/** A commit has had no such limit since 29 March 2023. https://cloud.google.com/firestore/docs/release-notes */
const maxWrites = 500;

const bodySchema = z.object({ writes: z.array(z.unknown()).default([]) });

/** Each write stands alone: one that fails has its own status, and the others are done. */
export const batchWrite: Operation = ({ store, indexes }, { database, body, access }) => {
  const { writes: wire } = parseBody(bodySchema, body);
  if (wire.length > maxWrites) throw invalidArgument(`maximum ${maxWrites} writes allowed per request`);
  const outcomes = wire.map((input) => {
    try {
      const write = parseWrite(input);
      checkDatabase(write, database);
      const { commitTime, results } = commitWrites(store, [write], { indexes, authorize: access.writes });
      return {
        result: results.map((result) => toWireResult(result, commitTime))[0] ?? {},
        status: { code: 0 },
      };
    } catch (error) {
      if (!(error instanceof FirestoreError)) throw error;
      return { result: {}, status: toRpcStatus(error) };
    }
  });
  return { writeResults: outcomes.map(({ result }) => result), status: outcomes.map(({ status }) => status) };
};
