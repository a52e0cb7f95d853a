import { z } from 'zod';
import { idSchema } from './ids.ts';

/** `users/{uid}/conversations/{conversationId}` */
export const conversationSchema = z.object({
  conversationId: idSchema,
  title: z.string().min(1).max(120),
  createdAt: z.date(),
  lastAccessedAt: z.date(),
  turnCount: z.number().int().nonnegative(),
  /** The running turn, or null. One runs at a time. */
  activeTurnId: idSchema.nullable(),
  /** Soft delete: hidden from lists, restorable until purged. */
  archivedAt: z.date().nullable(),
  /** 30 days after the last activity; Firestore's TTL policy deletes by it. */
  expiresAt: z.date(),
});
export type Conversation = z.infer<typeof conversationSchema>;
