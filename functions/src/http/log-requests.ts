import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../log.ts';
import type { AppEnv } from './app.ts';
import { toBodyType } from './route-definitions.ts';
import { toCodedError } from './to-error-reply.ts';

/**
 * One line a request, with the ids that find the rest: never a body, a query or a token. The trace of the request goes
 * on every line that is logged while it is served. Replies are never cached.
 */
export function logRequests({ logger, withTrace }: Log): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const startedAt = performance.now();
    const headers = {
      traceparent: context.req.header('traceparent'),
      cloudTraceContext: context.req.header('x-cloud-trace-context'),
    };
    await withTrace(headers, async () => {
      await next();
      context.header('Cache-Control', 'no-store');
      const latencyMs = performance.now() - startedAt;
      const fields = toFields(context, latencyMs);
      const error = context.error && toCodedError(context.error, toBodyType(context.req.path));
      const message = `${fields.httpRequest.requestMethod} ${fields.route} ${fields.httpRequest.status}`;
      if (!error) logger.info(fields, message);
      else if (error.status >= 500) logger.error({ ...fields, code: error.code, err: error }, message);
      else logger.info({ ...fields, code: error.code }, message);
    });
  };
}

function toFields(context: Context<AppEnv>, latencyMs: number) {
  const { caller, turnId, conversationId } = context.var;
  return {
    route: routePath(context, -1),
    uid: caller?.uid,
    conversationId,
    turnId,
    latencyMs: Math.round(latencyMs),
    httpRequest: {
      requestMethod: context.req.method,
      requestUrl: context.req.path,
      status: context.res.status,
      latency: `${(latencyMs / 1_000).toFixed(3)}s`,
    },
  };
}
