import { z } from 'zod';
import { commitWrites } from '../../state/commit.ts';
import type { Write, WriteResult } from '../../state/write.ts';
import { invalidArgument } from '../../status.ts';
import { databaseOf } from '../../value/names.ts';
import { formatMicros } from '../../value/timestamp.ts';
import { toWireValue } from '../../value/to-wire.ts';
import type { Micros } from '../../value/value.ts';
import { parseBody } from '../parse-body.ts';
import { parseWrite } from '../parse-write.ts';
import type { Operation } from './operation.ts';

const bodySchema = z.object({ writes: z.array(z.unknown()).default([]), transaction: z.string().optional() });

export const commit: Operation = ({ store, transactions, indexes, logger }, { database, body, access }) => {
  const { writes: wire, transaction: id } = parseBody(bodySchema, body);
  const writes = wire.map(parseWrite);
  for (const write of writes) checkDatabase(write, database);
  const transaction = id ? transactions.get(id) : null;
  const validate = () => transaction?.validate(writes.length);
  const { commitTime, results } = commitWrites(store, writes, {
    validate,
    indexes,
    authorize: access.writes,
  });
  if (id) transactions.end(id);
  logger.debug({ server: 'firestore', writes: writes.length }, 'commit');
  return {
    writeResults: results.map((result) => toWireResult(result, commitTime)),
    commitTime: formatMicros(commitTime),
  };
};

export function toWireResult(result: WriteResult, commitTime: Micros): Record<string, unknown> {
  const updateTime = formatMicros(result.updateTime ?? commitTime);
  if (result.transformResults.length === 0) return { updateTime };
  return { updateTime, transformResults: result.transformResults.map(toWireValue) };
}

/** @throws FirestoreError INVALID_ARGUMENT */
export function checkDatabase(write: Write, database: string): void {
  if (databaseOf(write.name) === database) return;
  throw invalidArgument(`The document ${write.name} is not in ${database}.`);
}
