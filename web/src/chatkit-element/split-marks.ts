import type { Mark } from './to-marks.ts';

/** A text and the stretches of it that are to be marked. */
export type Marked = { source: string; marks: Mark[] };
export type Piece = { text: string; title: string | null };

/** What of a Markdown node is drawn as it is, and where the node stands in the source. */
type Drawn = { value: string; position?: { start: { offset?: number }; end: { offset?: number } } };

/**
 * A node's text cut where marked stretches begin and end. A stretch that goes on beyond the node is marked up to its end. Where escapes
 * and entities leave no telling which characters are meant, all that is left is marked: a mark too many harms less than one too few.
 */
export function splitMarks({ value, position }: Drawn, { source, marks }: Marked): Piece[] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  if (from === undefined || to === undefined) return [{ text: value, title: null }];
  const written = source.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(mark.start, from) - from;
    const end = Math.min(mark.end, to) - from;
    if (end <= start || at === value.length) continue;
    const words = written.slice(start, end);
    const place = findAgain(words, written, start, value);
    const [first, last] = place < at ? [at, value.length] : [place, place + words.length];
    if (first > at) pieces.push({ text: value.slice(at, first), title: null });
    pieces.push({ text: value.slice(first, last), title: mark.title });
    at = last;
  }
  if (at < value.length || pieces.length === 0) pieces.push({ text: value.slice(at), title: null });
  return pieces;
}

/** Where in `value` the words stand that stand at `start` of what was written: after as many of the same as there. -1 where they do not. */
function findAgain(words: string, written: string, start: number, value: string): number {
  let place = value.indexOf(words);
  for (let at = written.indexOf(words); at >= 0 && at < start && place >= 0; ) {
    at = written.indexOf(words, at + 1);
    place = value.indexOf(words, place + 1);
  }
  return place;
}
