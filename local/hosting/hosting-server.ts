import { mkdir, readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { proxy } from 'hono/proxy';
import type { Logger } from 'pino';
import { type LocalServer, listen } from '../listen.ts';
import { type HostingRules, isIgnored, matchRewrite, parseHostingRules, toHeaders } from './hosting-rules.ts';

export type HostingOptions = {
  port: number;
  /** firebase.json: what is public, the rewrites and the headers. */
  firebaseJson: string;
  /** Origin of the service that a `run` rewrite names, or null while it is not ready (answers 503). */
  findService: (serviceId: string) => string | null;
  /** Origins that stand in for Google's on this machine; added to `connect-src` of the content security policy. */
  connectOrigins: () => string[];
  logger: Logger;
};

/** Firebase Hosting as firebase.json describes it: static files, rewrites to services, headers. */
export async function createHostingServer(options: HostingOptions): Promise<LocalServer> {
  const rules = parseHostingRules(JSON.parse(await readFile(options.firebaseJson, 'utf8')));
  const publicFolder = resolve(options.firebaseJson, '..', rules.public);
  // The page may still be being built.
  await mkdir(publicFolder, { recursive: true });
  const app = toApp(rules, publicFolder, options);
  return listen(getRequestListener(app.fetch), {
    name: 'the page',
    port: options.port,
    portSetting: 'WEB_PORT',
  });
}

const unavailable = { code: 'unavailable', message: 'The service is starting. Try again.' };

function toApp(rules: HostingRules, publicFolder: string, options: HostingOptions): Hono {
  const root = relative(process.cwd(), publicFolder) || '.';
  const app = new Hono();

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    const ms = Math.round(performance.now() - startedAt);
    const { method, path } = context.req;
    options.logger.debug({ server: 'hosting', method, path, status: context.res.status, ms }, 'request');
  });
  app.get('/health', (context) => context.json({ status: 'ok' }));

  app.use(async (context, next) => {
    const rewrite = matchRewrite(rules, context.req.path);
    if (rewrite?.kind !== 'service') return next();
    const origin = options.findService(rewrite.serviceId);
    if (!origin) return context.json(unavailable, 503);
    const url = new URL(context.req.url);
    const { signal } = context.req.raw;
    try {
      return await proxy(`${origin}${url.pathname}${url.search}`, context.req);
    } catch (error) {
      // A browser that leaves gives its request up: that says nothing of the service.
      if (!signal.aborted) options.logger.warn({ server: 'hosting', err: error }, 'a service did not answer');
      return context.json(unavailable, 503);
    }
  });

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of toHeaders(rules, context.req.path, options.connectOrigins())) {
      context.header(name, value);
    }
  });
  app.use(compress());
  const serveFile = serveStatic({ root });
  app.use((context, next) => (isIgnored(rules, context.req.path) ? next() : serveFile(context, next)));
  app.get('*', async (context, next) => {
    const rewrite = matchRewrite(rules, context.req.path);
    if (rewrite?.kind !== 'file') return next();
    return serveStatic({ root, path: rewrite.path })(context, next);
  });
  return app;
}
