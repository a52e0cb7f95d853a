import { OpenAPIHono } from '@hono/zod-openapi';
import { allRoutes, bearerScheme } from './route-definitions.ts';

/** The HTTP interface as an OpenAPI 3.1 document, from the same definitions that parse the requests. */
export function toOpenApi(version: string) {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono();
  registry.registerComponent('securitySchemes', 'firebaseIdToken', bearerScheme);
  for (const route of allRoutes) registry.registerPath(route);
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Tallyboard',
      version,
      description:
        'Replies say how a request went; answers arrive in Firestore documents (firestore.schema.json). Every reply that is not 2xx has the body ErrorBody: branch on its code.',
    },
    servers: [{ url: '/' }],
  });
}
