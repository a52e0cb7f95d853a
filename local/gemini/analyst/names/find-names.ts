import { isAgent } from '../parts/match-place.ts';
import type { NameMention } from '../question/question.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import { isCode, type Token } from '../vocabulary/words.ts';
import type { NameRange } from './find-catalog-names.ts';
import { excludedAfter, findExclusion } from './find-exclusion.ts';
import { findHint } from './find-hint.ts';
import { capitalsTell, findQuoted } from './find-name-ranges.ts';
import { findNoun, toSingular } from './find-noun.ts';
import { isNameAt, type Said } from './is-name.ts';
import { endsName, isHyphenated, isModelNumber, isSetApart, joins } from './name-bounds.ts';
import { findFits } from './name-fits.ts';
import { isOrdinary, isPlaceNoun, skipLead } from './name-places.ts';
import { isAskedFor, isBounded, isNumbered, isOfThose, isRanked, isSplit, isTraded } from './name-roles.ts';

export type FoundNames = {
  names: NameMention[];
  /** Dimension words that only say what kind of thing a name is. */
  hints: Set<Match>;
  /** Indices of the tokens right after a name. */
  ends: Set<number>;
  /** Indices of the tokens of all names. */
  covered: Set<number>;
  /** The first word after "by" or "per" that means nothing here. */
  unknownSplit: string | null;
};

/**
 * Finds what is left: quoted text, codes, and runs of words that are neither vocabulary nor ordinary English. A
 * dimension word beside a name says what the name is of.
 */
export function findNames(
  tokens: Token[],
  sentence: string,
  matches: Match[],
  used: ReadonlySet<number>,
  lexicon: Lexicon,
  quoted: NameRange[] = findQuoted(tokens, sentence),
): FoundNames {
  const said = { tokens, sentence, matches, used, lexicon, quoted };
  const isName = (index: number) => isNameAt(index, said);
  const names: NameMention[] = [];
  const hints = new Set<Match>();
  const ends = new Set<number>();
  const covered = new Set<number>();
  let lastTo = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isName(index)) continue;
    // "The Dublin market", once the catalog has Dublin.
    if (ends.has(index) && groupNouns.test(tokens[index]?.word ?? '')) {
      covered.add(index);
      continue;
    }
    const to = findEnd(index, said);
    // "Half-Finger Gloves": what a hyphen joins to a name belongs to it.
    let from = index;
    while (!quoted.some((range) => range.from === from) && isHyphenated(from, sentence, tokens, used))
      from -= 1;
    // "Small appliances": an adjective right before a name may be a part of it.
    if (from === index && isDescribed(tokens, index, used, covered, lexicon)) from -= 1;
    const noun = quoted.some((range) => range.from === index && range.to === to)
      ? null
      : findNoun(tokens, index, matches, quoted);
    const hint = findHint(noun === null ? index : noun + 1, to, tokens, matches);
    if (hint) hints.add(hint.match);
    const excludedAt = findExclusion(noun ?? from, tokens, matches, covered);
    const leftOut = excludedAfter(to, tokens);
    const behind =
      names.length === 0 ? '' : sentence.slice(tokens[lastTo - 1]?.end ?? 0, tokens[from]?.start);
    lastTo = to;
    names.push({
      ...(besides.test(behind) && { beside: true }),
      ...toMention({ index, from, to, noun, isExcludedBefore: excludedAt !== null }, said),
      hint: hint?.dimension ?? null,
      excluded: excludedAt !== null || leftOut > 0,
    });
    // "In the kitchen department"
    if (/^(department|division|section)$/.test(tokens[to]?.word ?? '') && !used.has(to)) covered.add(to);
    if (excludedAt !== null) covered.add(excludedAt);
    for (let at = to; at < to + leftOut; at += 1) covered.add(at);
    for (let at = noun ?? from; at < to; at += 1) covered.add(at);
    ends.add(to);
    index = to - 1;
  }
  const unknownSplit = findUnknownSplit(said);
  // "Split that by wholesale and online": the rows that are asked for.
  const isList = names.some(({ text }, at) => text === unknownSplit && names[at + 1]?.beside === true);
  return { names, hints, ends, covered, unknownSplit: isList ? null : unknownSplit };
}

/** The token after the name that begins at an index. */
function findEnd(index: number, said: Said): number {
  const { tokens, sentence, used, quoted } = said;
  const isName = (at: number) => isNameAt(at, said);
  // "Mountain Works": in a sentence that has words without capitals, one with a capital goes on with the name.
  const tells = capitalsTell(tokens);
  const isCapitalised = (at: number) =>
    tells && !used.has(at) && [at - 1, at].every((one) => /^(?!I$)\p{Lu}/u.test(tokens[one]?.text ?? ''));
  let to = index + 1;
  while (
    to < tokens.length &&
    !endsName(tokens, index, to, quoted) &&
    !isSetApart(tokens, to, sentence) &&
    (isName(to) ||
      (joins(tokens, to) && isName(to + 1)) ||
      isModelNumber(tokens, to) ||
      isCapitalised(to) ||
      // "Road 150 red"
      (!used.has(to) && /^\d{1,4}$/.test(tokens[to]?.text ?? '') && isName(to + 1)))
  )
    to += 1;
  return to;
}

/** The first word after "by" or "per" that means nothing here. */
function findUnknownSplit(said: Said): string | null {
  const { tokens, sentence, matches, used, quoted } = said;
  const splits = (index: number) =>
    /^(by|per)$/.test(tokens[index - 1]?.word ?? '') &&
    !idioms.test(tokens[index]?.word ?? '') &&
    !isAgent(tokens[index - 2]?.word ?? '', tokens[index - 1]?.word ?? '');
  // "Orders by phone": the channel, once the catalog has it.
  const isListed = (index: number) =>
    quoted.some(({ from, to, name }) => name !== undefined && index >= from && index < to);
  const isUnknown = (index: number) =>
    !used.has(index) && !isListed(index) && splits(index) && toNumber(tokens[index]?.word ?? '') === null;
  // "Per reseller order", "by internet sales": the name says which orders and sales.
  const isCounted = (index: number) =>
    /^(per|by)$/.test(tokens[index - 1]?.word ?? '') &&
    matches.some(
      ({ concept, from }) =>
        concept.kind === 'measure' &&
        from > index &&
        from <= index + 3 &&
        tokens.slice(index, from).every((_, offset) => isNameAt(index + offset, said)),
    );
  return (
    tokens.find(
      (token, index) =>
        isUnfiled(tokens, index) ||
        (isUnknown(index) &&
          !isCounted(index) &&
          !isCode(token.text) &&
          !(/^\p{Lu}/u.test(token.text) && !token.opens && !/^\p{Lu}/u.test(sentence.slice(1, 2)))),
    )?.text ?? null
  );
}

/** "Top states", "which state buys most": places that are none of the records, though the word has another sense, too. */
function isUnfiled(tokens: Token[], index: number): boolean {
  const { word = '', lemma = '' } = tokens[index] ?? {};
  const [before = '', next = ''] = [tokens[index - 1]?.word, tokens[index + 1]?.word];
  if (lemma !== 'state' || before === 'united') return false;
  return (
    word === 'states' || (/^(?:which|what|top|best|worst|each|every)$/.test(before) && !beingOf.test(next))
  );
}

const beingOf = /^(?:is|are|was|were|of)$/;

type Place = { index: number; from: number; to: number; noun: number | null; isExcludedBefore: boolean };

/** How a name is spoken of: what it is set against, ranked by, or the way that goods take. */
function toMention(
  { index, from, to, noun, isExcludedBefore }: Place,
  { tokens, sentence, matches, used, lexicon, quoted }: Said,
): Omit<NameMention, 'hint' | 'excluded'> {
  const range = quoted.find((candidate) => candidate.from === index && candidate.to === to);
  const isOne = to === index + 1 && noun === null && isOrdinary(tokens, index, lexicon);
  const optional = isOne && !isPlaceNoun(tokens, index);
  const setsAgainst = (token: Token | undefined) => /^(or|vs|versus|than|against)$/.test(token?.word ?? '');
  const spoken = sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const said = spoken.replace(owner, '').replace(groupNoun, '');
  // "In which region is Garden's share highest?" says nothing of what Garden is.
  const isNamed = range?.name !== undefined || owner.test(spoken);
  const fits = isNamed ? null : findFits(from, tokens, matches, used);
  const way = findWay(tokens, noun ?? from);
  // "Bikes other than Mountain Bikes" leaves some of them out.
  const before = skipLead(tokens, index);
  const isCompared =
    /^(to|with)$/.test(tokens[before]?.word ?? '') && tokens[before - 1]?.word === 'compared';
  const isAfter = !isExcludedBefore && (isCompared || setsAgainst(tokens[before]));
  const against = setsAgainst(tokens[to]) ? 'after' : isAfter && 'before';
  return {
    ...(optional && { optional }),
    ...(against && { against }),
    ...(tokens[from - (/^(the|our)$/.test(tokens[from - 1]?.word ?? '') ? 2 : 1)]?.word === 'in' && {
      place: true,
      ...(ofBuyers.test(sentence) && { ofBuyers: true as const }),
    }),
    ...(way && { way }),
    ...(isRanked(tokens, from, to, matches) && { ranked: true }),
    ...(isAskedFor(tokens, from, to, matches) && { asked: true }),
    ...(fits && { fits }),
    ...(genericPlural.test(tokens[to]?.word ?? '') && { several: true }),
    ...(isNumbered(tokens, from, to) && { counted: true }),
    ...(isBounded(tokens, from) && { bounded: true as const }),
    ...(isSplit(tokens, from, to) && { split: true as const }),
    ...(isOfThose(tokens, from, to) && { only: true as const }),
    ...(isTraded(tokens, noun ?? from) && { traded: true as const }),
    text: noun === null ? (range?.name ?? said) : `${toSingular(tokens[noun])} ${said}`,
  };
}

const owner = /['’]s$/;

const ofBuyers = /\b(?:customers?|clients?|buyers?|shoppers?)\b/i;

/** What joins two names of one kind: "of Alto Cerro and of Dolcetta", "individuals or resellers". */
const besides =
  /^\s*(?:,|&|\/|\b(?:and|or|vs\.?|versus|than|plus)\b)\s*(?:(?:and|or|of|from|for|in|at|by|with|to|the|our) )*$/i;

/** "The Camping range", "long-term care homes" are named by what stands before. */
const groupNouns =
  /^(?:range|collection|assortment|family|line-?up|portfolio|site|depot|branch|hub|outlet|premises|facility|market|area|territory|homes|businesses|companies|firms|folks|guys|establishments|institutions)$/i;
const groupNoun = new RegExp(`(?<=\\S) ${groupNouns.source.slice(1)}`, 'i');

function isDescribed(
  tokens: Token[],
  index: number,
  used: ReadonlySet<number>,
  covered: ReadonlySet<number>,
  { adjectives }: Lexicon,
): boolean {
  const before = tokens[index - 1];
  if (!before || used.has(index - 1) || covered.has(index - 1)) return false;
  return adjectives.has(before.word) && !/[,;:]/.test(before.text);
}

/** "To Calgary", "out of the Halifax depot", "between Calgary and Halifax" */
function findWay(tokens: Token[], from: number): NameMention['way'] | null {
  const [before = '', last = ''] = tokens
    .slice(0, from)
    .map(({ word }) => word)
    .filter((word) => !/^(?:the|our)$/.test(word))
    .slice(-2);
  if (/^(?:to|into)$/.test(last)) return 'to';
  if (last === 'between') return 'between';
  return last === 'from' || `${before} ${last}` === 'out of' ? 'from' : null;
}

const genericPlural = /^(products|items|articles|goods|skus|customers|clients)$/;

/** "By the way", "by far": nothing is split by these. */
const idioms =
  /^(the|far|now|then|hand|default|se|how|using|all|any|a|an|our|my|each|every|us|me|what|which|total|more|less|way|value|amount|it|them|itself)$/;
