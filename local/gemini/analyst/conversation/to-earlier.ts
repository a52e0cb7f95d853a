import type { Question } from '../question/question.ts';
import { joinLast, speaksOfTwo } from './join-last.ts';
import type { Subject } from './subject.ts';
import { isOfOneRow, type Thread } from './thread.ts';

/** What a sentence goes on from: mostly the last question, but also a list before it, or the last two as one. */
export function toEarlier(text: string, { subject, asked, list: rows }: Thread): Subject {
  const list = asked.findLast(isList);
  // "Same list for San Antonio", after a question about the rows of a list: the list itself.
  const last = asked.at(-1);
  const isOfRows = last?.kind === 'data' && last.names.some(({ meant }) => meant?.isAll);
  if (list && (sameList.test(text) || (isOfRows && same.test(text)))) return { ...subject, question: list };
  // "And the third?", after what the first one bought: the third of the same list.
  if (rows && last && isOfOneRow(last) && another.test(text)) return { ...subject, rows, asksOne: false };
  const two = speaksOfTwo(text) ? joinLast(asked.at(-1) ?? null, asked.at(-2) ?? null) : null;
  return two ? { ...subject, question: two, rows: null, joins: true } : subject;
}

const another =
  /^(?:(?:and|now|ok|then|what about|how about),? )*the (?:first|second|third|fourth|fifth|last|next|other)(?: one)?\W*$/i;
const sameList = /\bsame (?:list|ranking|table|top)\b/i;
/** The rows of Philadelphia are none of San Antonio. */
const same = /^the same for /i;

/** A list of its own, not one of the rows of another. */
function isList(question: Question): boolean {
  if (question.kind === 'reorder') return true;
  if (question.kind !== 'data' || question.names.some(({ meant }) => meant !== undefined)) return false;
  return question.dimensions.length > 0 && (question.order !== null || question.conditions.length > 0);
}
