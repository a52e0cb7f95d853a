import { z } from 'zod';
import { parseBody } from '../parse-body.ts';
import { beginTransaction, transactionOptionsSchema } from '../reads.ts';
import type { Operation } from './operation.ts';

const beginSchema = z.object({ options: transactionOptionsSchema.nullish() });
const rollbackSchema = z.object({ transaction: z.string() });

export const begin: Operation = (context, { body }) => {
  const { options } = parseBody(beginSchema, body);
  const { id } = beginTransaction(context, options ?? { readWrite: {} });
  return { transaction: id };
};

export const rollback: Operation = ({ transactions }, { body }) => {
  const { transaction } = parseBody(rollbackSchema, body);
  transactions.end(transaction);
  return {};
};
