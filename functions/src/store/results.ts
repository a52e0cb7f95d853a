import type { DocumentReference } from '@google-cloud/firestore';
import { type Result, type Rows, resultPartSchema, resultSchema, rowsSchema } from '@tallyboard/contract';
import type { ToolResult } from '../tools/tool.ts';
import { parseDocument, toFields } from './documents.ts';

/** Firestore takes 1 MiB a document; this leaves room for columns, SQL and parameters. */
const maxRowsBytes = 900_000;

export type NamedResult = {
  resultId: string;
  call: { name: string; args: unknown };
  result: ToolResult;
  expiresAt: Date;
};

/** Stores a result under its turn. The document that names the parts is written last: who reads it finds them all. */
export async function saveResult(
  turn: DocumentReference,
  { resultId, call, result, expiresAt }: NamedResult,
): Promise<void> {
  const [first = '[]', ...rest] = splitRows(result.rows, maxRowsBytes);
  const ref = turn.collection('results').doc(resultId);
  await Promise.all(
    rest.map((rowsJson, index) =>
      ref
        .collection('parts')
        .doc(String(index + 1))
        .set({ rowsJson, expiresAt }),
    ),
  );
  const { rows, notes: _, ...kept } = result;
  const document: Result = {
    ...kept,
    resultId,
    tool: call.name,
    argumentsJson: JSON.stringify(call.args ?? {}),
    rowCount: rows.length,
    rowsJson: first,
    partCount: rest.length + 1,
    expiresAt,
  };
  await ref.set(toFields(document));
}

/** A stored result with the rows of all its parts. */
export type StoredResult = { result: Result; rows: Rows };

/** A turn's results in order, each with all its rows. TTL removes one document after the other: rows that are gone count as left out. */
export async function listResults(turn: DocumentReference): Promise<StoredResult[]> {
  const snapshots = await turn.collection('results').get();
  const results = snapshots.docs.map((snapshot) => parseDocument(snapshot, resultSchema));
  const whole = results.map(async (result) => {
    const rows = await readRows(turn, result);
    const rowsCut = result.rowsCut + result.rowCount - rows.length;
    return { result: { ...result, rowCount: rows.length, rowsCut }, rows };
  });
  return (await Promise.all(whole)).toSorted((a, b) => toNumber(a) - toNumber(b));
}

/** A result with all its rows, or undefined where there is none any more. */
export async function readResult(
  turn: DocumentReference,
  resultId: string,
): Promise<StoredResult | undefined> {
  const snapshot = await turn.collection('results').doc(resultId).get();
  if (!snapshot.exists) return undefined;
  const result = parseDocument(snapshot, resultSchema);
  const rows = await readRows(turn, result);
  return rows.length < result.rowCount ? undefined : { result, rows };
}

function toNumber({ result }: StoredResult): number {
  return Number(result.resultId.slice(1));
}

/** Those that are there. */
async function readRows(turn: DocumentReference, result: Result): Promise<Rows> {
  const parts = turn.collection('results').doc(result.resultId).collection('parts');
  const numbers = Array.from({ length: result.partCount - 1 }, (_, index) => String(index + 1));
  const read = await Promise.all(numbers.map((number) => parts.doc(number).get()));
  const kept = read.filter((part) => part.exists);
  const jsons = [result.rowsJson, ...kept.map((part) => parseDocument(part, resultPartSchema).rowsJson)];
  return jsons.flatMap((json) => rowsSchema.parse(JSON.parse(json)));
}

/** Rows as JSON arrays of at most `maxBytes` each; a single row is never split. */
export function splitRows(rows: Rows, maxBytes: number): string[] {
  const parts: string[][] = [[]];
  let bytes = 2;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = Buffer.byteLength(json) + 1;
    if (bytes + size > maxBytes && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      bytes = 2;
    }
    parts.at(-1)?.push(json);
    bytes += size;
  }
  return parts.map((part) => `[${part.join(',')}]`);
}
