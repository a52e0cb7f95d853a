import type { Annotation } from '../chatkit/protocol/items.ts';

/** A stretch of the Markdown source, in UTF-16 offsets, to be marked with a reason. */
export type Mark = { start: number; end: number; title: string };

/** The stretches that entity annotations with `start` and `end` name, in order and without overlaps. */
export function toMarks(annotations: Annotation[]): Mark[] {
  const marks = annotations.flatMap(({ source }): Mark[] => {
    const { start, end } = source.data ?? {};
    if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return [];
    return [{ start, end, title: source.title }];
  });
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  return ordered.filter((mark, index) => index === 0 || mark.start >= (ordered[index - 1]?.end ?? 0));
}
