import type { z } from 'zod';
import { IdentityError } from './identity-error.ts';

/**
 * The body as the operation's schema has it.
 * @throws IdentityError naming the first field that is wrong.
 */
export function readRequest<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new IdentityError(`INVALID_ARGUMENT : ((${issue?.path.join('.')}: ${issue?.message}))`);
}
