import { z } from 'zod';
import type { Target, TargetChange, WatchedTarget } from '../../state/watch.ts';
import { FirestoreError, invalidArgument, toErrorBody, toRpcStatus } from '../../status.ts';
import { checkDocumentName } from '../../value/names.ts';
import { formatMicros } from '../../value/timestamp.ts';
import { toWireDocument } from '../../value/to-wire.ts';
import type { Document, Micros } from '../../value/value.ts';
import type { Caller, Context } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { parseQuery } from '../parse-query.ts';
import { parseTime, timeSchema } from '../parse-write.ts';
import { admitQuery } from '../rest/run-query.ts';
import { onTokenExpiry, type Send, type Stream } from './stream.ts';

const requestSchema = z.object({
  addTarget: z
    .object({
      targetId: z.number().int(),
      query: z.object({ parent: z.string(), structuredQuery: z.unknown().optional() }).optional(),
      documents: z.object({ documents: z.array(z.string()).min(1) }).optional(),
      resumeToken: z.string().optional(),
      readTime: timeSchema.optional(),
    })
    .optional(),
  removeTarget: z.number().int().optional(),
});
type AddTarget = NonNullable<z.infer<typeof requestSchema>['addTarget']>;

/** Answers a Listen stream: any number of targets, each fed by the commits that touch it. */
export function createListenStream(context: Context, caller: Caller, send: Send): Stream {
  const access = context.access(caller);
  const targets = new Map<number, WatchedTarget>();
  let dirty = false;

  /** Tells the client that what it has is consistent as of `at`; it raises no snapshot before. */
  const sendBoundary = (at: Micros) => {
    send({ targetChange: { targetChangeType: 'NO_CHANGE', targetIds: [], ...toToken(at) } });
  };
  const stopCommits = context.watch.onCommit((commitTime) => {
    if (dirty) sendBoundary(commitTime);
    dirty = false;
  });
  const stopExpiry = onTokenExpiry(caller, () => {
    send(toErrorBody(new FirestoreError('UNAUTHENTICATED', 'The ID token has expired.')));
  });

  const remove = (targetId: number, cause?: unknown) => {
    targets.get(targetId)?.stop();
    targets.delete(targetId);
    const why = cause === undefined ? {} : { cause: toRpcStatus(cause) };
    send({ targetChange: { targetChangeType: 'REMOVE', targetIds: [targetId], ...why } });
  };

  const mayGet = (document: Document) => {
    try {
      access.get(document.name, document);
      return true;
    } catch {
      return false;
    }
  };

  const sendChange = (targetId: number, change: TargetChange, at: Micros) => {
    const readTime = formatMicros(at);
    for (const document of change.set) {
      send({ documentChange: { document: toWireDocument(document), targetIds: [targetId] } });
    }
    for (const { name, deleted } of change.gone) {
      const document = deleted ? null : context.store.read(name);
      if (document && mayGet(document)) {
        const removedTargetIds = [targetId];
        send({ documentChange: { document: toWireDocument(document), targetIds: [], removedTargetIds } });
      } else {
        const kind = document ? 'documentRemove' : 'documentDelete';
        send({ [kind]: { document: name, readTime, removedTargetIds: [targetId] } });
      }
    }
  };

  const add = (request: AddTarget) => {
    const { targetId } = request;
    const target = parseTarget(request);
    const admit = () => {
      if (target.kind === 'query') admitQuery(context, access, target.query);
      else for (const name of target.names) access.get(name, context.store.read(name));
    };
    admit();
    targets.get(targetId)?.stop();
    const watched = context.watch.add(target, (change, commitTime) => {
      dirty = true;
      try {
        // Whether a document may be read can depend on what it holds.
        if (target.kind === 'documents') admit();
        sendChange(targetId, change, commitTime);
      } catch (error) {
        remove(targetId, error);
      }
    });
    targets.set(targetId, watched);
    send({ targetChange: { targetChangeType: 'ADD', targetIds: [targetId] } });
    sendInitial(request, target, watched);
  };

  const sendInitial = (request: AddTarget, target: Target, watched: WatchedTarget) => {
    const { targetId } = request;
    const { initial, readTime } = watched;
    const at = resumePoint(request);
    const changes = at === null ? null : context.watch.since(target, at, initial);
    if (changes) {
      sendChange(targetId, changes, readTime);
    } else {
      // What the client kept may include what has been deleted since: without RESET it would stay.
      if (at !== null) send({ targetChange: { targetChangeType: 'RESET', targetIds: [targetId] } });
      sendChange(targetId, { set: initial, gone: missing(target, initial) }, readTime);
    }
    send({ targetChange: { targetChangeType: 'CURRENT', targetIds: [targetId], ...toToken(readTime) } });
    sendBoundary(readTime);
  };

  return {
    receive: (message) => {
      let targetId: number | null = null;
      try {
        const { addTarget, removeTarget } = parseBody(requestSchema, message);
        targetId = addTarget?.targetId ?? null;
        if (addTarget) add(addTarget);
        else if (removeTarget !== undefined) remove(removeTarget);
      } catch (error) {
        if (!(error instanceof FirestoreError))
          context.logger.error({ err: error }, 'A Firestore listener failed');
        if (targetId === null) send(toErrorBody(error));
        else remove(targetId, error);
      }
    },
    end: () => {
      stopCommits();
      stopExpiry();
      for (const watched of targets.values()) watched.stop();
      targets.clear();
    },
  };
}

function parseTarget({ query, documents }: AddTarget): Target {
  if (query) return { kind: 'query', query: parseQuery(query.parent, query.structuredQuery) };
  if (!documents) throw invalidArgument('A target is a query or documents.');
  for (const name of documents.documents) checkDocumentName(name);
  return { kind: 'documents', names: documents.documents };
}

function missing(target: Target, found: Document[]): TargetChange['gone'] {
  if (target.kind === 'query') return [];
  const names = new Set(found.map((document) => document.name));
  return target.names.filter((name) => !names.has(name)).map((name) => ({ name, deleted: true }));
}

/** A resume token is the time that the client is consistent as of. */
function toToken(at: Micros): { resumeToken: string; readTime: string } {
  return { resumeToken: Buffer.from(String(at)).toString('base64'), readTime: formatMicros(at) };
}

/** Null for a new target; NaN for a token that is not ours, which resets the client. */
function resumePoint(request: AddTarget): Micros | null {
  if (request.readTime !== undefined) return parseTime(request.readTime);
  if (!request.resumeToken) return null;
  const text = Buffer.from(request.resumeToken, 'base64').toString();
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
}
