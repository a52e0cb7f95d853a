import { tellPlainly, withoutNod, withRemark } from './conversation/acts.ts';
import { countFrom, findDataEnd } from './conversation/data-end.ts';
import { goesOnFrom, isFollowUp, saysWhenOnly } from './conversation/follow-up.ts';
import { withDueTime } from './conversation/look-ahead.ts';
import { toRankFirst } from './conversation/rank-first.ts';
import type { PastTurn } from './conversation/read-steps.ts';
import { referBack, type Unclear } from './conversation/refer-back.ts';
import { referToTime } from './conversation/refer-to-time.ts';
import { type Subject, toSubject } from './conversation/subject.ts';
import { goOn, type Heard, keepsContext, startAfter, startThread, withOpen } from './conversation/thread.ts';
import { toCorrected } from './conversation/to-corrected.ts';
import { toEarlier } from './conversation/to-earlier.ts';
import { inOrders, isAboutOrders, toFollowing, withMeant } from './conversation/to-following.ts';
import { awaitsRows, repeats, toOpened } from './conversation/within-message.ts';
import { writeInFull } from './conversation/write-in-full.ts';
import { readFound } from './names/catalog-entries.ts';
import { readAside } from './parts/find-asides.ts';
import { findForeignCurrency } from './parts/find-currency.ts';
import { parseParts } from './parts/parse-parts.ts';
import type { Parts } from './parts/parts.ts';
import { readMeaning } from './parts/read-meaning.ts';
import { shareTime } from './parts/share-time.ts';
import { splitByTool } from './parts/split-parts.ts';
import { addFigures, asksFigures, joinFigures, saysAgain } from './question/join-figures.ts';
import type { Meant, Question } from './question/question.ts';
import { isOfOtherTool } from './question/ranks-elsewhere.ts';
import { inCurrency } from './question/refuse-question.ts';
import { resolve, toSeparate } from './question/resolve-question.ts';
import { toQuestion } from './question/to-question.ts';
import type { Setting, Understood } from './setting.ts';
import type { Day } from './time/calendar.ts';
import { findPeriods } from './time/find-periods.ts';
import { toTokens } from './vocabulary/words.ts';
import { toCrossed } from './wording/crossed.ts';
import { mendSpelling } from './wording/mend-spelling.ts';
import { normaliseQuestion } from './wording/normalise-question.ts';
import { toOpening, toSentences } from './wording/sentences.ts';
import { withoutTalk } from './wording/without-talk.ts';

/** Understands the last turn of a conversation: each earlier one sets what a follow-up may leave out. */
export function understand(asked: PastTurn[], setting: Setting): Understood[] {
  const turns = asked.map((turn) => ({ ...turn, question: withoutTalk(turn.question, setting.lexicon) }));
  let thread = startThread(setting.vocabulary.mostValues);
  let understood: Understood[] = [];
  for (const [index, said] of turns.entries()) {
    if (said.isUnread) {
      thread = startAfter(said, setting.vocabulary.mostValues);
      continue;
    }
    const spoken = toCorrected(withRemark(said.question), thread.subject.question, setting.vocabulary);
    const turn = index === 0 ? said : { ...said, question: withoutNod(spoken) };
    const last = findDataEnd(turns.slice(0, index + 1), setting.today);
    const heard = understandTurn(turn, toEarlier(tellPlainly(turn.question), thread), setting, last);
    understood = withOpen(heard, thread, turn);
    thread = goOn(thread, turn, { ...heard, understood }, heard.understood);
  }
  return understood;
}

function understandTurn(turn: PastTurn, earlier: Subject, setting: Setting, last: Day | null): Heard {
  const { vocabulary, lexicon, fiscalStartMonth } = setting;
  const { mostValues } = vocabulary;
  const meant = new Map<string, Meant>();
  let namesTime = false;
  const refer = (sentence: string, subject: Subject): string | Unclear => {
    const { question } = subject;
    if (subject.joins === 'apart') return { spoken: sentence, choices: [] };
    const said =
      question === null ? withoutNod(sentence) : writeInFull(sentence, subject, question, vocabulary);
    const timed = referToTime(said, subject, last ?? setting.today);
    if (timed !== null && typeof timed !== 'string') return timed;
    if (timed !== null) namesTime = true;
    const referred = referBack(timed ?? said, subject);
    if ('spoken' in referred) return referred;
    for (const [text, one] of referred.meant) meant.set(text, one);
    return referred.sentence;
  };
  const opening = toOpening(turn.question);
  const opened = refer(opening, earlier);
  const refuse = (question: Question, goesOn: boolean): Heard => ({
    understood: [resolve(question, turn, null, setting)],
    goesOn,
  });
  if (typeof opened !== 'string') return refuse({ kind: 'which', ...opened }, true);
  const foreign = findForeignCurrency(turn.question, setting.currency);
  if (foreign !== null) return refuse({ kind: 'missing', spoken: '', topic: inCurrency(foreign) }, true);
  const questions: Question[] = [];
  const found = readFound(turn.steps);
  const { text, doubts } = mendSpelling(
    // What ends the sentence parts it from the next one.
    turn.question.replace(
      opening,
      () => opened + (/\w$/.test(opened) ? (/[?!.]$/.exec(opening)?.[0] ?? '') : ''),
    ),
    lexicon,
    found,
  );
  const whole = normaliseQuestion(text);
  const dataEnd =
    last === null
      ? null
      : countFrom(last, setting.today, (day) => findPeriods(toTokens(whole), day, fiscalStartMonth));
  const asOf = { today: dataEnd?.today ?? setting.today, last };
  const parse = (sentence: string, source: Question | null) => {
    // What a pronoun was written as is a name, whatever its words mean: "Third Quarter Café".
    const spoken = [...meant.keys()].map((name) => ({ kind: '', id: '', name, code: '', match: 'exact' }));
    const known = [...found, ...spoken];
    const parts = parseParts(sentence, lexicon, asOf.today, fiscalStartMonth, known, isAboutOrders(source));
    return { ...parts, doubts: [...parts.doubts, ...doubts] };
  };
  const isElsewhere = (text: string, ranks: 'sales' | 'orders') => isOfOtherTool(parse(text, null), ranks);
  const readNames = (text: string) => {
    const { names, time } = parse(text, null);
    return { names, times: time.periods.length };
  };
  const sentences = toSentences(whole)
    .flatMap((one) => toCrossed(one, readNames))
    .flatMap((one) => toRankFirst(one, isElsewhere));
  // "Our best resellers" are customers, once the name is found.
  const settle = (question: Question | null): Question | null => {
    if (question?.kind !== 'data') return question;
    const { question: settled } = resolve(question, turn, dataEnd, setting);
    return settled.kind === 'data' ? { ...question, dimensions: settled.dimensions } : question;
  };
  let half: Parts | null = null;
  let goesOn = false;
  for (const [index, { text: spoken, isJoined }] of sentences.entries()) {
    const before = settle(questions.at(-1) ?? null);
    // "What did we sell and how much did it cost, by region": all of it, and no row of a ranking.
    const isOfAll = isJoined && before !== null && asksFigures(before);
    const shown = isOfAll ? null : toOpened(turn, sentences[0]?.text);
    const within = before && keepsContext(before) ? toSubject(shown, before, mostValues) : earlier;
    if (index > 0 && !isOfAll && within !== earlier && awaitsRows(spoken, within)) break;
    const referred = index === 0 ? spoken : refer(spoken, within);
    const sentence = index > 0 && typeof referred === 'string' ? normaliseQuestion(referred) : spoken;
    const source = before ?? earlier.question;
    const said = inOrders(withMeant(parse(sentence, source), meant), source);
    const read = { ...said, goesOn: said.goesOn || namesTime };
    const next = sentences[index + 1];
    const nextRead = next === undefined ? null : parse(next.text, source);
    const aside = readAside(read, nextRead);
    if (aside === 'open') questions.push({ kind: 'unheeded', words: [sentence], names: read.names });
    if (aside !== null) continue;
    const mean = (one: Parts) => readMeaning(one, vocabulary, asOf.today);
    const halves = {
      before: isJoined ? half : null,
      next: nextRead !== null && next?.isJoined ? mean(nextRead) : null,
    };
    half = shareTime(mean(read), halves, vocabulary);
    const timed = withDueTime(half, source, asOf.today);
    const parts = toFollowing(timed, { ...within, question: source }, vocabulary.datasets);
    if (parts.words === 0) continue;
    if (questions.length === 0) goesOn = goesOnFrom(earlier.question, parts);
    const { own, others } = splitByTool(parts, vocabulary);
    const question = withDoubts(toQuestion(own, before, earlier.question, vocabulary, asOf), parts);
    if (repeats(question, before)) continue;
    // A question that is not understood is not left out: "Is anything wrong in Main? What did we sell?"
    const isHalf = (next?.isJoined ?? false) && asksWhich.test(parts.text);
    if (question.kind === 'unclear' && sentences.length > 1 && (isHalf || asksAnew.test(sentence))) {
      questions.push({ kind: 'unheeded', words: [sentence], names: parts.names });
      continue;
    }
    // "…, and how many of them were blue?": half an answer would be taken for the whole.
    if (question.kind === 'unclear' && before !== null && asksOther.test(parts.text)) {
      questions.push({ kind: 'unheeded', words: [sentence], names: parts.names });
      continue;
    }
    // A second sentence may only add to the first: "Sales last month. Show a table."
    const refines =
      before !== null &&
      question.kind === before.kind &&
      keepsContext(before) &&
      keepsContext(question) &&
      !asksOne(parts, before) &&
      // "And what share is that?" is a question beside the first.
      !/^(?:and )?what (?:share|percentage|part|proportion)\b/.test(parts.text) &&
      (saysAgain(question, before) ||
        (parts.measures.length === 0 && (isFollowUp(parts, before) || saysWhenOnly(parts, before))));
    const joined = isJoined ? joinFigures(before, question) : addFigures(before, question);
    if (joined !== null) questions[questions.length - 1] = joined;
    else if (refines) questions[questions.length - 1] = question;
    else questions.push(question);
    // "Revenue and stock value by category" needs two tools: two questions.
    const other =
      others && question.kind === 'data' ? toQuestion(others, question, null, vocabulary, asOf) : null;
    // Half an answer to one sentence would be taken for the whole: "revenue of cancelled purchase orders" is no list of figures.
    if (other?.kind === 'missing' && !/\band\b/.test(parts.text)) questions[questions.length - 1] = other;
    else if (other !== null && others !== null && isOwner(others, parts.text))
      questions[questions.length - 1] = { kind: 'unheeded', words: [sentence], names: [] };
    else if (other) questions.push(other);
  }
  const real = questions.filter(({ kind }) => !['unclear', 'greeting', 'thanks'].includes(kind));
  // An answer to the rest would be taken for one to the whole.
  const unheeded = real.find(({ kind }) => kind === 'unheeded');
  const kept = unheeded ? [unheeded] : real.length > 0 ? real.slice(0, 3) : questions.slice(0, 1);
  const all = kept.length > 0 ? kept : [{ kind: 'unclear' } satisfies Question];
  return {
    understood: all.flatMap((question) => toSeparate(resolve(question, turn, dataEnd, setting), vocabulary)),
    goesOn,
  };
}

/** More than "by how much?" and "how is it worked out?", which go on from another. */
const asksAnew = /^(?!.*\b(?:it|that|this|they|them|those|these|much|many|you)\b).*\w+ \w+ \w+ ?\?/i;

/** "Which warehouse shipped the most, and what is it short of?": the second half alone would be taken for the whole. */
const asksWhich = /^(?:which|who|how (?:many|much))\b/;

/** "How many came" asks for another figure, "how many at each place" for more of the same. */
const asksOther =
  /^(?:and )?how (?:many|much)(?: of (?:them|it|those|these))? (?!(?:is|are|was|were|does|do|did) (?:it|that|they|this|there)\b|in total|altogether|at|in|by|per|for|each)\w+(?!.*\b(?:each|compare)\b)/;

/** "Revenue of cancelled orders": a figure of what only another tool has. */
function isOwner({ measures }: Parts, text: string): boolean {
  const stems = measures.flat().map(({ name }) => name.slice(0, 6));
  return stems.some((stem) => new RegExp(`\\bof (?:the |our )?${stem}`).test(text));
}

/** "Units rejected in 2012, and which vendor was the worst?", "…, and how many were there a month ago?", "…, and how much on Sundays?" ask for two figures. */
function asksOne({ opening, order, time, names, filters }: Parts, before: Question): boolean {
  // Names of one kind stand side by side in one answer.
  const isOfAll = 'filters' in before && before.filters.length === 0 && before.names.length === 0;
  if (/^how (many|much)\b/.test(opening))
    return time.periods.length > 0 || filters.length > 0 || (isOfAll && names.length > 0);
  return order !== null && /^(which|who|what)\b/.test(opening);
}

function withDoubts(question: Question, { doubts }: Parts): Question {
  if (question.kind === 'missing') return { ...question, names: [...(question.names ?? []), ...doubts] };
  if (!('names' in question) || question.names === undefined) return question;
  return { ...question, names: [...question.names, ...doubts] };
}
