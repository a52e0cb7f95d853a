/** A longer line is cut to the sentence and the one before it. */
const longLine = 300;

/** The words around a figure that say what it is about: its line, or in a long paragraph its sentence and the last. */
export function findPassage(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  if (line.length <= longLine) return line;
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(line)];
  const index = sentences.findLastIndex((sentence) => lineStart + sentence.index <= at);
  return sentences
    .slice(Math.max(0, index - 1), index + 1)
    .map(({ segment }) => segment)
    .join('');
}
