import { z } from 'zod';
import type { ResultRef } from '../../listener/records.ts';

const actionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('results.open'),
    payload: z.object({ turnId: z.string(), resultIds: z.array(z.string()) }),
  }),
  z.object({
    type: z.literal('visualization.open'),
    payload: z.object({ turnId: z.string(), visualizationId: z.string() }),
  }),
]);

export type PageAction =
  | { kind: 'results'; refs: ResultRef[] }
  | { kind: 'visualization'; turnId: string; visualizationId: string };

/** What the page does when a widget of the conversation is pressed; null where it knows no such action. */
export function toPageAction(conversationId: string, action: unknown): PageAction | null {
  const parsed = actionSchema.safeParse(action);
  if (!parsed.success) return null;
  const { type, payload } = parsed.data;
  if (type === 'visualization.open') return { kind: 'visualization', ...payload };
  const { turnId, resultIds } = payload;
  return { kind: 'results', refs: resultIds.map((resultId) => ({ conversationId, turnId, resultId })) };
}
