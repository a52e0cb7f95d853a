import { invalidArgument } from '../status.ts';
import type { Micros, Timestamp } from './value.ts';

const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
const minSeconds = -62_135_596_800;
const maxSeconds = 253_402_300_799;

/**
 * Reads RFC 3339 text and rounds it down to microseconds, as Firestore does.
 * @throws FirestoreError INVALID_ARGUMENT when it is not a time in the years 1 to 9999.
 */
export function parseTimestamp(text: string): Timestamp {
  const match = pattern.exec(text);
  const millis = match ? Date.parse(`${match[1]}${match[3]}`) : Number.NaN;
  if (!match || Number.isNaN(millis)) throw invalidArgument(`"${text}" is not a timestamp.`);
  return toTimestamp(Math.floor(millis / 1000), Number((match[2] ?? '').padEnd(9, '0')));
}

/** @throws FirestoreError INVALID_ARGUMENT when out of range. */
export function toTimestamp(seconds: number, nanos: number): Timestamp {
  const inRange = seconds >= minSeconds && seconds <= maxSeconds && nanos >= 0 && nanos < 1e9;
  if (!inRange) throw invalidArgument('A timestamp lies between the years 1 and 9999.');
  return { seconds, nanos: Math.floor(nanos / 1000) * 1000 };
}

/** Always six digits after the point, so that texts of one length sort as times do. */
export function formatTimestamp(value: Timestamp): string {
  const date = new Date(value.seconds * 1000).toISOString().slice(0, 19);
  return `${date}.${String(value.nanos / 1000).padStart(6, '0')}Z`;
}

export function microsToTimestamp(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / 1e6);
  return { seconds, nanos: (micros - seconds * 1e6) * 1000 };
}

export function timestampToMicros(value: Timestamp): Micros {
  return value.seconds * 1e6 + value.nanos / 1000;
}

export function formatMicros(micros: Micros): string {
  return formatTimestamp(microsToTimestamp(micros));
}
