import { type FileHandle, open } from 'node:fs/promises';

const [lineFeed, carriageReturn, quote, space] = [10, 13, 34, 32];
const chunkBytes = 1 << 20;

/**
 * The rows of a CSV file in which nothing stands, as a spreadsheet counts: the header is row 1. DuckDB passes them over without a word,
 * and so would count what comes after them too low.
 */
export async function findBlankRows(path: string, delimiter: string): Promise<number[]> {
  const file = await open(path);
  try {
    // Looking at every byte takes thirty times as long as this search, and most files have no such row.
    return (await hasBlankLine(file)) ? await scan(file, delimiter.charCodeAt(0)) : [];
  } finally {
    await file.close();
  }
}

async function hasBlankLine(file: FileHandle): Promise<boolean> {
  // The first byte is the last one of the chunk before.
  const bytes = Buffer.alloc(chunkBytes + 1);
  for (let position = 0; ; position += chunkBytes) {
    const { bytesRead } = await file.read(bytes, 1, chunkBytes, position);
    const text = bytes.subarray(0, bytesRead + 1);
    if (['\n\n', '\n\r', '\r\r'].some((ends) => text.includes(ends))) return true;
    if (bytesRead < chunkBytes) return false;
    bytes.copyWithin(0, chunkBytes);
  }
}

async function scan(file: FileHandle, separator: number): Promise<number[]> {
  const blank: number[] = [];
  let row = 1;
  let isEmpty = true;
  let isQuoted = false;
  /** Whether a quote that comes now begins a value, or goes on with one that seemed to end, as a doubled quote does. */
  let opens = true;
  let last = 0;
  const bytes = new Uint8Array(chunkBytes);
  for (let position = 0; ; position += chunkBytes) {
    const { bytesRead } = await file.read(bytes, 0, chunkBytes, position);
    for (const byte of bytes.subarray(0, bytesRead)) {
      if (byte === quote && (isQuoted || opens)) {
        isQuoted = !isQuoted;
        opens = !isQuoted;
        isEmpty = false;
      } else if (isQuoted || (byte === lineFeed && last === carriageReturn)) {
        // A line end in quotes is part of a value, and the second half of one is no other line.
      } else if (byte === lineFeed || byte === carriageReturn) {
        if (isEmpty) blank.push(row);
        row += 1;
        isEmpty = true;
        opens = true;
      } else {
        isEmpty = false;
        opens = byte === separator || (opens && byte === space);
      }
      last = byte;
    }
    if (bytesRead < chunkBytes) return blank;
  }
}
