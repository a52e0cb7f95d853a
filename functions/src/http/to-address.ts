import type { Context } from 'hono';
import type { AppEnv } from './app.ts';

/**
 * The caller's network address. Each trusted proxy appends the address it saw to `X-Forwarded-For`, so the entry that the
 * outermost of them wrote is counted from the right; what stands left of it came from the caller and proves nothing.
 */
export function toAddress(context: Context<AppEnv>, trustedProxies: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const socketAddress = context.env?.incoming?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socketAddress;
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? socketAddress;
}
