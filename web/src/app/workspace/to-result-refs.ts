import { z } from 'zod';
import type { ResultRef } from '../../listener/records.ts';

const payloadSchema = z.object({ turnId: z.string(), resultIds: z.array(z.string()) });

/** The results that a `results.open` action names; none where its payload is not of that shape. */
export function toResultRefs(conversationId: string, payload: unknown): ResultRef[] | null {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return null;
  return parsed.data.resultIds.map((resultId) => ({ conversationId, turnId: parsed.data.turnId, resultId }));
}
