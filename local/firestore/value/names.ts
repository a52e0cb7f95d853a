import { invalidArgument } from '../status.ts';

/** `projects/p/databases/d/documents` and what follows it. */
export type ResourceName = { root: string; segments: string[] };

const pattern = /^(projects\/[^/]+\/databases\/[^/]+\/documents)(?:\/(.+))?$/s;
const maxSegmentBytes = 1500;
const maxNameBytes = 6 * 1024;

/**
 * Splits a document, collection or root name and checks every segment.
 * @throws FirestoreError INVALID_ARGUMENT
 */
export function parseName(name: string): ResourceName {
  const match = pattern.exec(name);
  if (!match?.[1]) throw invalidArgument(`Document name "${name}" lacks "projects" at index 0.`);
  const segments = match[2]?.split('/') ?? [];
  for (const segment of segments) checkSegment(segment, name);
  if (Buffer.byteLength(name) > maxNameBytes) {
    throw invalidArgument(`The name is longer than ${maxNameBytes} bytes.`);
  }
  return { root: match[1], segments };
}

/** @throws FirestoreError INVALID_ARGUMENT when the name is not a document's. */
export function checkDocumentName(name: string): void {
  const { segments } = parseName(name);
  if (segments.length === 0 || segments.length % 2 !== 0) {
    throw invalidArgument(`Document name "${name}" has an odd number of segments after "documents".`);
  }
}

/** The collection that a document lies in: its name without the last segment. */
export function parentOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}

export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The database that a name belongs to: `projects/p/databases/d`. */
export function databaseOf(name: string): string {
  return name.split('/').slice(0, 4).join('/');
}

function checkSegment(segment: string, name: string): void {
  const wrong =
    segment === '' || segment === '.' || segment === '..'
      ? 'is empty, "." or ".."'
      : /^__.*__$/s.test(segment) && !/^__id-?\d+__$/.test(segment)
        ? 'is reserved: it starts and ends with two underscores'
        : Buffer.byteLength(segment) > maxSegmentBytes
          ? `is longer than ${maxSegmentBytes} bytes`
          : null;
  if (wrong)
    throw invalidArgument(`Resource id "${segment.slice(0, 100)}" in "${name.slice(0, 300)}" ${wrong}.`);
}
