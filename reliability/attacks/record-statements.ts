import { getRequestListener } from '@hono/node-server';
import { z } from 'zod';
import { type LocalServer, listen } from '../../local/listen.ts';

const querySchema = z.union([
  z.object({ query: z.string() }).transform(({ query }) => query),
  z
    .object({ configuration: z.object({ query: z.object({ query: z.string() }) }) })
    .transform(({ configuration }) => configuration.query.query),
]);

/** Stands before BigQuery and keeps the text of every statement that comes by, dry runs included. */
export async function recordStatements(target: string): Promise<LocalServer & { statements: Set<string> }> {
  const statements = new Set<string>();
  const handler = getRequestListener(async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'POST' ? await request.text() : undefined;
    const parsed = querySchema.safeParse(body ? JSON.parse(body) : undefined);
    if (parsed.success) statements.add(parsed.data);
    const { authorization = '', 'content-type': type = 'application/json' } = Object.fromEntries(
      request.headers,
    );
    const answer = await fetch(target + pathname + search, {
      method: request.method,
      headers: { authorization, 'content-type': type },
      ...(body !== undefined && { body }),
    });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    });
  });
  const server = await listen(handler, { name: 'the recorder', port: 0, portSetting: 'none' });
  return { ...server, statements };
}
