import { readOffer } from '../answer/speak-offer.ts';
import type { Question } from '../question/question.ts';
import type { Understood } from '../setting.ts';
import { months, shortMonths } from '../time/time-patterns.ts';
import { findChanged, type Part } from './changed-parts.ts';
import type { PastTurn } from './read-steps.ts';
import { type Heard, type Open, startThread, type Thread } from './thread.ts';

/** "Yes please", "ok, show me that": the question that the last answer offered in place of its own; null for anything else. */
export function toAccepted(said: string, answer: string): string | null {
  const offer = readOffer(answer);
  return offer !== null && accepts.test(said.trim()) ? offer : null;
}

const yes =
  '(?:yes|yeah|yep|yup|sure|ok|okay|alright|all right|fine|please|of course|why not|go on|go ahead)';
const act =
  "(?:(?:please |just )?(?:do|show|try|take|run|ask|answer|give|tell|use)(?: me| us)? (?:that|this|it|so)(?: one| question)?|(?:i(?:[’']d| would) like|i[’']ll take|let[’']s (?:do|see|have|try|take)|let me see) (?:that|it)(?: one)?|that (?:one|question|works|will do|would (?:do|help|be (?:fine|good|great)))|the nearest(?: one| question)?|(?:please )?do)";
const accepts = new RegExp(
  `^(?=.*\\b(?:${yes}|${act})\\b)(?:(?:${yes}|then|well|good)[,.! ]*)*(?:${act}(?:[, ]+(?:then|please|instead))?)?\\W*$`,
  'i',
);

/**
 * Where a conversation stands for a sentence that asks anew what was not understood, or something else altogether, so that nothing of what
 * was refused belongs to it: "which brands grew this quarter?", after "which brands are zooming this quarter?". Null where it may belong.
 */
export function toAnew(said: string, { open, ...thread }: Thread): Thread | null {
  if (open === null || open.isPast || leans.test(said)) return null;
  if (open.isWhole || thread.subject.question === null)
    return isReworded(said, open.spoken) || standsAlone(said, open.spoken)
      ? startThread(thread.subject.most)
      : null;
  return open.parts.includes('all') && isReworded(said, open.spoken) ? { ...thread, open: null } : null;
}

/** "How many customers bought?", after "what did the flurbs sell in Q3?", may be meant of those, and then. */
function standsAlone(said: string, refused: string): boolean {
  if (/\bour\b/i.test(said) && asks.test(said)) return true;
  return asks.test(said) && (!times.test(refused) || times.test(said)) && !named.test(refused);
}

/** A follow-up that leaves open what was not understood is not answered: "only the Easst", and then "by month". */
export function withOpen(
  { understood, goesOn }: Heard,
  { open, subject, asked }: Thread,
  turn: PastTurn,
): Understood[] {
  if (open === null || !goesOn || understood.every(isRefusedAlone)) return understood;
  // "The five biggest of them", of what was not understood.
  if (ofThem.test(turn.question)) return [toOpen(open, understood)];
  const named = understood.flatMap(({ question }) => findChanged(question, subject.question));
  // "And in the North?", after sales of what is no name: it is no other spelling of it.
  const narrows =
    /^and (?:in|at|from) |\b(?:only|just|without|except|same|also|too|as well|others?)\b|\bis (?:that|it)\b/i.test(
      turn.question,
    );
  // "Only Northgate", after stock by town, is of that one.
  const isWhole = /^(?:only|just) |\b(?:total|overall|altogether|in all|without)\b/i.test(turn.question);
  const isNamed = (part: Part) =>
    (named.includes(part) && !(open.isWhole && narrows)) ||
    (part === 'split' && open.isUnsplit === true && isWhole);
  // A figure of its own has the names and the time of the last question, and nothing else.
  // "How many days of cover does it have?", after which size sells best, is of one of the sizes.
  const ofSplit = open.isUnsplit ? '|split' : '';
  const rows = ofRows.test(turn.question) ? `|rows${ofSplit}` : '';
  const lasting = new RegExp(`^(?:names|time|all${rows})$`);
  const needed = open.parts.filter((part) => !named.includes('figure') || lasting.test(part));
  if (needed.every(isNamed)) return understood;
  if (asked.length > 0 && mayLeaveOut(turn.question, open))
    return understood.map((one) => ({ ...one, leftOut: open.spoken }));
  return [toOpen(open, understood)];
}

function toOpen(open: Open, [first]: Understood[]): Understood {
  const question: Question = { kind: 'open', spoken: open.spoken, isPast: open.isPast };
  return { question, resolution: { found: [], unknown: [], pending: [] }, dataEnd: first?.dataEnd ?? null };
}

const ofThem =
  /\bof (?:them|those|these)\b|\b(?:see|saw|show(?:ed)?|have|had|do|did|is|was|find) the same\W*$/i;

/** "Weather tomorrow?" is refused for what it asks, whatever was asked before. */
function isRefusedAlone({ question }: Understood): boolean {
  return question.kind === 'missing' && question.spoken !== '' && question.rest === undefined;
}

/** "What's in it?", after "the oldest one", which was not understood. */
const ofRows = /\b(?:it|its|they|them|their|there|that one|those|these)\b/i;

/**
 * "Which products sold best?", after "is the West zooming?": a whole question that speaks of nothing before it is answered as the last
 * one that was understood was, and it is said that what came between is not in it. "By month", after "only the flurbs", is not.
 */
function mayLeaveOut(said: string, { spoken, isPast }: Open): boolean {
  return (
    isPast !== true &&
    asks.test(said) &&
    ![leans, saysNotOfWhat].some((one) => one.test(said)) &&
    !narrowsLast.test(spoken)
  );
}

/** "How many were sold?", "which is best?", "which customers bought most?" leave out of what. */
const saysNotOfWhat =
  /^(?:how (?:many|much) (?:is|are|was|were|has|have|came|went)|(?:which|who) (?:is|are|was|were|has|have|had|sells?|sold|grew|fell))\b(?: the)?(?: \w+)?\W*$|^(?:which|what) \w+ (?:bought|buys?|had|has|have|got|gets?|took|takes?|ordered|orders?) (?:the )?(?:most|least|more|less|fewer|fewest)\b/i;

/** Said of the last answer, so that what comes next is meant of what it leaves. */
const narrowsLast =
  /^(?:and |but |ok,? |now |please )*(?:only|just|without|not|except|no|for|in|by|per|at|from|of|with|keep|drop|show|limit|filter|i mean)\b|\b(?:only|just|without|except|excluding)\b/i;

/** Speaks of what was said before it. */
export const leans =
  /\bleft\W*$|^who \w+ (?:the )?(?:most|least|more)\W*$|^(?:and|also|but|only|just|then|now|by|for|in|with|without|from|per|as|so|what about|how about)\b|\b(?:it|its|they|them|their|theirs|those|these|that|(?<!\b(?:is|are|was|were|been) )there|each|both|ones?|others?|same|instead|too(?! (?:much|many|little|few|low|high|late|long)\b)|also|as well|again|former|latter|rest|first|second|third)\b|\bthis\b(?! (?:day|week|month|quarter|year|morning|season|spring|summer|autumn|fall|winter|time|fiscal)\b)/i;

/** Begins like a whole question. */
export const asks =
  /^(?:please |can you |could you |ok,? )*(?:what|which|who|where|when|how|why|show|list|give|tell|compare|plot|rank|name|count|is|are|was|were|do|does|did|has|have|top|best|worst|biggest|largest|fastest|slowest|highest|lowest)\b/i;

const times = new RegExp(
  `\\d|\\b(?:today|yesterday|last|past|previous|this|next|since|year|quarter|month|week|day|season|spring|summer|autumn|winter|${shortMonths}|${months})s?\\b`,
  'i',
);

/** A name within a sentence. */
const named = /(?<=[\p{Ll},] )(?!I\b)\p{Lu}/u;

/** Two of three words that say something stand in both. */
function isReworded(said: string, refused: string): boolean {
  const own = toContent(said);
  const others = toContent(refused);
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared >= 2 && shared * 3 >= Math.max(own.size, others.size) * 2 - 1;
}

function toContent(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !form.test(word)));
}

const form =
  /^(?:a|an|the|our|my|we|i|us|me|of|to|in|on|at|for|by|with|is|are|was|were|be|do|does|did|has|have|had|what|which|who|how|much|many|please|show|give|tell|can|could|you)$/;
