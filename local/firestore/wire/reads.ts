import { z } from 'zod';
import type { Query } from '../state/query.ts';
import { runQuery } from '../state/run-query.ts';
import { invalidArgument } from '../status.ts';
import type { Document, Micros } from '../value/value.ts';
import type { Context } from './context.ts';
import { parseTime, timeSchema } from './parse-write.ts';

export const transactionOptionsSchema = z.object({
  readOnly: z.object({ readTime: timeSchema.optional() }).nullish(),
  readWrite: z.unknown().optional(),
});

/** The members of a read that say as of when it reads. */
export const consistencySchema = z.object({
  transaction: z.string().optional(),
  newTransaction: transactionOptionsSchema.nullish(),
  readTime: timeSchema.nullish(),
});

export type Reads = {
  /** The transaction to tell the client, when this request began it. */
  begun: string | null;
  readTime: Micros;
  read: (name: string) => Document | null;
  query: (query: Query) => { documents: Document[]; skipped: number };
};

const maxAheadMicros = 60_000_000;

/** @throws FirestoreError INVALID_ARGUMENT for an unknown transaction or a time in the future. */
export function toReads(context: Context, consistency: z.infer<typeof consistencySchema>): Reads {
  const { store } = context;
  if (consistency.transaction) return { begun: null, ...context.transactions.get(consistency.transaction) };
  if (consistency.newTransaction) {
    const transaction = beginTransaction(context, consistency.newTransaction);
    return { begun: transaction.id, ...transaction };
  }
  const at = consistency.readTime ? parseReadTime(context, consistency.readTime) : undefined;
  return {
    begun: null,
    readTime: at ?? store.readTime(),
    read: (name) => store.read(name, at),
    query: (query) => runQuery(store, query, at),
  };
}

export function beginTransaction(context: Context, options: z.infer<typeof transactionOptionsSchema>) {
  const readTime = options.readOnly?.readTime;
  return context.transactions.begin({
    readOnly: Boolean(options.readOnly),
    readTime: readTime ? parseReadTime(context, readTime) : null,
  });
}

function parseReadTime(context: Context, time: z.infer<typeof timeSchema>): Micros {
  const at = parseTime(time);
  if (at > context.store.readTime() + maxAheadMicros)
    throw invalidArgument('read_time cannot be in the future.');
  return at;
}
