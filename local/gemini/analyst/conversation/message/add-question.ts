import type { Parts } from '../../parts/parts.ts';
import { addFigures, joinFigures, saysAgain } from '../../question/join-figures.ts';
import type { Question } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import { isFollowUp, saysWhenOnly } from '../merge/follow-up.ts';
import { sortsBy } from '../merge/merge-figures.ts';
import { namesNothing, refersToContext } from '../references/refers.ts';
import { keepsContext } from '../thread.ts';
import { settleHalf, whether } from './settle-half.ts';
import { repeats } from './within-message.ts';

/** What one sentence of a message asks. */
export type Asked = {
  sentence: string;
  parts: Parts;
  question: Question;
  /** What another tool has of it: "revenue and stock value by category" needs two. */
  other: { parts: Parts; question: Question } | null;
  /** "And" stands before it, or after it. */
  isJoined: boolean;
  isNextJoined: boolean;
  /** The message has nothing else. */
  isOnly: boolean;
};

/**
 * The questions of a message with what its next sentence asks: a question of its own, or more of the one before it. What is not
 * understood is kept as such, since an answer to the rest would be taken for the whole.
 *
 * @param before the last of the questions, as far as its names are known
 */
export function addQuestion(questions: Question[], asked: Asked, before: Question | null): Question[] {
  const { parts, sentence } = asked;
  const question = settleHalf(asked, before);
  if (repeats(question, before)) return questions;
  if (asked.isJoined && asksWhich.test(parts.text) && isSame(question, before))
    return [...questions, { kind: 'unheeded', words: [sentence], names: parts.names }];
  // "Which wines have not sold for three months, and how much of them is left?": what is not found has no figure.
  const last = questions.at(-1);
  const isOpen = last?.kind === 'missing';
  if (isOpen && (asked.isJoined ? leansOn(parts) : refersToContext(parts))) return questions;
  if (isOpen && last.rest === undefined && isCorrection(asked)) return questions;
  if (question.kind === 'unclear' && !isLeftOut(asked, before))
    return [...questions, { kind: 'unheeded', words: [sentence], names: parts.names }];
  const joined = asked.isJoined ? joinFigures(before, question) : addFigures(before, question);
  const replaces = joined !== null || refines({ ...asked, question }, before);
  const added = joined ?? (replaces ? question : withNamesAnew(question));
  return [...(replaces ? questions.slice(0, -1) : questions), ...withOther(added, asked)];
}

/** "Revenue of Kitchen in October? And of Garden in September?": a name takes the place of one of its kind, and stands beside none. */
function withNamesAnew(question: Question): Question {
  if (question.kind !== 'data' || !question.names.some(({ carried, meant }) => !carried && !meant))
    return question;
  return {
    ...question,
    names: question.names.map((name) => (name.carried ? { ...name, open: true } : name)),
  };
}

/** "Which warehouse holds most, and which ships most?": what is the same question once more was not understood. */
function isSame(question: Question, before: Question | null): boolean {
  return question.kind === 'data' && JSON.stringify(question) === JSON.stringify(before);
}

/** "Lead time per supplier country? Sorry, per category": what names no figure is of the one that was refused. */
function isCorrection({ sentence, parts }: Asked): boolean {
  return (
    parts.measures.length === 0 && /^(?:sorry|i mean|i meant|rather|no|per|by|only|just)\b/i.test(sentence)
  );
}

/** Says not of what: that is told by the half before it. */
function leansOn(parts: Parts): boolean {
  return refersToContext(parts) || (namesNothing(parts) && parts.time.periods.length === 0);
}

/** "Is anything wrong in Main? What did we sell?", "…, and how many of them were blue?": half an answer would be taken for the whole. */
function isLeftOut({ sentence, parts, isOnly, isNextJoined }: Asked, before: Question | null): boolean {
  const isHalf = isNextJoined && asksWhich.test(parts.text);
  if (!isOnly && (isHalf || asksAnew.test(sentence))) return false;
  return before === null || !asksOther.test(parts.text);
}

/** More than "by how much?" and "how is it worked out?", which go on from another. */
const asksAnew = /^(?!.*\b(?:it|that|this|they|them|those|these|much|many|you)\b).*\w+ \w+ \w+ ?\?/i;

/** "Which warehouse shipped the most, and what is it short of?": the second half alone would be taken for the whole. */
const asksWhich = /^(?:(?:and|so|but) )*(?:which|who|when|how (?:many|much))\b/;

/** "How many came" asks for another figure, "how many at each place" for more of the same. */
const asksOther =
  /^(?:and )?how (?:many|much)(?: of (?:them|it|those|these))? (?!(?:is|are|was|were|does|do|did) (?:it|that|they|this|there)\b|in total|altogether|at|in|by|per|for|each)\w+(?!.*\b(?:each|compare)\b)/;

/** A second sentence may only add to the first: "Sales last month. Show a table." */
function refines(asked: Asked, before: Question | null): boolean {
  const { question, parts } = asked;
  return (
    before !== null &&
    !asksOtherTime(question, parts, before) &&
    !asksWhether(parts, before) &&
    !asksOfRows(asked, before) &&
    !ranksBeside(parts, before) &&
    question.kind === before.kind &&
    keepsContext(before) &&
    keepsContext(question) &&
    !asksOne(parts, before) &&
    !asksShare.test(parts.text) &&
    ((before.kind === 'reorder' && sortsBy(parts)) ||
      saysAgain(question, before) ||
      saysHow(parts, before) ||
      (parts.measures.length === 0 && (isFollowUp(parts, before) || saysWhenOnly(parts, before))))
  );
}

/** "Revenue this year? And last year?" asks for both; "sorry, I mean last year" for one. */
function asksOtherTime(question: Question, { text }: Parts, before: Question): boolean {
  if (!('periods' in question) || !('periods' in before) || corrects.test(text)) return false;
  const own = new Set(question.periods.map(toKey));
  return own.size > 0 && before.periods.some((period) => !own.has(toKey(period)));
}

/** "Sales by channel. Is online growing?", "what is our return rate, and is it getting worse?": the rows or the figure are told, too. */
function asksWhether({ text }: Parts, before: Question): boolean {
  if (before.kind !== 'data') return false;
  const hasRows = before.dimensions.length > 0 || before.grain !== null;
  return (hasRows || before.periods.length === 0) && whether.test(text);
}

/** "How many are late, and which suppliers are they from?", "revenue by region. Which ones fell?": the number and the rows are told, too. */
function asksOfRows({ question, parts: { text }, isJoined }: Asked, before: Question): boolean {
  if (question.kind !== 'data' || before.kind !== 'data') return false;
  const isWhich = asksWhich.test(text);
  const isSplit = question.dimensions.length > before.dimensions.length;
  if (before.counts && isSplit && (isWhich || isJoined)) return true;
  // Of the highest of many no sum is told: "what did returns cost us, and from which customers?"
  const isOfMany = question.dimensions.some((name) => manyMembers.has(name));
  const isTotal = before.dimensions.length === 0 && before.grain === null;
  if ((isJoined || before.counts) && isSplit && isOfMany && isTotal) return true;
  const isMoved = question.changes && !before.changes && before.dimensions.length > 0;
  const isRanked = before.order !== null && question.dimensions.length > 0;
  return (isWhich && (isMoved || isRanked)) || (isMoved && isRanked);
}

/** "Units by month. Best month?", "revenue by category. Best product?": the rows are told beside it; "highest first" is their order. */
function ranksBeside({ order, dimensions, grain, limit, text }: Parts, before: Question): boolean {
  if (before.kind !== 'data' || order === null || before.order !== null || inOrder.test(text)) return false;
  const names = dimensions.flat().map(({ name }) => name);
  const isOther = names.length > 0 && !names.some((name) => before.dimensions.includes(name));
  const isOfTime = before.grain !== null && grain === before.grain && limit === null;
  return (before.dimensions.length > 0 || before.grain !== null) && (isOther || isOfTime);
}

const inOrder =
  /\b(?:first|sort\w*|order(?:ed)?|rank\w*|descending|ascending|on top|at the (?:top|bottom)|only|just|instead)\b/;

const toKey = ({ start, end }: { start: string; end: string }) => `${start}..${end}`;
const corrects = /\b(?:sorry|actually|rather|instead|i mean|i meant|no|not|only|just)\b/;

/** "Do reps give more discount than the web shop? Year to date, as a share of sales": the time and the figure that the first is meant in. */
function saysHow({ text, words, time, focus, per }: Parts, before: Question): boolean {
  const isTimed = time.periods.length > 0;
  // "Revenue last month? Last year?" asks for both.
  if (isTimed && 'periods' in before && before.periods.length > 0) return false;
  const isIn = isTimed || focus.has('share') || per !== null;
  return isIn && words <= 12 && howOnly.test(text) && !asks.test(text);
}

const howOnly =
  /^(?:as (?:a |an )?(?:share|percentage|part|proportion|rate)|as %|in (?:%|percent|units|pieces|money|dollars|(?:19|20)\d\d|q[1-4]|the (?:last|first))|by \w+|per \w+|year to date|so far|last|this|over the|during|since|for (?:the |last |this |(?:19|20)\d\d|q[1-4])|q[1-4]|h[12])\b/;
const asks =
  /\b(?:what|which|who|how|where|when|why|show|list|give|tell|compare|is|are|was|were|do|does|did|has|have|will|can|and)\b/;

/** "And what share is that?" is a question beside the first. */
const asksShare = /^(?:and )?what (?:share|percentage|part|proportion)\b/;

/** "Units rejected in 2012, and which vendor was the worst?", "…, and how many were there a month ago?", "…, and how much on Sundays?" ask for two figures. */
function asksOne({ order, time, names, filters, dimensions, ...said }: Parts, before: Question): boolean {
  // "Revenue by region. And who bought most?"
  const [opening, text] = [said.opening, said.text].map((words) => words.replace(joint, ''));
  if (opening === undefined || text === undefined) return false;
  // "Which region has the most margin, and how has it changed?": which one it is would be left out.
  const isRanking = before.kind === 'data' && before.order !== null;
  // "Which channel is largest in the West? And in the East?": rows of both together are neither's.
  const ofRows =
    before.kind === 'data' &&
    (before.dimensions.length > 0 || before.grain !== null || before.changes || before.compares);
  const isOfOther = names.some(({ meant, excluded, optional }) => !meant && !excluded && !optional);
  if (ofRows && isOfOther && opening !== said.opening && dimensions.length === 0 && before.names.length > 0)
    return true;
  // "Which customers returned most, and which products?"
  const isSplit = dimensions.length > 0;
  if (isRanking && names.some(({ meant }) => meant?.isOne || (isSplit && meant?.isAll))) return true;
  // Names of one kind stand side by side in one answer.
  const isOfAll = 'filters' in before && before.filters.length === 0 && before.names.length === 0;
  if (/^how (many|much)\b/.test(opening))
    return (
      asksPart.test(text) ||
      said.focus.has('average') ||
      time.periods.length > 0 ||
      filters.length > 0 ||
      (isOfAll && names.length > 0)
    );
  // "Revenue by category. And the top brand?"
  const isOther = isSplit && before.kind === 'data' && before.dimensions.length > 0 && !within.test(text);
  const isNamed = isOther && opening !== said.opening;
  return order !== null && (isNamed || /^(?:which|who|what)\b/.test(opening));
}

const joint = /^(?:(?:and|but|so|then|also|what about|how about) )+/;
const within = /\b(?:each|every|per|within|of (?:it|them|those|these))\b/;

/** "How many customers are in the East, and how many of them are wholesale?" */
const asksPart =
  /^how (?:many|much) of (?:them|those|these|it|that) (?:is|are|was|were|came|come|did|do|have|has|had|went|go|bought|buy|ordered|order|returned|spent|took|paid|sold)\b/;

function withOther(question: Question, { sentence, parts, other }: Asked): Question[] {
  if (other === null) return [question];
  // Half an answer to one sentence would be taken for the whole: "revenue of cancelled purchase orders" is no list of figures.
  if (other.question.kind === 'missing' && !/\band\b/.test(parts.text)) return [other.question];
  if (isOwner(other.parts, parts.text)) return [{ kind: 'unheeded', words: [sentence], names: [] }];
  return [question, other.question];
}

/** "Revenue of cancelled orders": a figure of what only another tool has. */
function isOwner({ measures }: Parts, text: string): boolean {
  const stems = measures.flat().map(({ name }) => name.slice(0, 6));
  return stems.some((stem) => new RegExp(`\\bof (?:the |our )?${stem}`).test(text));
}
