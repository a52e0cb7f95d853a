import { z } from 'zod';
import { project } from '../../state/run-query.ts';
import { parseFieldPath } from '../../value/field-path.ts';
import { checkDocumentName } from '../../value/names.ts';
import { formatMicros } from '../../value/timestamp.ts';
import { toWireDocument } from '../../value/to-wire.ts';
import { parseBody } from '../parse-body.ts';
import { maskSchema } from '../parse-write.ts';
import { consistencySchema, toReads } from '../reads.ts';
import type { Operation } from './operation.ts';

const bodySchema = consistencySchema.extend({
  documents: z.array(z.string()).default([]),
  mask: maskSchema.nullish(),
});

export const batchGet: Operation = (context, { body, access }) => {
  const request = parseBody(bodySchema, body);
  for (const name of request.documents) checkDocumentName(name);
  const reads = toReads(context, request);
  const readTime = formatMicros(reads.readTime);
  const mask = request.mask?.fieldPaths.map(parseFieldPath);
  const answers = request.documents.map((name) => {
    const document = reads.read(name);
    access.get(name, document);
    if (!document) return { missing: name, readTime };
    return { found: toWireDocument(mask ? project(document, mask) : document), readTime };
  });
  return reads.begun ? [{ transaction: reads.begun }, ...answers] : answers;
};
