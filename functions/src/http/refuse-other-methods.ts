import type { Env, Hono, MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { CodedError } from '../coded-error.ts';
import { toErrorReply } from './to-error-reply.ts';

/** 405 with `Allow` where the path exists for another method. */
export function refuseOtherMethods<E extends Env>(app: Hono<E>): MiddlewareHandler<E> {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (_context, methods) => {
      const allow = methods.join(', ');
      const reply = toErrorReply(new CodedError('method_not_allowed', `This address takes ${allow} only.`));
      reply.headers.set('Allow', allow);
      return reply;
    },
  });
}
