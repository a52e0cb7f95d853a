import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import { isCode, type Token } from '../vocabulary/words.ts';
import type { NameRange } from './find-catalog-names.ts';
import { capitalsTell } from './find-name-ranges.ts';
import { findNoun } from './find-noun.ts';
import { isPlaceNoun, isSetAgainst, isStoreNoun } from './name-places.ts';

/** A sentence, with what of it is read already. */
export type Said = {
  tokens: Token[];
  sentence: string;
  matches: Match[];
  used: ReadonlySet<number>;
  lexicon: Lexicon;
  quoted: NameRange[];
};

/** Whether a word is one of a name: quoted, a code, or neither vocabulary nor ordinary English. */
export function isNameAt(index: number, { tokens, matches, used, lexicon, quoted }: Said): boolean {
  const token = tokens[index];
  if (!token) return false;
  if (quoted.some((range) => index >= range.from && index < range.to)) return true;
  if (used.has(index)) return false;
  // One letter is in many names and is none.
  if (/^\p{L}$/u.test(token.word)) return false;
  if (isCode(token.text)) return true;
  // "Suppliers from the US", but not "the US market"
  if (token.text === 'US' && capitalsTell(tokens)) return tokens[index + 1]?.lemma !== 'market';
  // "Three Oaks"
  const isCapital = (at: number) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');
  if (toNumber(token.word) !== null && !token.opens && isCapital(index) && isCapital(index + 1)) return true;
  if (toNumber(token.word) !== null)
    return /^\d{5,}$/.test(token.word) || findNoun(tokens, index, matches, quoted) !== null;
  // "Open the report", "open orders": only the verb says nothing.
  if (token.word === 'open' && index === 0) return false;
  if (isSetAgainst(tokens, index, lexicon) || isPlaceNoun(tokens, index)) return true;
  if (isStoreNoun(tokens, index, lexicon)) return true;
  // "Shorts" are no adjective.
  const isPlural =
    token.word === 'individuals' || (token.word !== token.lemma && lexicon.adjectives.has(token.lemma));
  return !lexicon.fillers.has(token.word) && (isPlural || !lexicon.fillers.has(token.lemma));
}
