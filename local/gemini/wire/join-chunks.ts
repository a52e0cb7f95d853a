import type { Chunk } from './chunk-writer.ts';
import { GoogleError, type GoogleErrorBody } from './google-error.ts';
import type { Write } from './to-writes.ts';

type Candidate = NonNullable<Chunk['candidates']>[number];

/**
 * One response for `generateContent`: the chunks of a stream joined, texts in a row as one part. Faults of a stream
 * that one JSON reply cannot have end as a 500.
 */
export async function joinChunks(writes: AsyncIterable<Write>): Promise<Chunk | GoogleErrorBody> {
  let joined: Chunk | null = null;
  for await (const write of writes) {
    if (write.type === 'wait' || write.type === 'one_byte_chunks') continue;
    if (write.type !== 'chunk') throw new GoogleError(500);
    if ('error' in write.body) return write.body;
    joined = joined === null ? write.body : joinTwo(joined, write.body);
  }
  if (joined === null) throw new GoogleError(500);
  return joined;
}

function joinTwo(before: Chunk, after: Chunk): Chunk {
  const [first] = before.candidates ?? [];
  const [second] = after.candidates ?? [];
  if (!first || !second) return { ...before, ...after };
  return { ...after, candidates: [joinCandidates(first, second)] };
}

function joinCandidates(first: Candidate, second: Candidate): Candidate {
  const parts = [...(first.content?.parts ?? [])];
  for (const part of second.content?.parts ?? []) {
    const last = parts.at(-1);
    const isTail = part.text !== undefined && last?.text !== undefined && part.thought === last.thought;
    if (isTail) parts[parts.length - 1] = { ...last, ...part, text: `${last.text}${part.text}` };
    else if (part.text !== '' || part.thoughtSignature !== undefined) parts.push(part);
  }
  return { ...second, content: { role: 'model', parts } };
}
