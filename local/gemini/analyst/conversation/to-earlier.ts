import type { Question } from '../question/question.ts';
import { begins } from '../vocabulary/lead.ts';
import { each, joinLast, ofBoth } from './in-full/join-last.ts';
import type { Rows } from './read-rows.ts';
import { nouns, singular } from './references/nouns.ts';
import { parties } from './references/pick-rows.ts';
import type { Subject } from './subject.ts';
import { isOfOneRow, type Thread } from './thread.ts';

/** What a sentence goes on from: mostly the last question, but also a list before it, or the last ones as one. */
export function toEarlier(text: string, { subject, asked, list: rows }: Thread): Subject {
  const list = asked.findLast(isList);
  // "Same list for San Antonio", after a question about the rows of a list: the list itself.
  const last = asked.at(-1);
  const isOfRows = last?.kind === 'data' && last.names.some(({ meant }) => meant?.isAll);
  if (list && sameList.test(text)) return { ...subject, question: list };
  // "And the third?", after what the first one bought: the third of the same list. "That one or the first one", too.
  if (
    rows &&
    last &&
    isOfOneRow(last, rows) &&
    (besideAnother.test(text) || isAnother(text, rows, subject.rows))
  )
    return { ...subject, question: withoutRows(last), rows, asksOne: false };
  if (list && isOfRows && same.test(text)) return { ...subject, question: list };
  // "Which of the two is more punctual?", after the figures of one and then of the other.
  const both =
    ofBoth.test(text) && subject.rows === null ? joinLast('compare both', asked, subject.rows) : null;
  const isOfNames = both?.act === 'compare' && both.question.periods.length < 2;
  if (both && (isOfNames || !/^\W*(?:\w+ )*which one (?!of|from)/i.test(text)))
    return { ...subject, question: both.question, joins: both.act };
  // "How many orders each?", after the share of one and then of the other.
  // "Margin of both", too.
  const isOfTwo = ofTwo.test(text);
  const ofBothNames = ofEach.test(text) || isOfTwo ? joinLast('compare both', asked, null) : null;
  if (ofBothNames?.act === 'compare' && (isOfTwo || ofBothNames.question.periods.length < 2)) {
    const question: Question = {
      ...ofBothNames.question,
      share: false,
      compares: ofBothNames.question.periods.length > 1,
    };
    return { ...subject, question, rows: null, joins: 'each' };
  }
  const joined = joinLast(text, asked, subject.rows);
  return joined ? { ...subject, question: joined.question, rows: null, joins: joined.act } : subject;
}

/** Whether a row of the list before is meant, and none of the last answer: "and the third?", "the second territory", "what did the third buy?" */
function isAnother(text: string, list: Rows, own: Rows | null): boolean {
  if (another.test(text)) return true;
  const [, noun] = place.exec(text) ?? [];
  if (noun === undefined) return false;
  const listed = list.kinds[0]?.dimension ?? '';
  const isOwn = (dimension: string | undefined) => own?.kinds[0]?.dimension === dimension;
  const named = nouns[noun.toLowerCase()];
  if (named !== undefined) return named === listed && !isOwn(named);
  return own === null || (parties.includes(listed) && !isOwn(listed) && acts.test(text));
}

const ordinal = '(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)';
const place = new RegExp(`\\b(?:the ${ordinal}|(?:number|no\\.|#) ?\\d{1,2})\\b ?(one|${singular}|)`, 'i');
const acts =
  /\b(?:buy|bought|order|ordered|return|returned|spend|spent|deliver|delivered|supply|supplied)\b/i;
const another = new RegExp(
  `^(?:(?:and|now|ok|then|but|so|the same for|same for|what about|how about|for|with),? )*(?:the (?:${ordinal}|last|next|other)|(?:number|no\\.|#) ?\\w+)(?: one)?\\W*$`,
  'i',
);
const besideAnother = new RegExp(
  `\\b(?:(?:that|this) one (?:or|and|vs\\.?|versus|against|than) the ${ordinal}|the ${ordinal}(?: one)? (?:or|and|vs\\.?|versus|against|than) (?:that|this) one)\\b`,
  'i',
);
const sameList = /\bsame (?:list|ranking|table|top)\b/i;
/** The rows of Philadelphia are none of San Antonio. */
const same = /^the same for /i;

const ofEach = begins(`(?:how (?:many|much)|what|their|the) [^,.?!]*${each.source}`);

const ofTwo =
  /^(?!.*\b(?:total|sum|together|combined|difference|compare|that|it)\b)[^,.?!]{3,40} (?:of|for|in|from) both\W*$/i;

/** The question without what it was narrowed to as the rows of an answer: those of one customer are none of another. */
function withoutRows(question: Question): Question {
  if (question.kind !== 'data') return question;
  const ofRows = question.names.flatMap(({ meant }) =>
    meant?.isAll && !meant.isOne && meant.filter ? [meant.dimension] : [],
  );
  return { ...question, filters: question.filters.filter(({ dimension }) => !ofRows.includes(dimension)) };
}

/** A list of its own, not one of the rows of another. */
function isList(question: Question): boolean {
  if (question.kind === 'reorder') return true;
  if (question.kind !== 'data' || question.names.some(({ meant }) => meant !== undefined)) return false;
  return question.dimensions.length > 0 && (question.order !== null || question.conditions.length > 0);
}
