import type { z } from 'zod';
import { toFieldPath } from './field-path.ts';
import { type FieldViolation, GoogleError, toBadRequest } from './google-error.ts';

/**
 * Parses a JSON body with a schema.
 * @throws GoogleError 400 in the words of Google's JSON parser: each unknown name and each wrong value with its field.
 */
export function parseBody<T>(text: string, schema: z.ZodType<T>): T {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GoogleError(400, `Invalid JSON payload received. ${reason}`);
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw toBadRequest(parsed.error.issues.flatMap((issue) => toViolations(issue, body)));
}

function toViolations(issue: z.core.$ZodIssue, body: unknown): FieldViolation[] {
  const path = toFieldPath(issue.path, body);
  if (issue.code === 'unrecognized_keys') {
    const at = path === '' ? '' : ` at '${path}'`;
    return issue.keys.map((key) => ({
      field: path,
      description: `Invalid JSON payload received. Unknown name "${key}"${at}: Cannot find field.`,
    }));
  }
  const type = issue.code === 'invalid_type' ? toProtoType(issue.expected) : 'TYPE_ENUM';
  const value = JSON.stringify(issue.input) ?? 'nothing';
  return [{ field: path, description: `Invalid value at '${path}' (${type}), ${value}` }];
}

function toProtoType(expected: string): string {
  const types: Record<string, string> = {
    string: 'TYPE_STRING',
    boolean: 'TYPE_BOOL',
    number: 'TYPE_DOUBLE',
    int: 'TYPE_INT32',
    record: 'type.googleapis.com/google.protobuf.Struct',
  };
  return types[expected] ?? 'TYPE_MESSAGE';
}
