import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { IdentityError, toErrorBody } from './identity-error.ts';
import type { OperationContext } from './operation.ts';
import { type Route, routes } from './routes.ts';
import { toPublicKey } from './rsa-key.ts';

export type IdentityAppOptions = Omit<OperationContext, 'admin'> & { pageOrigin: string; logger: Logger };

/** The routes table as an HTTP application. */
export function createIdentityApp(options: IdentityAppOptions): Hono {
  const app = new Hono();
  app.use(cors({ origin: options.pageOrigin, maxAge: 3_600 }));
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/jwks', (context) => {
    context.header('Cache-Control', 'public, max-age=60');
    return context.json({ keys: [toPublicKey(options.key)] });
  });
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      if (route.admin) checkAdmin(context, options.projectId);
      const reply = await route.run(await readBody(context, route), { ...options, admin: route.admin });
      return context.json(reply ?? {});
    });
  }
  app.notFound((context) => context.json(toErrorBody(404, 'NOT_FOUND'), 404));
  app.onError((error, context) => {
    if (error instanceof IdentityError) {
      return context.json(toErrorBody(error.status, error.message), error.status);
    }
    options.logger.error({ server: 'identity', path: context.req.path, err: error }, 'a request failed');
    return context.json(toErrorBody(500, `INTERNAL : ((${error.message}))`), 500);
  });
  return app;
}

function checkAdmin(context: Context, projectId: string): void {
  // The vendor's emulator lets its own DELETE pass without credentials; so does this one, for the same tests.
  if (context.req.path.startsWith('/emulator/')) return;
  if (context.req.header('authorization') !== 'Bearer owner') {
    throw new IdentityError('UNAUTHENTICATED : ((administrator credentials are needed))', 401);
  }
  if (context.req.param('projectId') !== projectId) throw new IdentityError('PROJECT_NOT_FOUND', 404);
}

async function readBody(context: Context, route: Route): Promise<unknown> {
  if (route.method !== 'POST') return context.req.query();
  if (context.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return context.req.parseBody();
  }
  const text = await context.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new IdentityError('Invalid JSON payload received.');
  }
}
