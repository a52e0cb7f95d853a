import { toAccepted, toAnew, withOpen } from './conversation/after-refusal.ts';
import { hearByItself, type Said, toSaid } from './conversation/by-itself.ts';
import { inOrders, toFollowing, withMeant } from './conversation/context/to-following.ts';
import { findDataEnd } from './conversation/data-end.ts';
import { askCover, findStockDay } from './conversation/in-full/ask-cover.ts';
import { joinWhen } from './conversation/in-full/ask-stock.ts';
import { tellPlainly, withoutNod, withRemark } from './conversation/in-full/tell-plainly.ts';
import { toCorrected } from './conversation/in-full/to-corrected.ts';
import { asksWhatIsLeft, goesOnFrom } from './conversation/merge/follow-up.ts';
import { withDueTime } from './conversation/merge/look-ahead.ts';
import { withBaseTime } from './conversation/merge/with-base-time.ts';
import { addQuestion } from './conversation/message/add-question.ts';
import { toMeantRows } from './conversation/message/meant-rows.ts';
import { ofOldest } from './conversation/message/of-oldest.ts';
import { readMessage } from './conversation/message/read-message.ts';
import { asksOfAll, awaitsRows, isTold, sayWithin, toOpened } from './conversation/message/within-message.ts';
import { withNotOnly } from './conversation/not-only.ts';
import type { PastTurn } from './conversation/read-steps.ts';
import { createReferring } from './conversation/references/referring.ts';
import { type Subject, toSubject } from './conversation/subject.ts';
import {
  goOn,
  type Heard,
  keepsContext,
  startAfter,
  startThread,
  type Thread,
  toDefined,
} from './conversation/thread.ts';
import { toEarlier } from './conversation/to-earlier.ts';
import { findLookUp } from './names/catalog-entries.ts';
import { readAside } from './parts/find-asides.ts';
import { findForeignCurrency } from './parts/find-currency.ts';
import type { Parts } from './parts/parts.ts';
import { readMeaning } from './parts/read-meaning.ts';
import { shareTime } from './parts/share-time.ts';
import { splitByTool } from './parts/split-parts.ts';
import { findOtherKind } from './question/gaps/find-other-kind.ts';
import { inCurrency, lacking } from './question/gaps/lacking.ts';
import type { Question } from './question/question.ts';
import { resolve, toSeparate } from './question/resolve-question.ts';
import { toQuestion } from './question/to-question.ts';
import type { Setting, Understood } from './setting.ts';
import type { Day } from './time/calendar.ts';
import { normaliseQuestion } from './wording/normalise-question.ts';
import { toOpening } from './wording/sentences.ts';
import { withoutTalk } from './wording/without-talk.ts';

/** Understands the last turn of a conversation: each earlier one sets what a follow-up may leave out. */
export function understand(asked: PastTurn[], setting: Setting): Understood[] {
  const turns = asked.map((turn) => ({
    ...turn,
    question: joinWhen(withoutTalk(turn.question, setting.lexicon)),
  }));
  let thread = startThread(setting.vocabulary.mostValues);
  let understood: Understood[] = [];
  for (const [index, said] of turns.entries()) {
    if (said.isUnread) {
      thread = startAfter(said, setting.vocabulary.mostValues);
      continue;
    }
    const previous = thread.subject.question;
    const spoken = toCorrected(ofOldest(withRemark(said.question), previous), previous, setting.vocabulary);
    const accepted = toAccepted(asked[index]?.question ?? '', turns[index - 1]?.answer ?? '');
    const question = index === 0 ? ofOldest(said.question, null) : (accepted ?? withoutNod(spoken));
    const turn = { ...said, question };
    const last = findDataEnd(turns.slice(0, index + 1), setting.today);
    const hear = (from: Thread) =>
      understandTurn(turn, toEarlier(tellPlainly(turn.question), from), setting, last);
    const anew = accepted === null ? toAnew(turn.question, thread) : startThread(thread.subject.most);
    const alone = anew && hear(anew);
    if (anew && alone && !(alone.goesOn && anew.subject.question === null)) {
      understood = alone.understood;
      thread = goOn(anew, turn, alone, understood);
      continue;
    }
    const heard = hear(thread);
    const start = startThread(thread.subject.most);
    const itself = hearByItself(turn.question, previous, heard, () => hear(start), setting.vocabulary);
    if (itself !== null) {
      understood = withNotOnly(itself.understood, turn.question, previous, setting.vocabulary);
      thread = goOn(start, turn, itself, understood);
      continue;
    }
    const goesOn = withOpen(heard, thread, turn);
    understood = heard.goesOn ? goesOn : withNotOnly(goesOn, turn.question, previous, setting.vocabulary);
    thread = goOn(thread, turn, { ...heard, understood }, heard.understood);
  }
  return understood;
}

const nothing: Said = {
  figure: false,
  time: false,
  timeless: false,
  isCompared: false,
  split: false,
  names: false,
};

function understandTurn(typed: PastTurn, earlier: Subject, setting: Setting, last: Day | null): Heard {
  const turn = {
    ...typed,
    question: askCover(typed.question, findStockDay(typed.steps) ?? last ?? setting.today),
  };
  const { vocabulary } = setting;
  const referring = createReferring(last ?? setting.today, vocabulary);
  const opening = toOpening(turn.question);
  const opened = referring.refer(opening, earlier);
  const readAbout = () => {
    const [one, ...others] = [...referring.meant.values()].filter(({ isKnown }) => !isKnown);
    return one?.isOne && one.filter?.op === 'is' && others.length === 0 ? one : null;
  };
  const refuse = (question: Question, goesOn: boolean): Heard => ({
    understood: [resolve(question, turn, null, setting)],
    goesOn,
    about: readAbout(),
    says: nothing,
  });
  if (typeof opened !== 'string') return refuse({ kind: 'which', ...opened }, true);
  const foreign = findForeignCurrency(turn.question, setting.currency);
  // "And in euros?" goes on from a figure; "what did Hansen buy, in euros?" is a whole question that is left open.
  const isWhole = /^(?:what|how|which|who|where|show|list|give|tell|compare)\b/i.test(turn.question);
  if (foreign !== null) return refuse(lacking(inCurrency(foreign)), earlier.question !== null && !isWhole);
  // What ends the sentence parts it from the next one.
  const end = /\w$/.test(opened) ? (/[?!.]$/.exec(opening)?.[0] ?? '') : '';
  const said = turn.question.replace(opening, () => opened + end);
  const { sentences, parse, asOf, dataEnd } = readMessage(said, turn, referring, setting, last);
  // "Our best resellers" are customers, once the name is found.
  const settle = (question: Question | null): Question | null => {
    if (question?.kind !== 'data') return question;
    const { question: settled } = resolve(question, turn, dataEnd, setting);
    if (settled.kind !== 'data') return question;
    // "How many contractors bought this year? And last year?" counts customers.
    const { measures } = question.names.some(({ counted }) => counted) ? settled : question;
    return { ...question, measures, dimensions: settled.dimensions };
  };
  const mean = (one: Parts) => readMeaning(one, vocabulary, asOf.today);
  let questions: Question[] = [];
  let half: Parts | null = null;
  let goesOn = false;
  let awaits = false;
  let says: Said | null = null;
  for (const [index, { text, isJoined }] of sentences.entries()) {
    const before = settle(questions.at(-1) ?? null);
    const isOfAll = isJoined && before !== null && asksOfAll(text, before);
    const shown = isOfAll ? null : toOpened(turn, sentences[0]?.text);
    const defined = toDefined(questions.at(-1) ?? null) ?? earlier.defined;
    const isOfBefore = before !== null && keepsContext(before);
    const within = isOfBefore
      ? toMeantRows(toSubject(shown, before, vocabulary.mostValues), text)
      : { ...earlier, defined };
    if (index > 0 && isOfBefore && isTold(text, before)) continue;
    const spoken = index > 0 && isOfBefore ? sayWithin(text, within, isJoined) : text;
    if (index > 0 && !isOfAll && isOfBefore && awaitsRows(spoken, within)) {
      awaits = true;
      break;
    }
    const referred = index === 0 ? spoken : referring.refer(spoken, within);
    // "How many customers did we lose, and what had they spent?": more than can be named, none, or one of several.
    if (typeof referred !== 'string' && isJoined && before !== null && !isOfAll) {
      questions.push({ kind: 'which', ...referred });
      continue;
    }
    const sentence = index > 0 && typeof referred === 'string' ? normaliseQuestion(referred) : spoken;
    const source = before ?? earlier.question;
    const heard = inOrders(withMeant(parse(sentence, source), referring.meant), source);
    const read = { ...heard, goesOn: heard.goesOn || referring.namesTime() };
    const next = sentences[index + 1];
    const nextRead = next === undefined ? null : parse(next.text, source);
    const isNextJoined = next?.isJoined ?? false;
    const aside = readAside(read, nextRead, (name) => findLookUp(turn.steps, name));
    if (aside === 'open') questions.push({ kind: 'unheeded', words: [sentence], names: read.names });
    if (aside !== null) continue;
    const halves = {
      before: isJoined ? half : null,
      next: nextRead !== null && isNextJoined ? mean(nextRead) : null,
    };
    half = shareTime(mean(read), halves, vocabulary);
    const timed = withBaseTime(withDueTime(half, source, asOf.today), source);
    const parts = toFollowing(timed, { ...within, question: source }, vocabulary.datasets);
    if (parts.words === 0) continue;
    says ??= toSaid(parts, vocabulary);
    if (questions.length === 0)
      goesOn = goesOnFrom(earlier.question, parts) || (index === 0 && asksWhatIsLeft(turn.question));
    const { own, others } = splitByTool(parts, vocabulary);
    const question = withDoubts(toQuestion(own, before, earlier.question, vocabulary, asOf), parts);
    const other =
      others !== null && question.kind === 'data'
        ? { parts: others, question: toQuestion(others, question, null, vocabulary, asOf) }
        : null;
    const isOnly = sentences.length === 1;
    const asked = { sentence, parts, question, other, isJoined, isNextJoined, isOnly };
    questions = addQuestion(questions, asked, before);
  }
  const understood = toAnswerable(questions).flatMap((question) =>
    toSeparate(resolve(question, turn, dataEnd, setting), vocabulary),
  );
  const isOpen =
    awaits || understood.some(({ resolution }) => resolution.pending.length + resolution.unknown.length > 0);
  const read = understood.map(({ question }) => question);
  const other = isOpen ? null : findOtherKind(turn.question, read, vocabulary);
  return other === null
    ? { understood, goesOn, about: readAbout(), says: says ?? nothing }
    : refuse({ kind: 'unheeded', words: [other], names: [] }, goesOn);
}

/** Three at most; one that is not understood stands for all, since an answer to the rest would be taken for one to the whole. */
function toAnswerable(questions: Question[]): Question[] {
  const unheeded = questions.find(({ kind }) => kind === 'unheeded');
  if (unheeded) return [unheeded];
  const real = questions.filter(({ kind }) => !['unclear', 'greeting', 'thanks'].includes(kind));
  if (real.length > 0) return real.slice(0, 3);
  return [questions[0] ?? { kind: 'unclear' }];
}

function withDoubts(question: Question, { doubts }: Parts): Question {
  if (question.kind === 'missing') return { ...question, names: [...(question.names ?? []), ...doubts] };
  if (!('names' in question) || question.names === undefined) return question;
  return { ...question, names: [...question.names, ...doubts] };
}
