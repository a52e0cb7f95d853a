import { invalidArgument } from '../status.ts';
import type { Fields, Value } from './value.ts';

/** The segments of a field path: `a.b` is `['a', 'b']`. */
export type FieldPath = readonly string[];

const simple = /^[A-Za-z_][A-Za-z0-9_]*$/;
const segment = /^(?:([A-Za-z_][A-Za-z0-9_]*)|`((?:[^`\\]|\\.)+)`)(\.|$)/s;
/** The document's own name, allowed in filters and orders. */
export const namePath: FieldPath = ['__name__'];

/**
 * Reads `a.b` and `` a.`b.c` ``.
 * @throws FirestoreError INVALID_ARGUMENT
 */
export function parseFieldPath(text: string): FieldPath {
  const path: string[] = [];
  let rest = text;
  for (;;) {
    const match = segment.exec(rest);
    if (!match) throw invalidArgument(`Invalid field path "${text}".`);
    path.push(match[1] ?? (match[2] ?? '').replace(/\\(.)/gs, '$1'));
    rest = rest.slice(match[0].length);
    if (match[3] === '') return path;
  }
}

export function formatFieldPath(path: FieldPath): string {
  return path
    .map((part) => (simple.test(part) ? part : `\`${part.replace(/[`\\]/g, (char) => `\\${char}`)}\``))
    .join('.');
}

export function isNamePath(path: FieldPath): boolean {
  return path.length === 1 && path[0] === '__name__';
}

export function isSamePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

export function getField(fields: Fields, path: FieldPath): Value | null {
  let current: Fields = fields;
  for (const [index, part] of path.entries()) {
    const value = current.get(part);
    if (value === undefined) return null;
    if (index === path.length - 1) return value;
    if (value.type !== 'map') return null;
    current = value.fields;
  }
  return null;
}

/** A copy in which the value at `path` is `value`, or is gone for null. Maps on the way are made as needed. */
export function withField(fields: Fields, path: FieldPath, value: Value | null): Fields {
  const [head, ...tail] = path;
  if (head === undefined) return fields;
  const copy = new Map(fields);
  if (tail.length === 0) {
    if (value === null) copy.delete(head);
    else copy.set(head, value);
    return copy;
  }
  const child = fields.get(head);
  if (value === null && child?.type !== 'map') return fields;
  const inner = child?.type === 'map' ? child.fields : new Map<string, Value>();
  return copy.set(head, { type: 'map', fields: withField(inner, tail, value) });
}
