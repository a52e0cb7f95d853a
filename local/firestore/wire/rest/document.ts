import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { commitWrites } from '../../state/commit.ts';
import { project } from '../../state/run-query.ts';
import type { Write } from '../../state/write.ts';
import { FirestoreError, invalidArgument } from '../../status.ts';
import { parseFieldPath } from '../../value/field-path.ts';
import { checkDocumentName } from '../../value/names.ts';
import { parseFields } from '../../value/parse-value.ts';
import { toWireDocument } from '../../value/to-wire.ts';
import type { Document } from '../../value/value.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { parsePrecondition } from '../parse-write.ts';
import { toReads } from '../reads.ts';
import type { Operation, RestRequest } from './operation.ts';

const documentSchema = z.object({ fields: z.unknown().optional() });

export const getDocument: Operation = (context, { name, params, access }) => {
  checkDocumentName(name);
  const reads = toReads(context, {
    transaction: params.get('transaction') ?? undefined,
    readTime: params.get('readTime'),
  });
  const document = reads.read(name);
  access.get(name, document);
  if (!document) throw new FirestoreError('NOT_FOUND', `Document "${name}" not found.`);
  return masked(document, params);
};

export const createDocument: Operation = (context, request) => {
  const id = request.params.get('documentId') ?? randomBytes(15).toString('base64url').replace(/[-_]/g, '0');
  const fields = parseFields(parseBody(documentSchema, request.body).fields);
  const name = `${request.name}/${id}`;
  return write(context, request, {
    kind: 'update',
    name,
    fields,
    mask: null,
    transforms: [],
    precondition: { exists: false },
  });
};

export const updateDocument: Operation = (context, request) => {
  const { params, name } = request;
  const fields = parseFields(parseBody(documentSchema, request.body).fields);
  const mask = params.has('updateMask.fieldPaths')
    ? params.getAll('updateMask.fieldPaths').map(parseFieldPath)
    : null;
  return write(context, request, {
    kind: 'update',
    name,
    fields,
    mask,
    transforms: [],
    precondition: precondition(params),
  });
};

export const deleteDocument: Operation = ({ store }, { name, params, access }) => {
  commitWrites(store, [{ kind: 'delete', name, precondition: precondition(params) }], {
    authorize: access.writes,
  });
  return {};
};

function write({ store, indexes }: Context, { access, params }: RestRequest, change: Write): unknown {
  commitWrites(store, [change], { indexes, authorize: access.writes });
  const document = store.read(change.name);
  if (!document) throw invalidArgument(`The document ${change.name} was not written.`);
  return masked(document, params);
}

function masked(document: Document, params: URLSearchParams): unknown {
  if (!params.has('mask.fieldPaths')) return toWireDocument(document);
  return toWireDocument(project(document, params.getAll('mask.fieldPaths').map(parseFieldPath)));
}

function precondition(params: URLSearchParams) {
  const exists = params.get('currentDocument.exists');
  const updateTime = params.get('currentDocument.updateTime');
  return parsePrecondition({
    ...(exists === null ? {} : { exists: exists === 'true' }),
    ...(updateTime === null ? {} : { updateTime }),
  });
}
