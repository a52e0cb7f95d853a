import type { Parts } from '../parts/parts.ts';
import type { Question } from './question.ts';

/** "Which product changed most?" ranks moves by their size, "contributed most" those that went the way of the whole. */
export function withMoves(question: Question, { text, order }: Parts): Question {
  if (question.kind !== 'data') return question;
  const { changes, against, periods } = question;
  if (!changes && against === null && periods.length < 2) return question;
  const moves = eitherWay.test(text) ? 'any' : ofWhole.test(text) ? 'whole' : null;
  if (moves !== null) return { ...question, moves };
  return order === null ? question : { ...question, moves: null };
}

const eitherWay =
  /\b(?:changed?|moved?|shift(?:ed|s)?|differ(?:ed|s)?|var(?:ied|ies)|swung) (?:the )?most\b|\b(?:biggest|largest|greatest) (?:changes?|moves?|movements?|swings?|shifts?|differences?|movers?)\b|\b(?:changes?|moves?|swings?|shifts?|differences?) (?:is |was |were )?(?:the )?(?:biggest|largest|greatest)\b/;
const ofWhole = /\bcontribut(?:ed?|es|ing) (?:the )?most\b/;
