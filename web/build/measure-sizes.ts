export type BuiltChunk = { fileName: string; isEntry: boolean; imports: string[]; bytes: number };
export type Sizes = { firstPaint: number; all: number };

/** The entry with all that it imports statically, which the first paint waits for; and everything. */
export function measureSizes(chunks: BuiltChunk[]): Sizes {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<BuiltChunk>();
  const need = (chunk: BuiltChunk | undefined) => {
    if (!chunk || needed.has(chunk)) return;
    needed.add(chunk);
    for (const name of chunk.imports) need(byName.get(name));
  };
  for (const chunk of chunks) if (chunk.isEntry) need(chunk);
  const sum = (some: Iterable<BuiltChunk>) => [...some].reduce((total, { bytes }) => total + bytes, 0);
  return { firstPaint: sum(needed), all: sum(chunks) };
}
