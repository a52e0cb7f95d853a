import type { Lexicon } from '../vocabulary/lexicon.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import { fold, isSize, type Token, toLemma } from '../vocabulary/words.ts';
import { type Entry, toNameWords, withoutId } from './catalog-entries.ts';
import { isGoodsWord } from './goods-words.ts';
import { functionWords, isGoodsPlace, isOfMonths, times } from './name-places.ts';

/** Tokens that are a name; `name` is how the catalog spells it, where it stands there in full. */
export type NameRange = { from: number; to: number; name?: string };

type Word = { lemma: string; token: number; sense: 'unknown' | 'topic' | 'ordinary' | 'vocabulary' };

/**
 * Where the question spells what a search has found: "Road-150 Red, 62" and "racing socks" are names though a number and
 * "socks" could be something else. The longest run of words wins. Of a name that does not stand there in full, two words must
 * stand side by side, none of them vocabulary.
 */
export function findCatalogNames(tokens: Token[], entries: Entry[], lexicon: Lexicon): NameRange[] {
  const words = tokens.flatMap((token, index) =>
    // As typed, not as corrected: "socks" is no stock here.
    toNameWords(token.text).map((word): Word => {
      const lemma = toLemma(word);
      const isNumber = /^\p{L}/u.test(word) && toNumber(word) !== null;
      const isOrdinary = lexicon.fillers.has(word) || lexicon.fillers.has(lemma) || isNumber;
      const isTopic = lexicon.known.has(lemma);
      const sense = isOrdinary
        ? 'ordinary'
        : lexicon.meant.has(lemma)
          ? 'vocabulary'
          : isTopic
            ? 'topic'
            : 'unknown';
      return { lemma, token: index, sense };
    }),
  );
  // "Socks" alone was taken for stocks, "machines" for what is made on them: the name itself says otherwise.
  const isMistaken = ({ token, sense }: Word) => tokens[token]?.mended === true || sense === 'topic';
  const goods = new Set(
    [...tokens.keys()].filter((at) => isGoodsPlace(tokens, at) || isGoodsWord(tokens, at, lexicon)),
  );
  // "Larsen Home Store (C-01429)": one of several of that name.
  const names = [...new Set(entries.flatMap(({ name }) => [name, withoutId(name)]))];
  const wholes = new Set(names.map((name) => spell(toNameWords(name).map(toLemma))));
  const runs = names
    .flatMap((name) => findRuns(words, tokens, name, { isMistaken, goods }, lexicon))
    // "In the North" is the region, and no part of "Voices from the North".
    .filter(({ first, last, full }) => full || !wholes.has(withoutLead(words.slice(first, last + 1))));
  // "Phone" is the channel of that name, beside goods that are "Phones".
  const isSpelled = ({ first, last, name }: Run) =>
    fold(name) === spell(words.slice(first, last + 1).map(({ token }) => fold(tokens[token]?.text ?? '')));
  runs.sort(
    (a, b) =>
      b.length - a.length || Number(b.full) - Number(a.full) || Number(isSpelled(b)) - Number(isSpelled(a)),
  );
  const taken: NameRange[] = [];
  for (const { first, last, name, full } of runs) {
    const [from, to] = [words[first]?.token, words[last]?.token];
    if (from === undefined || to === undefined) continue;
    // A run that ends within a word ("Mountain-200" of "Mountain-200-W") is not what was typed.
    const isOwner = /['’]s$/.test(tokens[to]?.text ?? '') && words[last + 2]?.token !== to;
    if (words[first - 1]?.token === from || (words[last + 1]?.token === to && !isOwner)) continue;
    if (taken.some((other) => from < other.to && to >= other.from)) continue;
    taken.push({ from, to: to + 1, ...(full && { name }) });
  }
  return taken;
}

const spell = (lemmas: string[]) => lemmas.join(' ');

/** "In the North" without what leads to a name. */
function withoutLead(run: Word[]): string {
  const at = run.findIndex(({ lemma }) => !functionWords.test(lemma));
  return at < 1 ? '' : spell(run.slice(at).map(({ lemma }) => lemma));
}

type Run = { first: number; last: number; length: number; full: boolean; name: string };

function findRuns(
  words: Word[],
  tokens: Token[],
  name: string,
  { isMistaken, goods }: { isMistaken: (word: Word) => boolean; goods: ReadonlySet<number> },
  lexicon: Lexicon,
): Run[] {
  const wanted = toNameWords(name).map(toLemma);
  const tells = tokens.some(({ text }) => /^\p{Ll}{4,}/u.test(text));
  return words.flatMap((_, start) => {
    const runs: Run[] = [];
    for (let skip = 0; skip < wanted.length; skip += 1) {
      if (words[start]?.lemma !== wanted[skip]) continue;
      const end = walk(words, start, wanted, skip);
      const length = end.matched;
      const full = length === wanted.length;
      const run = words.slice(start, end.last + 1);
      const [head, tail] = [run[0]?.token ?? 0, run.at(-1)?.token ?? 0];
      if (isOfMonths(tokens, head, tail + 1)) continue;
      // "5W" is two words, and a piece of many names; "in white" is no piece of "Ducting Kit 4in White".
      const isPiece = run.every(({ token }) => token === run[0]?.token && isSize(tokens[token]?.text ?? ''));
      if (!full && (isPiece || functionWords.test(run[0]?.lemma ?? ''))) continue;
      const isCapital = run.every(
        ({ token, lemma }, at) =>
          /^[\p{Lu}\d]/u.test(tokens[token]?.text ?? '') ||
          (at > 0 && at < run.length - 1 && functionWords.test(lemma)),
      );
      const [first, next] = [tokens[run[0]?.token ?? -1], tokens[(run.at(-1)?.token ?? 0) + 1]];
      // "Main: units on hand"
      const isHeading = next !== undefined && next.start - (tokens[run.at(-1)?.token ?? 0]?.end ?? 0) > 1;
      const opens = first?.opens === true && !isHeading;
      // "What sits in Main", "Bristol against Main": a warehouse, and nothing of the highest order.
      const isGoods = full && goods.has(run[0]?.token ?? -1);
      const isTime = length === 1 && times.test(tokens[run[0]?.token ?? -1]?.word ?? '');
      const isProper = isGoods || (full && isCapital && !opens && tells && !isTime);
      // "Main?", "only main": nothing else is said.
      const isAlone = words.every(
        ({ token }, at) => (at >= start && at <= end.last) || besideName.test(tokens[token]?.word ?? ''),
      );
      if (length < 2 && !(full && (isProper || isAlone || run.every(isMistaken)))) continue;
      // "Revenue of Small business", "stock of stock pots": where a name is expected, any words may be of it.
      // "Same day: what share …", of the brand "Same Day".
      const isHead = full && start === 0 && isHeading;
      // "And Night Shift Espresso?" names it, though a night shift is something else.
      const isOnly = isAlone && length > 1 && isCapital;
      const isExpected =
        isProper || isHead || isOnly || /^(of|for|from)$/.test(words[start - 1]?.lemma ?? '');
      const isWritten = (full || isExpected) && length > 1 && isCapital;
      const isKnown = run.every(({ sense }) => sense === 'ordinary' || sense === 'vocabulary');
      // "Small business": an adjective says nothing by itself, but in a name.
      const isTold = full && length > 1 && lexicon.adjectives.has(run[0]?.lemma ?? '');
      if (isKnown && !isWritten && !isTold && !(full && (isExpected || isAlone))) continue;
      // "Keystone Garden Supply's share", of "Keystone Garden Supply Inc.": all but its last word, with capitals.
      const isNearly = skip === 0 && length > 1 && length === wanted.length - 1 && isCapital && tells;
      // "Kitchen sales" is no part of "Delta Kitchen Sales Ltd".
      if (!full && !isExpected && !isNearly && run.some(({ sense }) => sense === 'vocabulary')) continue;
      runs.push({ first: start, last: end.last, length, full, name });
    }
    return runs;
  });
}

const besideName = /^(?:and|only|just|what|about|for|in|at|then|now)$/;

/** How far the question goes on like the name; "size" may stand before the size. */
function walk(words: Word[], start: number, wanted: string[], skip: number) {
  let [last, at, matched] = [start, start, 0];
  for (const lemma of wanted.slice(skip)) {
    if (words[at]?.lemma === 'size' && words[at + 1]?.lemma === lemma && lemma !== 'size') at += 1;
    if (words[at]?.lemma !== lemma) break;
    last = at;
    at += 1;
    matched += 1;
  }
  return { last, matched };
}
