import { keepRows } from '../conversation/context/keep-rows.ts';
import { withoutState } from '../conversation/context/late-orders.ts';
import { findUnmet } from '../conversation/context/leans-on.ts';
import { withContext, withNames, withRanked } from '../conversation/context/with-context.ts';
import { isFollowUp, saysWhenOnly } from '../conversation/merge/follow-up.ts';
import { mergeFollowUp } from '../conversation/merge/merge-follow-up.ts';
import type { Parts } from '../parts/parts.ts';
import { toTimeOfChange } from '../parts/to-time-of-change.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toFreshQuestion } from './fresh-question.ts';
import { findBoth } from './gaps/find-both.ts';
import { findDropped } from './gaps/find-dropped.ts';
import { findRankedElsewhere } from './gaps/find-ranked-elsewhere.ts';
import { findUnrecorded } from './gaps/find-unrecorded.ts';
import { findUntaken, findUntakenOfSlow, toUntaken } from './gaps/find-untaken.ts';
import { toFuture } from './gaps/lacking.ts';
import { toRefusal } from './gaps/to-refusal.ts';
import { toUnheeded } from './gaps/to-unheeded.ts';
import type { Question } from './question.ts';
import { toSmallTalk } from './small-talk.ts';
import { foretells } from './to-ahead.ts';
import { comparesForecast, toForecast } from './to-forecast.ts';
import { toNewOrLapsed } from './to-new-or-lapsed.ts';
import { toReorder } from './to-reorder.ts';
import { type AsOf, toReport } from './to-report.ts';

/**
 * Makes a complete question of the parts of a sentence and of the question before it.
 * @param before the question before it in the same message.
 * @param earlier the question of an earlier message.
 */
export function toQuestion(
  said: Parts,
  before: Question | null,
  earlier: Question | null,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question {
  const previous = before ?? earlier;
  // After two times side by side the month that moved most is told of them.
  const isOfTwo = previous?.kind === 'data' && (previous.against !== null || previous.periods.length > 1);
  const parts = isOfTwo ? said : toTimeOfChange(said, vocabulary);
  if ('unheeded' in parts) return { kind: 'unheeded', words: [parts.unheeded], names: said.names };
  const question = toAsked(parts, before, earlier, vocabulary, asOf);
  const named = previous === null ? null : keepRows(parts, question, previous);
  return named === null ? question : toAsked(named, before, earlier, vocabulary, asOf);
}

function toAsked(
  parts: Parts,
  before: Question | null,
  earlier: Question | null,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question {
  const previous = before ?? earlier;
  const special = toSpecial(parts, previous, vocabulary, asOf);
  if (special?.kind === 'unheeded' && parts.leftover.length > 0)
    return { ...special, rest: toQuestion({ ...parts, leftover: [] }, before, earlier, vocabulary, asOf) };
  const source = previous && { question: previous, isSameMessage: before !== null };
  const refines =
    source !== null &&
    (isFollowUp(parts, source.question) ||
      (source.isSameMessage && (isElliptic(parts) || saysWhenOnly(parts, source.question))));
  if (special === null && source && refines)
    return withMoves(
      withoutState(withNames(mergeFollowUp(parts, source.question, vocabulary, asOf), source), source),
      parts,
    );
  const ranked = source ? withRanked(parts, source, vocabulary) : parts;
  const question = special ?? withMoves(toFreshQuestion(ranked, vocabulary, asOf.today), parts);
  if (source === null) return question;
  const told = withContext(question, parts, source, vocabulary);
  const unmet = findUnmet(told, parts, source.question);
  return unmet === null ? withoutState(told, source) : { kind: 'unheeded', words: [unmet], names: [] };
}

/** "What did Orsini deliver? Units per product": figures of what was spoken of, without a verb. */
function isElliptic({ text, measures, names }: Parts): boolean {
  return text !== '' && measures.length > 0 && names.length === 0 && !verbs.test(text);
}

const verbs =
  /\b(is|are|was|were|be|do|does|did|have|has|had|will|would|can|could|should|what|which|who|whom|whose|how|when|where|why|show|give|list|tell|compare|plot|draw|need|want|let)\b|['’]s\b/;

/** What is not about a figure, or cannot be had; null for any other question. */
function toSpecial(
  parts: Parts,
  previous: Question | null,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question | null {
  if (parts.missing && !definesKnown(parts)) return { kind: 'missing', ...parts.missing };
  const small = toSmallTalk(parts, vocabulary);
  if (small) return small;
  // "Drop the revenue" asks for nothing that is not in the records.
  const refused = parts.removes === null ? toRefusal(parts, vocabulary) : null;
  if (refused?.kind === 'missing' && parts.unknownSplit !== null) {
    const names = parts.names.filter(({ text }) => text !== parts.unknownSplit);
    const known = { ...parts, unknownSplit: null, names, dimensions: [] };
    const rest = toFreshQuestion(known, vocabulary, asOf.today);
    return rest.kind === 'data' ? { ...refused, rest } : refused;
  }
  if (refused) return refused;
  const unrecorded = findUnrecorded(parts);
  if (unrecorded) return unrecorded;
  const both = findBoth(parts) ?? findDropped(parts);
  if (both !== null) return { kind: 'unheeded', words: [both], names: parts.names };
  const isReport = parts.report !== null && !definesKnown(parts) && !isHeading(parts);
  if (isReport && vocabulary.parameters.get(parts.report ?? '')?.has('which'))
    // "Forecast revenue from new customers": those of the past are no forecast.
    return parts.time.future !== null
      ? toFuture(parts.time.future)
      : toNewOrLapsed(parts, previous, vocabulary, asOf);
  if (parts.report !== null && isReport) {
    // Of slow movers a measure may be only how they are spoken of: "slow movers that we should mark down".
    const untaken = /slow_movers/.test(parts.report)
      ? findUntakenOfSlow(parts, asOf.today)
      : findUntaken(parts, parts.report, vocabulary);
    if (untaken !== null) return toUntaken(untaken, parts.report);
    const narrowing = parts.leftover.filter((word) => narrows.test(word));
    if (narrowing.length > 0) return { kind: 'unheeded', words: narrowing, names: parts.names };
    return parts.report === 'forecast_demand'
      ? toForecast(parts, vocabulary, asOf)
      : toReport(parts.report, parts, vocabulary, asOf);
  }
  if (comparesForecast(parts, previous))
    return toUntaken('compare a forecast with another time', 'forecast_demand');
  const elsewhere = parts.reorder ? null : findRankedElsewhere(parts);
  if (elsewhere) return elsewhere;
  const asksFigure =
    parts.measures.length > 0 ||
    parts.names.length > 0 ||
    parts.focus.has('sell') ||
    // "Which products will grow next year?"
    parts.focus.has('change') ||
    // "Demand next month by category"
    /\bdemand\b/.test(parts.text);
  const unheeded = toUnheeded(parts, vocabulary, previous);
  if (unheeded) return unheeded;
  const isOfDue = parts.purchasing !== null || parts.daysOf !== null || asksDue(previous);
  const isAhead = parts.time.future !== null || (!isOfDue && foretells(parts, asOf));
  if (isAhead && asksFigure && !parts.reorder) {
    const isSales =
      parts.measures.every((references) => references.some(({ tool }) => tool === 'query_sales')) &&
      !/\b(?:arriv\w+|deliver\w*|receiv\w*|com(?:e|ing) in)\b/.test(parts.text);
    return isSales && vocabulary.tools.has('forecast_demand')
      ? toForecast(parts, vocabulary, asOf)
      : toFuture(parts.time.future ?? parts.time.periods[0]?.spoken ?? '');
  }
  if (parts.reorder && vocabulary.tools.has('get_reorder_recommendations'))
    return toReorder(parts, previous, vocabulary, asOf.today);
  return null;
}

/** "A forecast of large orders", "new class A products" are of fewer than a report is of. */
const narrows =
  /^(?:small|big|large|huge|tiny|major|minor|new|newest|old|latest|former|single|early|late|cash|own|added|only|twice)$/i;

function asksDue(previous: Question | null): boolean {
  return previous?.kind === 'data' && previous.daysOf !== null;
}

/** "Overstock check: articles with more than 90 days of cover" is headed by what it is for, and says all of what it asks. */
function isHeading({ text, dimensions, conditions, order, measures }: Parts): boolean {
  // "Slow movers: which five products sold the fewest units?"
  if (/^[a-z ]{3,30}: (?:which|what)\b/.test(text) && order !== null && measures.length > 0) return true;
  const bounds = conditions.some(({ references }) => references !== null);
  const all =
    /^[a-z ]{3,50}, (?:anything|everything|all|those|items|products|articles)\s+(?:with|that|which)\b/;
  return bounds && ((dimensions.length > 0 && /^[a-z ]{3,30}(?::| [-–]) /.test(text)) || all.test(text));
}

function definesKnown(parts: Parts): boolean {
  return parts.focus.has('define') && parts.measures.length > 0;
}

/** "Which product changed most?" ranks moves by their size, "contributed most" those that went the way of the whole. */
function withMoves(question: Question, { text, order }: Parts): Question {
  if (question.kind !== 'data') return question;
  const { changes, against, periods } = question;
  if (!changes && against === null && periods.length < 2) return question;
  const moves = eitherWay.test(text) ? 'any' : ofWhole.test(text) ? 'whole' : null;
  if (moves !== null) return { ...question, moves };
  return order === null ? question : { ...question, moves: null };
}

const eitherWay =
  /\b(?:changed?|moved?|shift(?:ed|s)?|differ(?:ed|s)?|var(?:ied|ies)|swung) (?:the )?most\b|\b(?:biggest|largest|greatest) (?:changes?|moves?|movements?|swings?|shifts?|differences?|movers?)\b|\b(?:changes?|moves?|swings?|shifts?|differences?) (?:is |was |were )?(?:the )?(?:biggest|largest|greatest)\b/;
/** "Which product most?", after a fall, fell most. */
const ofWhole =
  /\bcontribut(?:ed?|es|ing) (?:the )?most\b|^(?:and |so )?(?:which|what) [a-z]+ (?:the )?most\W*$/;
