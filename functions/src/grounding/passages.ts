/** A longer line is cut to the sentence and the one before it. */
const longLine = 300;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Finds the words around a figure that say what it is about: its line, or in a long paragraph its sentence and the last. Each line is
 * taken apart once, however many figures it has.
 */
export function createPassageFinder(text: string): (at: number) => string {
  const lines = new Map<number, { line: string; starts: number[] }>();
  const read = (start: number) => {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const starts = line.length <= longLine ? [0] : Array.from(sentences.segment(line), ({ index }) => index);
    const made = { line, starts };
    lines.set(start, made);
    return made;
  };
  return (at) => {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const { line, starts } = lines.get(lineStart) ?? read(lineStart);
    if (line.length <= longLine) return line;
    const index = starts.findLastIndex((start) => lineStart + start <= at);
    return line.slice(starts[Math.max(0, index - 1)], starts[index + 1]);
  };
}
