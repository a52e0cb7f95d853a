import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ImportError } from './import-error.ts';

/** Whether it is an encoding that Node reads, by a label of https://encoding.spec.whatwg.org. */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/**
 * A copy of a file in UTF-8, where DuckDB puts what does not fit in memory: it reads no other encoding without an extension.
 * @param file as messages name it
 * @returns its path; it is deleted with that folder
 * @throws ImportError `file_unreadable` where the file is not of this encoding
 */
export async function toUtf8(
  connection: DuckDBConnection,
  path: string,
  file: string,
  encoding: string,
): Promise<string> {
  const reader = await connection.runAndReadAll("SELECT current_setting('temp_directory')");
  const folder = String(reader.getRowsJson()[0]?.[0]);
  await mkdir(folder, { recursive: true });
  const copy = join(folder, 'utf-8.csv');
  const decoder = new TextDecoder(encoding, { fatal: true });
  async function* decode(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }
  await pipeline(createReadStream(path), decode, createWriteStream(copy)).catch((cause) => {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ImportError('file_unreadable', `${file} is not in ${encoding}, which its source names.`, {
      cause,
    });
  });
  return copy;
}
