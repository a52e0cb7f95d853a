import { createReadStream } from 'node:fs';

const names: Record<string, string> = {
  '\r\n': 'of Windows (CR and LF)',
  '\n': 'of Linux (LF)',
  '\r': 'of old Macs (CR)',
};

/** What is wrong with the first row that ends otherwise than those above it, in a file that DuckDB does not read for it. */
export async function describeMixedEnds(path: string): Promise<string | undefined> {
  let row = 1;
  let isQuoted = false;
  let above: string | undefined;
  let rest = '';
  for await (const chunk of createReadStream(path, 'latin1')) {
    const text = rest + chunk;
    // The second half of a line end may be in the next chunk.
    rest = text.endsWith('\r') ? '\r' : '';
    for (const [mark] of text.slice(0, text.length - rest.length).matchAll(/"|\r\n|\r|\n/g)) {
      // A line end in quotes is part of a value.
      if (mark === '"') isQuoted = !isQuoted;
      if (mark === '"' || isQuoted) continue;
      if (above !== undefined && mark !== above) return toProblem(row, mark, above);
      above = mark;
      row += 1;
    }
  }
  return rest === '' || above === undefined || rest === above ? undefined : toProblem(row, rest, above);
}

function toProblem(row: number, end: string, above: string): string {
  return `row ${row} has the line end ${names[end]}, and those above have that ${names[above]}. All rows must have the same: save the file anew in an editor, which gives them one.`;
}
