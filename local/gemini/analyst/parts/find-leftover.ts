import { isAdverb } from '../vocabulary/english.ts';
import type { Focus } from '../vocabulary/focus-phrases.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';
import { restricts } from './find-restrictions.ts';
import type { Parts } from './parts.ts';

/**
 * Where words and numbers stand that mean something and that no part of the question holds: "small" in "small orders", "third week" in
 * "the third week of May". A figure that leaves them out would answer another question.
 */
export function findLeftover(
  tokens: Token[],
  matches: Match[],
  used: ReadonlySet<number>,
  { fillers, meaningful }: Lexicon,
  parts: Parts,
): number[] {
  const isCompared =
    parts.focus.has('compare') ||
    parts.focus.has('change') ||
    parts.daySides.length > 0 ||
    parts.names.some(({ against }) => against);
  const owned = new Set(used);
  for (const { concept, from, to } of matches)
    if (concept.kind === 'focus' && idle.has(concept.focus) && !parts.time.used.has(from))
      for (let at = from; at < to; at += 1) owned.delete(at);
  const lost = new Set([
    parts.place === 'ends' ? null : findContrary(tokens, matches),
    findUnlisted(tokens, matches, used),
    findUnsplit(tokens, matches, used),
  ]);
  return tokens.flatMap(({ word, lemma, text, opens }, at) => {
    if (lost.has(at)) return [at];
    // How something was done is in no figure: "sold individually".
    const isMatched = matches.some(({ from, to }) => at >= from && at < to);
    const isWritten = /^\p{Lu}/u.test(text) && !opens;
    if (!isMatched && !isWritten && !fillers.has(word) && !parts.time.used.has(at) && isAdverb(word))
      return [at];
    if (owned.has(at)) return [];
    if (restricts(at, tokens, matches)) return [at];
    // "Which brands are down?"
    if (
      /^(up|down)$/.test(word) &&
      !isCompared &&
      /^(is|are|was|were|am|been)$/.test(tokens[at - 1]?.word ?? '')
    )
      return [at];
    const isNumber = /\d/.test(word) || (toNumber(word) !== null && word !== 'one');
    const before = tokens[at - 1]?.word ?? '';
    const isLetter = /^[b-hj-z]$/.test(word) && before !== 'class' && !/['’]/.test(text);
    if (
      !isNumber &&
      !isLetter &&
      !meaningful.has(word) &&
      (fillers.has(word) || units.test(word) || !meaningful.has(lemma))
    )
      return [];
    const isMeant =
      (isCompared && comparative.test(word)) ||
      ((parts.denies || parts.names.some(({ excluded }) => excluded)) && negation.test(word)) ||
      // "Highest first", "tell me if", "half a year".
      (word === 'first' && isOrdered(matches, at)) ||
      // "How high was it?" asks for the figure.
      (before === 'how' && /^(high|low|big|large|small|good|bad|strong|great)$/.test(word)) ||
      (word === 'if' && /^(me|us|see|know|check|wondering|wonder|tell|sure)$/.test(before));
    return isMeant ? [] : [at];
  });
}

/** "Discounts, returns and net for May": of a list of figures the last one, which none is known by. */
function findUnlisted(tokens: Token[], matches: Match[], used: ReadonlySet<number>): number | null {
  const figures = matches.filter(({ concept }) => concept.kind === 'measure');
  const last = figures.find(({ from, to }) => {
    const isListed = figures.some((other) => other.to === from);
    return isListed && tokens[to]?.word === 'and';
  });
  const at = (last?.to ?? 0) + 1;
  const isKnown = used.has(at) || matches.some(({ from, to }) => at >= from && at < to);
  const ends = /^(for|in|by|per|last|this|over|during|since|of|please)$/.test(tokens[at + 1]?.word ?? 'for');
  const says = /^(so|more|all|both|everything|please|such|then|others?|again|now)$/.test(
    tokens[at]?.word ?? '',
  );
  return last && tokens[at] && !isKnown && ends && !says ? at : null;
}

/** "By region and type", "of each kind": a split that no dimension is called by. */
function findUnsplit(tokens: Token[], matches: Match[], used: ReadonlySet<number>): number | null {
  const isMatched = (at: number) => matches.some(({ from, to }) => at >= from && at < to);
  const at = tokens.findIndex(({ word }, place) => {
    if (!/^(?:type|kind|sort|size)s?$/.test(word) || used.has(place) || isMatched(place)) return false;
    const before = tokens[place - 1]?.word ?? '';
    const isListed =
      before === 'and' && matches.some(({ concept, to }) => concept.kind === 'dimension' && to === place - 1);
    return (isListed || /^(?:each|every|per)$/.test(before)) && tokens[place + 1]?.word !== 'of';
  });
  return at < 0 ? null : at;
}

/** "Highest first", "worst margin first". */
function isOrdered(matches: Match[], at: number): boolean {
  const isOrder = (to: number) =>
    matches.some(({ concept, to: end }) => concept.kind === 'order' && end === to);
  const measure = matches.find(({ concept, to }) => concept.kind === 'measure' && to === at);
  return isOrder(at) || (measure !== undefined && isOrder(measure.from));
}

/** "The highest return rate and the lowest margin": of two rankings the second one. "From best to worst" is one. */
function findContrary(tokens: Token[], matches: Match[]): number | null {
  const orders = matches.flatMap(({ concept, from, to }) =>
    concept.kind === 'order' ? [{ direction: concept.direction, from, to }] : [],
  );
  const [first] = orders;
  const other = orders.find(({ direction }) => direction !== first?.direction);
  if (!first || !other) return null;
  const isSorted = tokens[other.to]?.word === 'first' || tokens[other.from - 1]?.word === 'to';
  // "In the best category" is read by itself.
  const isNested = /^(in|of|from|within)$/.test(tokens[other.from - 2]?.word ?? '');
  return isSorted || isNested ? null : other.from;
}

/** What these say, no figure is changed by: their words are looked at one by one. */
const idle: ReadonlySet<Focus> = new Set<Focus>(['followup', 'only', 'each']);

/** "How many days does it take?": what is counted in them says so. */
const units = /^(days|weeks|months|quarters|years|times)$/;

const comparative =
  /^(more|less|fewer|higher|lower|bigger|larger|smaller|better|worse|longer|shorter|stronger|weaker|greater|faster|slower|quicker|sooner|earlier|improved?|improving|worsen(ed)?|increase|decrease|grow|shrink)$/;

const negation =
  /^(no|not|never|none|nothing|zero|without|havent|hasnt|didnt|dont|doesnt|arent|isnt|wasnt|werent|shouldnt|ever)$/;
