import { readOffer } from '../answer/speak-offer.ts';
import { months, shortMonths } from '../time/time-patterns.ts';
import { startThread, type Thread } from './thread.ts';

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

const leans =
  /^who \w+ (?:the )?(?:most|least|more)\W*$|^(?:and|also|but|only|just|then|now|by|for|in|with|without|from|per|as|so|what about|how about)\b|\b(?:it|its|they|them|their|theirs|those|these|that|there|each|both|ones?|others?|same|instead|too(?! (?:much|many|little|few|low|high|late|long)\b)|also|as well|again|former|latter|rest|first|second|third)\b|\bthis\b(?! (?:day|week|month|quarter|year|morning|season|spring|summer|autumn|fall|winter|time|fiscal)\b)/i;

const asks =
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
