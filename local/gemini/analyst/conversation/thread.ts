import type { DataQuestion, Meant, Question } from '../question/question.ts';
import type { Understood } from '../setting.ts';
import type { Said } from './by-itself.ts';
import { findChanged, type Part } from './changed-parts.ts';
import type { Rows } from './read-rows.ts';
import type { PastTurn } from './read-steps.ts';
import { type Subject, toSubject } from './subject.ts';

/** Where a conversation stands. */
export type Thread = {
  /** What the last answer was about. */
  subject: Subject;
  /** The questions that were answered. */
  asked: Question[];
  /** The rows of the last list, also where one of them was asked about since. */
  list: Rows | null;
  /** What was asked since then and not understood: what goes on from here may be meant of it. */
  open: Open | null;
};

export type Open = {
  spoken: string;
  parts: Part[];
  isWhole: boolean;
  /** It was understood once, and is too long ago. */
  isPast?: boolean | undefined;
  /** It asked for a split that there is not: what is of one thing, or of all, needs none. */
  isUnsplit?: boolean;
};

/** One turn as it was understood, and whether it goes on from the one before. */
export type Heard = {
  understood: Understood[];
  goesOn: boolean;
  /** The one row of the last answer that the turn speaks of. */
  about?: Meant | null;
  /** What its first sentence says of its own. */
  says: Said;
};

export function startThread(most: number): Thread {
  return { subject: toSubject(null, null, most), asked: [], list: null, open: null };
}

/** After a turn that is told without its reads nothing goes on from it, until a question stands alone. */
export function startAfter(turn: PastTurn, most: number): Thread {
  return {
    ...startThread(most),
    open: { spoken: turn.question, parts: ['all'], isWhole: true, isPast: true },
  };
}

/** @param heard the turn by itself, also where what goes on from an open question was not answered. */
export function goOn(
  thread: Thread,
  turn: PastTurn,
  { understood, goesOn: mayGoOn, about = null }: Heard,
  heard: Understood[],
): Thread {
  const { subject, asked, open } = thread;
  // "What lies there that nobody buys?", asked first, goes on from nothing.
  const goesOn = mayGoOn && subject.question !== null;
  const most = subject.most;
  const data = understood.findLast(
    ({ question, resolution }) => keepsContext(question) && resolution.unknown.length === 0,
  );
  if (data) {
    const own = toSubject(turn, data.question, most);
    // "And in May?", after the quickest brand: one is asked for still.
    const asksOne = own.asksOne || (subject.asksOne && isSameRanking(data.question, subject.question));
    const next = { ...own, asksOne, before: subject.question };
    return {
      subject: next,
      asked: [...asked, data.question],
      list: isOfOneRow(data.question, thread.list) ? thread.list : next.rows,
      open: null,
    };
  }
  const [defined] = understood.flatMap(({ question }) => toDefined(question) ?? []);
  if (defined) return { ...thread, subject: { ...subject, defined } };
  // "Sales by city" cannot be had, but "by region then" goes on with the sales; "and in the North?" is still by city.
  const rest = understood.flatMap(({ question }) =>
    question.kind === 'missing' ? (question.rest ?? []) : [],
  )[0];
  if (rest)
    return {
      ...thread,
      subject: toSubject(null, withOpenNames(rest), most),
      open: { spoken: turn.question, parts: ['split'], isWhole: false, isUnsplit: true },
    };
  const unknown = understood.find(
    ({ question, resolution }) => keepsContext(question) && resolution.unknown.length > 0,
  );
  // "Sales of Bikez", "I mean Bikes": the name is to be said again.
  if (unknown && !goesOn)
    return {
      subject: toSubject(null, withoutNames(unknown.question), most),
      asked,
      list: null,
      open: { spoken: turn.question, parts: ['names'], isWhole: true },
    };
  const isOpen = understood.some(({ question }) => question.kind === 'open');
  const parts = (isOpen ? heard : understood).flatMap(({ question }) =>
    asksForRows(question, turn.question) && goesOn ? rows : findOpen(question, subject.question, goesOn),
  );
  if (parts.length === 0) return about === null ? thread : { ...thread, subject: narrowTo(subject, about) };
  return {
    ...thread,
    open: {
      spoken: open?.spoken ?? turn.question,
      parts: [...(open?.parts ?? []), ...parts],
      isWhole: open?.isWhole ?? false,
      isPast: open?.isPast,
    },
  };
}

const rows: Part[] = ['rows'];
/** "Which ones are under 7 days?", which was refused: "for those" is of none that were told. */
function asksForRows({ kind }: Question, spoken: string): boolean {
  return (
    kind === 'missing' &&
    /^(?:(?:and|so|but),? )*(?:which (?:ones?|of (?:them|those|these))|any|only|just|those|the ones)\b/i.test(
      spoken,
    )
  );
}

/** "What do they mostly buy?", after "when did number one last order?", which no tool tells: they are that one. */
function narrowTo(subject: Subject, { dimension, filter }: Meant): Subject {
  if (subject.rows === null || filter === null) return subject;
  const kinds = [{ dimension, names: filter.values }];
  return { ...subject, rows: { ...subject.rows, kinds, isPart: true, isCut: false, tied: [] } };
}

/** What a question that was not understood would have been about. */
function findOpen(question: Question, last: Question | null, goesOn: boolean): Part[] {
  if (question.kind === 'which') return ['names'];
  const isRefused = question.kind === 'missing' || question.kind === 'unheeded';
  if (question.kind === 'unclear') return ['all'];
  if (isRefused && !goesOn) return ['all'];
  if (question.kind === 'unheeded') {
    const time: Part[] = question.words.some((word) => timeWord.test(word)) ? ['time'] : [];
    const changed = question.rest ? findChanged(question.rest, last) : [];
    return time.length + changed.length > 0 ? [...time, ...changed] : ['rows'];
  }
  return keepsContext(question) ? findChanged(question, last) : [];
}

const timeWord =
  /^(?:earlier|later|before|after|since|until|till|ago|then|day|week|month|quarter|year|last|next|previous|past)s?$/i;

/** "What did the first one buy?", after a list: narrowed to one of its rows. */
export function isOfOneRow(question: Question, list: Rows | null): boolean {
  const [kind] = list?.kinds ?? [];
  if (!kind || !('filters' in question)) return false;
  return question.filters.some(
    ({ dimension, op, values: [name = '', ...others] }) =>
      dimension === kind.dimension && op === 'is' && others.length === 0 && kind.names.includes(name),
  );
}

/** The names of a question that was refused were not looked up. */
function withOpenNames(question: DataQuestion): DataQuestion {
  return { ...question, names: question.names.map((name) => ({ ...name, open: true })) };
}

function withoutNames(question: Question): Question {
  return 'filters' in question ? { ...question, names: [] } : question;
}

/** "Which products have the lowest?", after what days of cover are: the measure that was explained. */
export function toDefined(question: Question | null): Subject['defined'] {
  return question?.kind === 'define' && question.terms.length === 1 ? question.terms[0] : undefined;
}

export function keepsContext({ kind }: Question): boolean {
  return kind === 'data' || kind === 'reorder' || kind === 'overview' || kind === 'report';
}

function isSameRanking(question: Question, before: Question | null): boolean {
  if (question.kind !== 'data' || before?.kind !== 'data') return false;
  return (
    question.order !== null &&
    question.order === before.order &&
    question.limit === before.limit &&
    question.measures[0] === before.measures[0] &&
    question.dimensions.join() === before.dimensions.join()
  );
}
