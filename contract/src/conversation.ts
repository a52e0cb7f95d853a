import { z } from 'zod';
import { idSchema } from './ids.ts';

export const maxTitleLength = 120;
export const maxQuestionsLength = 2000;
/** A deleted conversation can be restored for so long. */
export const restorableDays = 7;
export const restorableMs = restorableDays * 86_400_000;

/** `users/{uid}/conversations/{conversationId}` */
export const conversationSchema = z.object({
  conversationId: idSchema,
  title: z.string().min(1).max(maxTitleLength),
  createdAt: z.date(),
  lastAccessedAt: z.date(),
  /** The latest questions, a line each and cut: what the search of the saved sessions reads. */
  questions: z.string().max(maxQuestionsLength).optional(),
  turnCount: z.number().int().nonnegative(),
  /** The running turn, or null. One runs at a time. */
  activeTurnId: idSchema.nullable(),
  /** Soft delete: hidden from lists, restorable until purged. */
  archivedAt: z.date().nullable(),
  /** `CONVERSATION_DAYS` after the last activity; Firestore's TTL policy deletes by it. */
  expiresAt: z.date(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** False for what has expired or was deleted for good: it counts as gone before it is removed. */
export function isKept({ expiresAt, archivedAt }: Conversation, now: Date): boolean {
  const purged = archivedAt !== null && archivedAt.getTime() + restorableMs <= now.getTime();
  return expiresAt > now && !purged;
}
