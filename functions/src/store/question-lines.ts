import { maxQuestionsLength } from '@tallyboard/contract';

const maxLineLength = 200;

/** A conversation's questions with one more: a line each, cut, the oldest dropped where there is no more room. */
export function addQuestion(questions: string, question: string): string {
  const line = cut(question.replace(/\s+/gu, ' ').trim());
  const lines = [...questions.split('\n').filter((known) => known !== '' && known !== line), line];
  while (lines.length > 1 && lines.join('\n').length > maxQuestionsLength) lines.shift();
  return lines.join('\n');
}

/** Half a character is no text that Firestore takes. */
function cut(line: string): string {
  return line.slice(0, maxLineLength).replace(/[\ud800-\udbff]$/, '');
}
