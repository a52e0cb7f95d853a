import { maxTitleLength } from '@tallyboard/contract';

/** Characters as a person counts them. */
const mostCharacters = 60;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A conversation's title, from its first question: one line, cut at a word. */
export function toConversationTitle(question: string): string {
  const line = question.replace(/\s+/gu, ' ').trim();
  const cut = cutBetweenCharacters(line);
  if (cut === line) return line;
  const lastSpace = cut.lastIndexOf(' ');
  const atWord = lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${atWord.replace(/[\s,;:.–-]+$/u, '')}…`;
}

function cutBetweenCharacters(line: string): string {
  let count = 0;
  let end = 0;
  for (const { segment } of graphemes.segment(line)) {
    if (count === mostCharacters || end + segment.length >= maxTitleLength) break;
    count += 1;
    end += segment.length;
  }
  // One character can be longer than a title.
  return end === 0 ? line.slice(0, maxTitleLength - 1).toWellFormed() : line.slice(0, end);
}
