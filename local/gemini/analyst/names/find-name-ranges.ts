import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';
import type { NameRange } from './find-catalog-names.ts';

/**
 * "Kestrel Peak", "Pearl River": a word with a capital after a word with a capital that is unknown belongs to its name, though
 * it means something by itself. Where every word has a capital nothing is told by them.
 */
export function findProperNames(tokens: Token[], { entries, known, fillers }: Lexicon): NameRange[] {
  const isCapital = (token: Token | undefined) => /^\p{Lu}\p{Ll}/u.test(token?.text ?? '');
  if (tokens.every((token) => isCapital(token) || token.text.length < 4)) return [];
  const means = (token: Token) =>
    entries
      .get(token.lemma)
      ?.some(
        ({ lemmas, concept }) => lemmas.length === 1 && /^(order|chart|focus|missing)$/.test(concept.kind),
      ) ?? false;
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const isTail = !token.opens && isCapital(token) && means(token);
    const isHead = before && isCapital(before) && !known.has(before.lemma) && !fillers.has(before.word);
    return isTail && isHead ? [{ from: index - 1, to: index + 1 }] : [];
  });
}

/** Whether a word with a capital is told from the others by it: "and The Last Drop?", but not "Revenue By Month". */
export function capitalsTell(tokens: Token[]): boolean {
  return tokens.some(({ text, opens }) => /^\p{Ll}{4,}/u.test(text) || (opens && /^\p{Ll}{3,}/u.test(text)));
}

export function findQuoted(tokens: Token[], sentence: string): NameRange[] {
  return [...sentence.matchAll(/["“]([^"“”]+)["”]/g)].flatMap((match) => {
    const inside = tokens.flatMap((token, index) =>
      token.start >= match.index && token.end <= match.index + match[0].length ? [index] : [],
    );
    const [from] = inside;
    return from === undefined ? [] : [{ from, to: from + inside.length }];
  });
}
