import { resultPartSchema, resultSchema, rowsSchema } from '@tallyboard/contract';
import { doc, type Firestore, getDoc } from 'firebase/firestore';
import { isRefused } from './is-refused.ts';
import { parseDocument } from './parse-document.ts';
import type { ResultData } from './records.ts';

/**
 * A result with the rows of all its parts.
 * @param path of the result's document
 * @throws Error with a sentence for a person where it does not exist, a part is missing, or the server is out of reach.
 */
export async function fetchResult(firestore: Firestore, path: string): Promise<ResultData> {
  const result = parseDocument(resultSchema, await read(firestore, path));
  const further = Array.from({ length: result.partCount - 1 }, (_, index) => `${path}/parts/${index + 1}`);
  const parts = await Promise.all(
    further.map(async (part) => parseDocument(resultPartSchema, await read(firestore, part)).rowsJson),
  );
  const rows = [result.rowsJson, ...parts].flatMap((json) => rowsSchema.parse(JSON.parse(json)));
  return { result, rows };
}

async function read(firestore: Firestore, path: string): Promise<unknown> {
  const snapshot = await getDoc(doc(firestore, path)).catch((cause: unknown) => {
    throw isRefused(cause) ? cause : new Error('Check your connection and try again.', { cause });
  });
  if (!snapshot.exists())
    throw new Error('The data behind this is gone: it is kept as long as its conversation.');
  return snapshot.data();
}
