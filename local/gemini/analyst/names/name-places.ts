import { monthNames } from '../time/calendar.ts';
import { months } from '../time/time-patterns.ts';
import { isEnglish } from '../vocabulary/english.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';

/** "Store versus online": an ordinary word beside "versus" may be a name. */
export function isSetAgainst(
  tokens: Token[],
  index: number,
  { known, fillers, meaningful }: Lexicon,
): boolean {
  const isVersus = (token: Token | undefined) => /^(vs|versus)$/.test(token?.word ?? '');
  const word = tokens[index]?.word ?? '';
  if (functionWords.test(word) || /^(vs|versus)$/.test(word) || meaningful.has(word)) return false;
  const isUnknown = (token: Token | undefined) =>
    token !== undefined &&
    /^\p{L}+$/u.test(token.word) &&
    !known.has(token.lemma) &&
    !fillers.has(token.word);
  const isJoined = (step: number) =>
    /^(and|or)$/.test(tokens[index + step]?.word ?? '') && isUnknown(tokens[index + 2 * step]);
  const [before = '', last = ''] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  const follows = /^(than|through|via)$/.test(/^(in|from|at|by)$/.test(last) ? before : last);
  return isVersus(tokens[index - 1]) || isVersus(tokens[index + 1]) || isJoined(1) || isJoined(-1) || follows;
}

/** "In our stores", "slowest in the stores": an ordinary noun that says where may be a name. */
export function isPlaceNoun(tokens: Token[], index: number): boolean {
  const { word = '', lemma = '' } = tokens[index] ?? {};
  // "And in store?"
  const isWhole = tokens.length <= 3 && index === tokens.length - 1 && tokens[index - 1]?.word === 'in';
  if (functionWords.test(word) || abstractNouns.test(word) || (word === lemma && !isWhole)) return false;
  const [before = '', last = ''] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  const article = /^(the|our|all)$/.test(last);
  return (
    /^(in|at|through|via|from|for|about)$/.test(article ? before : last) ||
    /^(did|do|does)$/.test(article ? before : last) ||
    (article && before === 'have') ||
    (index === tokens.length - 1 && /^(and|ok)$/.test(last))
  );
}

/** "In store", "the store's sales": where the word is a noun it may be a channel. */
export function isStoreNoun(tokens: Token[], index: number, { known }: Lexicon): boolean {
  if (tokens[index]?.lemma !== 'store') return false;
  const [last = '', next] = [tokens[index - 1]?.word, tokens[index + 1]];
  return (
    /^(in|per|by|at|through|via|our)$/.test(last) ||
    (next !== undefined && known.has(next.lemma) && last !== 'we')
  );
}

const abstractNouns =
  /^(numbers|figures|details|results|records|terms|words|others|things|ways|parts|pieces|statistics|stats|lines|items|units|days|weeks|months|quarters|years|times|levels|amounts|values|sales|goods|dollars|bucks|euros|general|percentages)$/;

export const functionWords =
  /^(a|an|the|of|in|on|at|for|to|from|by|with|and|or|as|is|are|was|were|we|our|us|i|my|me|you|it|its|they|that|this|those|these|last|next|first|previous|prior|same|year|month|week|quarter|day|period|total|all|how|what|which|expected|usual|before|more|less|much|many|year's|month's)$/;

/** Words of times: a name only where nothing else can be meant. */
export const times = new RegExp(
  `^(last|this|next|past|previous|today|yesterday|now|ytd|q[1-4]|h[12]|\\d+|per|by|each|every|${months})$`,
);

/** "How many of March", "copies of March", "is March in stock": what stands there is goods, and no time. */
export function isGoodsPlace(tokens: Token[], index: number): boolean {
  const speak = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ word }) => word)
      .join(' ');
  if (/(?:\bmany(?: \w+)?|\bnumber of \w+) of$/.test(speak(index - 4, index))) return true;
  // "Revenue of March in March"
  const isTwice = tokens.some(
    ({ word }, at) =>
      at > index && word === tokens[index]?.word && /^(?:in|of|since|for)$/.test(tokens[at - 1]?.word ?? ''),
  );
  if (isTwice && speak(index - 1, index) === 'of') return true;
  const isAsked = /^(?:is|are)$/.test(speak(index - 1, index));
  return isAsked && /^(?:in stock|on order|out of|available)/.test(speak(index + 1, index + 3));
}

/** The word before a name and what leads to it: "than in the south". */
export function skipLead(tokens: Token[], index: number): number {
  let at = index - 1;
  if (/^(the|our)$/.test(tokens[at]?.word ?? '')) at -= 1;
  if (/^(in|from|at|by|through|on)$/.test(tokens[at]?.word ?? '')) at -= 1;
  return at;
}

/** Fillers, and adverbs: "urgently". */
export function isOrdinary(tokens: Token[], index: number, { fillers }: Lexicon): boolean {
  const { word = '', lemma = '', text = '' } = tokens[index] ?? {};
  // "The US"
  if (text === 'US') return false;
  if (fillers.has(word) || fillers.has(lemma)) return true;
  return /^[a-z]{4,}ly$/.test(text) && isEnglish(word);
}

/** "In May, June and July" are months, though there is a customer "May & June". */
export function isOfMonths(tokens: Token[], from: number, to: number): boolean {
  const run = tokens.slice(from, to);
  const isListed = run.some(({ end }, at) => (run[at + 1]?.start ?? Number.POSITIVE_INFINITY) - end < 3);
  const isLed = /^(?:in|during|since|between)$/.test(tokens[from - 1]?.word ?? '');
  return run.length > 1 && run.every(({ word }) => monthNames.includes(word)) && (isListed || isLed);
}
