const maxLength = 60;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A conversation's title, from its first question: one line, cut at a word. */
export function toConversationTitle(question: string): string {
  const line = question.replace(/\s+/gu, ' ').trim();
  const characters = [...graphemes.segment(line)];
  if (characters.length <= maxLength) return line.slice(0, 120);
  const cut = characters
    .slice(0, maxLength)
    .map(({ segment }) => segment)
    .join('');
  const lastSpace = cut.lastIndexOf(' ');
  const atWord = lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${atWord.replace(/[\s,;:.–-]+$/u, '').slice(0, 118)}…`;
}
