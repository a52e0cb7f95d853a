import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Route, routes } from '../../routes.ts';
import { FirestoreError, invalidArgument } from '../../status.ts';
import { parseName } from '../../value/names.ts';
import { toCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { parseJson, readBody, replyError, replyJson } from '../http.ts';

const verbs = new Set(routes.map(({ verb }) => verb));

/** Answers one REST request. */
export async function handleRest(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  let streamed = false;
  try {
    const { database, name, verb } = parseAddress(url.pathname);
    const route = findRoute(request.method ?? '', verb, name);
    streamed = route.streamed ?? false;
    const caller = await toCaller(request.headers.authorization, context.verifyToken);
    const body = parseJson(await readBody(request));
    const access = context.access(caller);
    replyJson(
      response,
      route.operation(context, { database, name, params: url.searchParams, body, caller, access }),
    );
  } catch (error) {
    if (!(error instanceof FirestoreError))
      context.logger.error({ err: error }, 'A Firestore request failed');
    replyError(response, error, streamed);
  }
}

/** Splits before decoding: a document's id may hold an encoded ":" or "/". */
function parseAddress(pathname: string): { database: string; name: string; verb: string | null } {
  const colon = pathname.lastIndexOf(':');
  const last = colon > pathname.lastIndexOf('/') ? pathname.slice(colon + 1) : null;
  const verb = last !== null && (verbs.has(last) || last === 'executePipeline') ? last : null;
  const path = verb === null ? pathname : pathname.slice(0, colon);
  const match = /^\/v1\/(projects\/[^/]+\/databases\/[^/]+)\/documents(\/.*)?$/.exec(path);
  if (!match?.[1]) throw new FirestoreError('NOT_FOUND', `There is nothing at ${pathname}.`);
  const database = decode(match[1]);
  const segments = (match[2] ?? '').split('/').slice(1).map(decode);
  const name = [`${database}/documents`, ...segments].join('/');
  return { database, name, verb };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new FirestoreError('INVALID_ARGUMENT', `The address holds a wrong escape: ${text}`, { cause });
  }
}

function findRoute(method: string, verb: string | null, name: string): Route {
  if (verb === 'executePipeline') {
    throw new FirestoreError(
      'UNIMPLEMENTED',
      'The local Firestore has no pipelines (an Enterprise edition feature).',
    );
  }
  const { segments } = parseName(name);
  const kind = segments.length === 0 ? 'root' : segments.length % 2 === 0 ? 'document' : 'collection';
  const found = routes.find(
    (route) => route.method === method && route.verb === verb && route.on.includes(kind),
  );
  if (found) return found;
  throw invalidArgument(`${method} is not an operation on ${name}${verb ? `:${verb}` : ''}.`);
}
