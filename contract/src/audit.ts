import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';

/** `auditLog/{id}`: one tool call. Kept without end; no client reads it. */
export const auditEntrySchema = z.object({
  at: z.date(),
  uid: z.string(),
  /** Both empty where no question was asked: the reads of the start screen. */
  conversationId: z.string(),
  turnId: z.string(),
  tool: z.string(),
  /** The arguments as the model gave them, also where a call is run again, as JSON; empty where the function died and only the turn's document tells of the call: the id of such an entry ends in `_died`. */
  argumentsJson: z.string(),
  /** SHA-256 of the statement, hex; null where none was run. */
  sqlHash: z.string().nullable(),
  rows: z.number().int().nullable(),
  bytesProcessed: z.number().int().nullable(),
  latencyMs: z.number().int(),
  /** `failed` where the function died after the call had failed: the turn's document does not keep the code. */
  outcome: z.union([z.enum(['ok', 'failed']), errorCodeSchema]),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
