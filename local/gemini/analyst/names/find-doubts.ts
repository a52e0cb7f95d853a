import type { NameMention } from '../question/question.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { capitalsTell } from './find-name-ranges.ts';
import { isGoodsWord } from './goods-words.ts';
import { joins } from './name-bounds.ts';
import { functionWords, isGoodsPlace, isOfMonths, isOrdinary, times } from './name-places.ts';

/**
 * Words that were read as others or as ordinary ones, and may be names: "socks" for stocks, "revenue of Small business". They
 * count only where the catalog has exactly them.
 * @param matches those that stand for what goods are packed in may be names, too
 * @param named tokens of names; `used` are those that mean something else
 */
export function findDoubts(
  tokens: Token[],
  sentence: string,
  used: ReadonlySet<number>,
  named: ReadonlySet<number>,
  lexicon: Lexicon,
  matches: Match[],
): NameMention[] {
  const packs = matches.filter(({ concept }) => concept.kind === 'measure' && concept.packs);
  const isPlain = (index: number) => {
    const token = tokens[index];
    if (!token || used.has(index) || named.has(index) || functionWords.test(token.word)) return false;
    return isOrdinary(tokens, index, lexicon);
  };
  // "Best Value Bin 20 L" among words without capitals: a name, though each word means something; "Out of Stock", too.
  const tells = capitalsTell(tokens);
  const isWritten = (index: number) =>
    tells && !named.has(index) && /^(\p{Lu}|\d)/u.test(tokens[index]?.text ?? '');
  const goesOn = (to: number, from: number) =>
    isWritten(to) || (to > from && joins(tokens, to) && isWritten(to + 1) && !isState(tokens[from - 1]));
  const doubts: NameMention[] = packs.map(({ concept, from, to }) => ({
    text: sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    ...{ hint: null, excluded: false, optional: true },
    ...(concept.kind === 'measure' && concept.packs === 'unknown' && { counts: true }),
  }));
  // "Individual customers" are all of them, one by one, or those of a segment.
  const [, segment] = /\b(individual) (?:customers|clients|buyers)\b/i.exec(sentence) ?? [];
  if (segment) doubts.push({ text: segment, hint: 'customer_segment', excluded: false, optional: true });
  for (const [index, token] of tokens.entries())
    if (!named.has(index) && isGoodsWord(tokens, index, lexicon))
      doubts.push({ text: token.text, hint: null, excluded: false, optional: true, whole: true });
  // "Who buys filter coffee?": no verb, where the catalog has it.
  for (const [index, token] of tokens.entries())
    if (named.has(index + 1) && verbs.test(token.word) && !joined.test(tokens[index - 1]?.word ?? ''))
      doubts.push({ text: token.text, hint: null, excluded: false, optional: true });
  // "Sorso parts", "sales of parts": a group of goods that is called so.
  const parts = tokens.findIndex(
    ({ word }, at) =>
      word === 'parts' &&
      !named.has(at) &&
      (named.has(at - 1) || tokens[at - 1]?.word === 'of') &&
      tokens[at + 1]?.word !== 'of',
  );
  if (parts >= 0)
    doubts.push({ text: 'parts', hint: null, excluded: false, fits: ['category', 'subcategory'] });
  doubts.push(...findFirstNames(tokens, sentence, named));
  doubts.push(...findHeading(tokens, sentence, named), ...findCapitals(tokens, sentence, matches, tells));
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    let to = index;
    if (/^\p{Lu}/u.test(token.text)) while (goesOn(to, index)) to += 1;
    if (isOfMonths(tokens, index, to)) to = index;
    // "At Main"; but "Revenue by Month" means what it says.
    if (to === index + 1 && (token.opens || !mayStandAlone(tokens, index, used))) to = index;
    if (packs.some((match) => match.to === index - 1)) to = Math.max(to, endOfGoods(tokens, index, named));
    if (to > index) {
      doubts.push({
        text: sentence.slice(token.start, tokens[to - 1]?.end ?? 0),
        ...{ hint: null, excluded: false, optional: true },
      });
      index = to - 1;
      continue;
    }
    if (/^(of|for|from)$/.test(tokens[index - 1]?.word ?? '')) while (isPlain(to)) to += 1;
    if (to === index && token.mended && !named.has(index)) to = index + 1;
    if (to === index) continue;
    const text = sentence.slice(token.start, tokens[to - 1]?.end ?? 0);
    if (text.length > 3) doubts.push({ text, hint: null, excluded: false, optional: true });
    index = to - 1;
  }
  return doubts.slice(0, mostDoubts);
}

/** Verbs of looking at figures that name kinds of goods, too. */
const verbs = /^(?:filter|mix|contrast|split|trend)$/;
const joined = /^(?:and|or|then|to|please|now|just|only|me|can|could|you)$/;

/** "June Grant and May Brooks": people whose first name is that of a month. */
function findFirstNames(tokens: Token[], sentence: string, named: ReadonlySet<number>): NameMention[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    const isCapital = [token, next].every((one) => /^\p{Lu}\p{Ll}/u.test(one?.text ?? ''));
    if (!next || !isCapital || !/^(?:april|may|june|august)$/.test(token.word)) return [];
    if (next.start - token.end !== 1 || times.test(next.word) || named.has(index)) return [];
    const text = sentence.slice(token.start, next.end).replace(/['’]s$/, '');
    return [{ text, hint: null, excluded: false, optional: true, whole: true }];
  });
}

/** "Copies of Returns": a word that means something is looked up where goods are named, and a time where they are counted. */
function mayStandAlone(tokens: Token[], index: number, used: ReadonlySet<number>): boolean {
  const word = tokens[index]?.word ?? '';
  if (functionWords.test(word)) return false;
  if (!used.has(index)) return true;
  if (isGoodsPlace(tokens, index)) return true;
  return tokens[index - 1]?.word === 'of' && !times.test(word);
}

/** "Copies of the order of things have we sold": all up to the verb. */
function endOfGoods(tokens: Token[], from: number, named: ReadonlySet<number>): number {
  if (tokens[from - 1]?.word !== 'of') return from;
  const end = tokens.findIndex(
    ({ word }, at) => at > from && (named.has(at) || afterGoods.test(word) || word === 'of'),
  );
  return named.has(from) ? from : end < 0 ? tokens.length : end;
}

const afterGoods =
  /^(?:have|has|had|did|do|does|are|is|were|was|we|sold|left|in|at|on|by|last|this|since|during|per)$/;

/** "Are Out of Stock": a state, and no name. */
const isState = (before: Token | undefined) =>
  /^(?:am|is|are|was|were|be|been|go|goes|went|gone|run|ran)$/.test(before?.word ?? '');

/** "Same day: what share …": a heading of several words may be a name, whatever they mean. */
function findHeading(tokens: Token[], sentence: string, named: ReadonlySet<number>): NameMention[] {
  const at = tokens.findIndex(({ end }) => sentence[end] === ':');
  const head = tokens.slice(0, at + 1);
  const isNamed = head.some((_, index) => named.has(index));
  if (head.length < 2 || head.length > 4 || isNamed || head.some(({ word }) => times.test(word))) return [];
  const text = sentence.slice(head[0]?.start ?? 0, head.at(-1)?.end ?? 0);
  return [{ text, hint: null, excluded: false, optional: true }];
}

/** "Units moved from Main", "Main: what has run out?": a word with a capital that would order, compare or draw something. */
function findCapitals(tokens: Token[], sentence: string, matches: Match[], tells: boolean): NameMention[] {
  const soft = matches.filter(
    ({ concept, from, to }) => to === from + 1 && /^(order|focus|chart|missing)$/.test(concept.kind),
  );
  return soft.flatMap(({ from }) => {
    const token = tokens[from];
    if (!token) return [];
    // "And at main?"
    // "Main?", "only main": nothing else is said.
    const isLast = from === tokens.length - 1;
    const isAlone = tokens.every(
      ({ word }, at) => at === from || /^(?:and|only|just|for|what|about)$/.test(word),
    );
    const isPlace = isAlone || (isLast && /^(?:at|in)$/.test(tokens[from - 1]?.word ?? ''));
    if (!isPlace && !/^\p{Lu}\p{Ll}/u.test(token.text)) return [];
    const stands = isPlace || (token.opens ? sentence[token.end] === ':' : tells);
    return stands ? [{ text: token.text, hint: null, excluded: false, optional: true }] : [];
  });
}

/** Each is a search of the catalog. */
const mostDoubts = 3;

/** "Small business": a word that would be left over, with the ordinary words around it, may be a name. */
export function findPlainNames(
  leftover: number[],
  tokens: Token[],
  sentence: string,
  used: ReadonlySet<number>,
  named: ReadonlySet<number>,
): NameMention[] {
  // "Three Oaks": what is taken for a name may begin with it.
  const isFree = (index: number) => !used.has(index) || named.has(index);
  const isPlain = (index: number) => {
    const word = tokens[index]?.word;
    return word !== undefined && /^\p{L}/u.test(word) && isFree(index) && !functionWords.test(word);
  };
  return leftover.flatMap((at) => {
    let [from, to] = [at, at + 1];
    while (isPlain(from - 1)) from -= 1;
    while (isPlain(to)) to += 1;
    if (!isPlain(at) || to - from < 2) return [];
    const text = sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
    return [{ text, hint: null, excluded: false, optional: true }];
  });
}
