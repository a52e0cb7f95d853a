import type { z } from 'zod';
import { invalidArgument } from '../status.ts';

/** @throws FirestoreError INVALID_ARGUMENT that names the wrong member. */
export function parseBody<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidArgument(
    `Invalid request at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'unknown'}`,
  );
}
