import { z } from 'zod';
import type { Precondition, Transform, Write } from '../state/write.ts';
import { invalidArgument } from '../status.ts';
import { parseFieldPath } from '../value/field-path.ts';
import { parseFields, parseValue } from '../value/parse-value.ts';
import { parseTimestamp, timestampToMicros } from '../value/timestamp.ts';
import type { Micros, Value } from '../value/value.ts';
import { parseBody } from './parse-body.ts';

export const timeSchema = z.union([
  z.string(),
  z.object({ seconds: z.coerce.number().default(0), nanos: z.coerce.number().default(0) }),
]);
export const maskSchema = z.object({ fieldPaths: z.array(z.string()).default([]) });
export const preconditionSchema = z.object({
  exists: z.boolean().optional(),
  updateTime: timeSchema.optional(),
});

const arraySchema = z.object({ values: z.array(z.unknown()).default([]) });
const transformSchema = z.object({
  fieldPath: z.string(),
  setToServerValue: z.union([z.string(), z.number()]).optional(),
  increment: z.unknown().optional(),
  maximum: z.unknown().optional(),
  minimum: z.unknown().optional(),
  appendMissingElements: arraySchema.optional(),
  removeAllFromArray: arraySchema.optional(),
});
const writeSchema = z.object({
  update: z.object({ name: z.string(), fields: z.unknown().optional() }).optional(),
  delete: z.string().optional(),
  verify: z.string().optional(),
  transform: z
    .object({ document: z.string(), fieldTransforms: z.array(transformSchema).default([]) })
    .optional(),
  updateMask: maskSchema.nullish(),
  updateTransforms: z.array(transformSchema).default([]),
  currentDocument: preconditionSchema.nullish(),
});

/** @throws FirestoreError INVALID_ARGUMENT */
export function parseWrite(input: unknown): Write {
  const body = parseBody(writeSchema, input);
  const precondition = parsePrecondition(body.currentDocument);
  if (body.delete !== undefined) return { kind: 'delete', name: body.delete, precondition };
  if (body.verify !== undefined) return { kind: 'verify', name: body.verify, precondition };
  if (body.transform) {
    const transforms = body.transform.fieldTransforms.map(parseTransform);
    return {
      kind: 'update',
      name: body.transform.document,
      fields: new Map(),
      mask: [],
      transforms,
      precondition,
    };
  }
  if (!body.update) throw invalidArgument('A write is an update, a delete, a verify or a transform.');
  return {
    kind: 'update',
    name: body.update.name,
    fields: parseFields(body.update.fields),
    mask: body.updateMask ? body.updateMask.fieldPaths.map(parseFieldPath) : null,
    transforms: body.updateTransforms.map(parseTransform),
    precondition,
  };
}

export function parsePrecondition(
  body: z.infer<typeof preconditionSchema> | null | undefined,
): Precondition | null {
  if (body?.updateTime !== undefined) return { updateTime: parseTime(body.updateTime) };
  return body?.exists === undefined ? null : { exists: body.exists };
}

export function parseTime(time: z.infer<typeof timeSchema>): Micros {
  if (typeof time === 'string') return timestampToMicros(parseTimestamp(time));
  return timestampToMicros({ seconds: time.seconds, nanos: Math.floor(time.nanos / 1000) * 1000 });
}

function parseTransform(body: z.infer<typeof transformSchema>): Transform {
  const field = parseFieldPath(body.fieldPath);
  const value = (input: unknown): Value => parseValue(input, body.fieldPath);
  if (body.increment !== undefined) return { field, kind: 'increment', operand: value(body.increment) };
  if (body.maximum !== undefined) return { field, kind: 'maximum', operand: value(body.maximum) };
  if (body.minimum !== undefined) return { field, kind: 'minimum', operand: value(body.minimum) };
  if (body.appendMissingElements) {
    return { field, kind: 'union', operands: body.appendMissingElements.values.map(value) };
  }
  if (body.removeAllFromArray)
    return { field, kind: 'remove', operands: body.removeAllFromArray.values.map(value) };
  if (body.setToServerValue === 'REQUEST_TIME' || body.setToServerValue === 1)
    return { field, kind: 'serverTime' };
  throw invalidArgument(`Unknown transform of "${body.fieldPath}".`);
}
