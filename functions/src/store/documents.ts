import { type DocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';

/** A document's data with its timestamps as dates, parsed. @throws ZodError when it is not what the contract says */
export function parseDocument<S extends z.ZodType>(snapshot: DocumentSnapshot, schema: S): z.infer<S> {
  return schema.parse(toPlain(snapshot.data()));
}

/** Firestore has timestamps where the contract has dates. */
function toPlain(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(toPlain);
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
  }
  return value;
}

/**
 * Drops what is undefined: Firestore refuses it, and a missing field means the same. Half a character, which is left where a text was
 * cut or a model sent one, is no UTF-8: U+FFFD takes its place.
 */
export function toFields(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, toField(inner)]),
  );
}

function toField(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(toField);
  return isRecord(value) ? toFields(value) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const codedSchema = z.object({ code: z.number().int() });
const unknown = 2;
const deadlineExceeded = 4;
const notFound = 5;
const alreadyExists = 6;
const failedPrecondition = 9;
const aborted = 10;
const internal = 13;
const unavailable = 14;

/** True where a commit was refused because a document was not as it had been read: reading again decides. */
export function isConflict(error: unknown): boolean {
  return [notFound, alreadyExists, failedPrecondition, aborted].includes(toStatus(error));
}

/** True where it is not known whether a request arrived, or a later one may succeed: the client does not send a commit again by itself then. */
export function isPassing(error: unknown): boolean {
  return [unknown, deadlineExceeded, internal, unavailable].includes(toStatus(error));
}

export function isAlreadyExists(error: unknown): boolean {
  return toStatus(error) === alreadyExists;
}

export function isNotFound(error: unknown): boolean {
  return toStatus(error) === notFound;
}

/** The gRPC status, which the client also gives over REST; -1 where there is none. */
function toStatus(error: unknown): number {
  return codedSchema.safeParse(error).data?.code ?? -1;
}
