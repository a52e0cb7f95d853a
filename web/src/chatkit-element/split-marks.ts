import type { Text } from 'mdast';
import type { Mark } from './to-marks.ts';

export type Piece = { text: string; title: string | null };

/**
 * A text node cut where marked stretches begin and end. Works on text whose characters stand in the source as they are
 * (no escapes or entities in that stretch); elsewhere nothing is marked.
 */
export function splitMarks({ value, position }: Text, marks: Mark[]): Piece[] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  const whole = [{ text: value, title: null }];
  if (from === undefined || to === undefined || to - from !== value.length) return whole;
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < from + at || mark.end > to) continue;
    const start = mark.start - from;
    const end = mark.end - from;
    if (start > at) pieces.push({ text: value.slice(at, start), title: null });
    pieces.push({ text: value.slice(start, end), title: mark.title });
    at = end;
  }
  if (at === 0) return whole;
  if (at < value.length) pieces.push({ text: value.slice(at), title: null });
  return pieces;
}
