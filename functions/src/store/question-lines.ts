import { maxQuestionsLength } from '@tallyboard/contract';

const maxLineLength = 200;

/** A conversation's questions with one more: a line each, cut, the oldest dropped where there is no more room. */
export function addQuestion(questions: string, question: string): string {
  const line = question.replace(/\s+/gu, ' ').trim().slice(0, maxLineLength);
  const lines = [...questions.split('\n').filter((known) => known !== '' && known !== line), line];
  while (lines.length > 1 && lines.join('\n').length > maxQuestionsLength) lines.shift();
  return lines.join('\n');
}
