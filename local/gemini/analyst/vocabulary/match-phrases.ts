import type { Concept, Lexicon, Reference } from './lexicon.ts';
import { toNumber } from './numbers.ts';
import { hasAccent, type Token } from './words.ts';

export type Match = { concept: Concept; from: number; to: number };

/** Takes the longest phrase at each place; what is `used` already is left alone. */
export function matchPhrases(tokens: Token[], lexicon: Lexicon, used: ReadonlySet<number>): Match[] {
  const matches: Match[] = [];
  for (let index = 0; index < tokens.length; ) {
    const match = used.has(index) ? null : matchAt(tokens, index, lexicon, used);
    if (match) matches.push(match);
    index = match ? match.to : index + 1;
  }
  return matches;
}

function beginsMeasure(tokens: Token[], at: number, { entries }: Lexicon): boolean {
  return (entries.get(tokens[at]?.lemma ?? '') ?? []).some(
    ({ lemmas, concept }) =>
      concept.kind === 'measure' &&
      lemmas.length > 1 &&
      lemmas.every((lemma, offset) => tokens[at + offset]?.lemma === lemma),
  );
}

function matchAt(tokens: Token[], index: number, lexicon: Lexicon, used: ReadonlySet<number>): Match | null {
  const { entries } = lexicon;
  for (const { lemmas, concept, weak } of entries.get(tokens[index]?.lemma ?? '') ?? []) {
    const to = endOf(lemmas, tokens, index, used);
    if (to === null) continue;
    // "Sales, margin and units" are three figures, and no "sales margin".
    if (
      concept.kind === 'measure' &&
      tokens.slice(index + 1, to).some((_, at) => isApart(tokens, index + at))
    )
      continue;
    if (weak && (!isIntroduced(tokens, index, concept) || isOtherShop(tokens, index, lexicon))) continue;
    const next = tokens[to];
    if (isNameOf(tokens, index, concept)) continue;
    // "By days of supply" splits nothing by day.
    if (concept.kind === 'grain' && next?.word === 'of' && tokens[to - 1]?.word === 'days') continue;
    if (
      concept.kind === 'measure' &&
      ((!concept.verb && isPreposition(lemmas, next)) || sellsThrough(lemmas, next, lexicon))
    )
      continue;
    // "In all channels" are the channels, "in all" the total.
    if (lemmas.join(' ') === 'in all' && next && lexicon.entries.has(next.lemma)) continue;
    // "When is it due to arrive?" asks for no reason.
    if (
      lemmas.join(' ') === 'due to' &&
      /^(?:arrive|come|be|deliver|land|reach|ship)$/.test(next?.word ?? '')
    )
      continue;
    // "Orders in progress" are no development.
    if (lemmas[0] === 'progress' && tokens[index - 1]?.word === 'in') continue;
    // "What we lose to discounts" did not shrink.
    if (concept.kind === 'focus' && concept.focus === 'change' && /^(to|through)$/.test(next?.word ?? '')) {
      if (/^(lose|lost|losing)$/.test(tokens[index]?.word ?? '')) continue;
    }
    // "Main vs Bristol", "of Main and Bristol": a name beside another one is no rank.
    const isBeside = [tokens[index - 1], next].some((token) =>
      /^(vs|versus|and|or|against)$/.test(token?.word ?? ''),
    );
    if (concept.kind === 'order' && lemmas.join(' ') === 'main' && isBeside) continue;
    // "Average sales per month" are means of sales, an "average sale" is one order.
    if (lemmas.join(' ') === 'average sale' && tokens[to - 1]?.word === 'sales') continue;
    // What stands behind a change is its cause; who "is behind" is late.
    if (concept.kind === 'focus' && lemmas.join() === 'behind' && isBareBehind(next)) continue;
    // "By days of supply" ranks by a measure.
    if (concept.kind === 'grain' && next?.word === 'of' && beginsMeasure(tokens, to - 1, lexicon)) continue;
    if (
      concept.kind === 'measure' &&
      isCutIn(concept.references, lemmas, { from: index, to }, tokens, lexicon, used)
    )
      continue;
    if (concept.kind === 'measure' && concept.packs && !isCountedIn(tokens, index)) continue;
    if (isVerb(concept) && goesOn(tokens, to, lexicon)) continue;
    return { concept, from: index, to };
  }
  return null;
}

/** "Rosé" did not rise: no English word has an accent; and without it, "of rose" is a noun. */
function isNameOf(tokens: Token[], at: number, { kind }: Concept): boolean {
  const { text = '', word = '' } = tokens[at] ?? {};
  const isOurs = kind === 'measure' || kind === 'dimension';
  if (!isOurs && hasAccent(text)) return true;
  return word === 'rose' && /^(?:of|for|our|much|in|with)$/.test(tokens[at - 1]?.word ?? '');
}

/** Whether more than a space stands after the word: a comma. */
function isApart(tokens: Token[], at: number): boolean {
  return (tokens[at + 1]?.start ?? 0) - (tokens[at]?.end ?? 0) === 2;
}

/** "Units moved between warehouses": a longer phrase that begins inside a shorter one is meant. */
function isCutIn(
  own: Reference[],
  [opening = '', ...rest]: string[],
  { from, to }: { from: number; to: number },
  tokens: Token[],
  { entries }: Lexicon,
  used: ReadonlySet<number>,
): boolean {
  const length = rest.length + 1;
  // "Average sales volume" is the average of a volume, not an average sale.
  const isMean = /^(average|mean|typical)$/.test(opening);
  for (let at = from + 1; at < to; at += 1)
    for (const { lemmas, concept } of entries.get(tokens[at]?.lemma ?? '') ?? [])
      if (
        ((concept.kind === 'missing' && lemmas.length > length) ||
          (concept.kind === 'measure' &&
            lemmas.length >= (isMean ? length : length + 1) &&
            concept.references[0]?.name !== own[0]?.name)) &&
        (endOf(lemmas, tokens, at, used) ?? 0) > to
      )
        return true;
  return false;
}

/** Where a phrase that begins at `index` ends, whatever articles and auxiliaries stand in it. */
function endOf(lemmas: string[], tokens: Token[], index: number, used: ReadonlySet<number>): number | null {
  let at = index;
  for (const lemma of lemmas) {
    if (at > index)
      while (tokens[at]?.lemma !== lemma && isBetween(tokens[at]?.word ?? '', lemma) && !used.has(at))
        at += 1;
    if (tokens[at]?.lemma !== lemma || used.has(at)) return null;
    at += 1;
  }
  return at;
}

/** "Value of the stock", "units that were rejected". */
function isBetween(word: string, next: string): boolean {
  return determiners.test(word) || (state.test(next) && auxiliaries.test(word));
}

const determiners = /^(the|our|my|your|their|its|a|an|all|any)$/;
const auxiliaries = /^(is|are|was|were|been|be|being|have|has|had|got|that|which|still|already)$/;
const state = /..(ed|lost|late|open|missing|overdue|outstanding|sold|bought|held)$|^(lost|late|open)$/;

/** "How many bags", "in bags", "more than 300 bags", "average bags per order". */
function isCountedIn(tokens: Token[], index: number): boolean {
  const [before = '', last = ''] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  return (
    /^(many|in|more|fewer|less|most|fewest|least|average)$/.test(last) ||
    (before === 'number' && last === 'of') ||
    (isNumberAt(tokens, index - 1) && /^\p{Ll}+s$/u.test(tokens[index]?.text ?? ''))
  );
}

/** "300", "2,000" (of which the last three digits stand alone), "a hundred" */
function isNumberAt(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return /^\d+k?$/.test(word) || toNumber(word) !== null || /^(?:hundred|thousand|million)$/.test(word);
}

export function isVerb(concept: Concept): boolean {
  return concept.kind === 'measure' && concept.verb === true;
}

/** "Did we take in", "made up of", "made by Halden": the last word of the verb belongs to what follows it. */
function goesOn(tokens: Token[], to: number, { entries }: Lexicon): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (!last || !next) return false;
  if (
    /^(made|make|makes|making|take|took|taken)$/.test(last.word) &&
    /^(up|by|from|out|off|over|back|to)$/.test(next.word)
  )
    return true;
  return (entries.get(last.lemma) ?? []).some(
    ({ lemmas, concept }) =>
      concept.kind === 'measure' &&
      lemmas.length > 1 &&
      lemmas.every((lemma, offset) => tokens[to - 1 + offset]?.lemma === lemma) &&
      !isPreposition(lemmas, tokens[to - 1 + lemmas.length]),
  );
}

/** A word that has other meanings stands for a term after "by" and the like; as a noun in the plural it does anywhere. */
function isIntroduced(tokens: Token[], index: number, { kind }: Concept): boolean {
  const { word = '', lemma = '' } = tokens[index] ?? {};
  // "The worst 2 articles", too.
  const step = toNumber(tokens[index - 1]?.word ?? '') === null ? 1 : 2;
  const before = tokens[index - step]?.word ?? '';
  if (/^(by|per|each|every|which|what|across|worst|best|top|bottom)$/.test(before)) return true;
  // "Ship more pieces", "so many more pieces", "revenue as well as pieces"
  if (word === 'pieces' && /^(more|fewer|less|most|least|fewest|and|as|plus)$/.test(before)) return true;
  // "Site with the fewest customers"
  if (index === 0 && tokens[1]?.word === 'with') return true;
  // "By segment and site"
  if (before === 'and' && tokens.slice(index - 4, index - 1).some((token) => /^(by|per)$/.test(token.word)))
    return true;
  return (
    kind === 'dimension' &&
    word !== lemma &&
    pluralNouns.test(word) &&
    !(word === 'accounts' && tokens[index + 1]?.word === 'for')
  );
}

/** "By store vs online" names two channels, and "by store size" and "by store sales" are no split by store. */
function isOtherShop(tokens: Token[], index: number, { entries, known, fillers }: Lexicon): boolean {
  const [joint = '', other] = [tokens[index + 1]?.word, tokens[index + 2]];
  if (!/^(shop|store|outlet)$/.test(tokens[index]?.lemma ?? '')) return false;
  const figures = entries.get(tokens[index + 1]?.lemma ?? '') ?? [];
  const isFigure = figures.some(
    ({ concept, lemmas }) => concept.kind === 'measure' && !concept.verb && lemmas.length === 1,
  );
  if (isFigure) return true;
  if (/^(size|kind|sort|format|age|manager|visit|floor)s?$/.test(joint)) return true;
  const isName = other !== undefined && !known.has(other.lemma) && !fillers.has(other.word);
  return /^(vs|versus|or|against)$/.test(joint) || (joint === 'and' && isName);
}

const pluralNouns =
  /^(accounts|sites|locations|markets|countries|articles|manufacturers|departments|branches)$/;

function isBareBehind(next: Token | undefined): boolean {
  return next === undefined || /^(?:with|on|by|at|now|and|in|for)$/.test(next.word);
}

/** "Units in" is a measure, but in "units in the west" the last word says where. */
function isPreposition(lemmas: string[], next: Token | undefined): boolean {
  // "What is behind the decline?" speaks of no delivery.
  if (lemmas.at(-1) === 'behind') return /^(the|this|that|it|these|those|our)$/.test(next?.word ?? '');
  if (lemmas.length < 2 || !/^(in|out|of|from)$/.test(lemmas.at(-1) ?? '') || !next) return false;
  if (
    /^(lying|sitting|stored|ran|run|sold|book|booked|booking|check|checked|checking)$/.test(lemmas[0] ?? '')
  )
    return false;
  return !/^(and|or|of|in|year|by|per|from|for|at|vs|versus|last|this|today|yesterday|since|over|during|more|less|as|than)$/.test(
    next.word,
  );
}

/** "Sell through" is a rate, but what we "sell through wholesale" is sold. */
function sellsThrough(lemmas: string[], next: Token | undefined, { known, fillers }: Lexicon): boolean {
  if (lemmas.at(-1) !== 'through' || !next) return false;
  return /^(the|our)$/.test(next.word) || (!known.has(next.lemma) && !fillers.has(next.word));
}
