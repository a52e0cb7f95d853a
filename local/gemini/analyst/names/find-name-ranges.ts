import type { Lexicon } from '../vocabulary/lexicon.ts';
import { isSize, type Token } from '../vocabulary/words.ts';
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

/**
 * "LED Panel 60x60 40W": what is written in capitals beside a name belongs to it, though "led" is a word, and so do the sizes
 * around it; not what is only said loudly.
 */
export function findAcronyms(tokens: Token[], { known, fillers }: Lexicon): NameRange[] {
  if (!capitalsTell(tokens)) return [];
  const text = (at: number) => tokens[at]?.text ?? '';
  const belongs = (at: number) =>
    (isSize(text(at)) && !/^(?:q[1-4]|h[12])$/i.test(text(at))) ||
    (/^\p{Lu}\p{Ll}/u.test(text(at)) && !tokens[at]?.opens) ||
    isSpelled(text(at));
  // "LED floodlights", but not "VIP customers".
  const isNoun = (at: number) =>
    /^\p{Ll}{3,}$/u.test(text(at)) && !known.has(tokens[at]?.lemma ?? '') && !fillers.has(text(at));
  return tokens.flatMap((token, index) => {
    if (!isSpelled(token.text) || !(belongs(index + 1) || isNoun(index + 1))) return [];
    let [from, to] = [index, index + 1 + Number(!belongs(index + 1))];
    while (belongs(to)) to += 1;
    while (belongs(from - 1)) from -= 1;
    return [{ from, to }];
  });
}

const isSpelled = (text: string) => /^\p{Lu}{3,5}$/u.test(text) && !loud.test(text);

const loud =
  /^(?:only|not|all|any|and|the|this|that|each|every|just|for|with|our|are|was|were|did|does|has|have|had|more|most|less|least|fewer|best|worst|top|total|both|from|than|also|still|now|new|old|which|what|who|how|when|where|why|per|pls|asap|fyi|btw|you|but|never|except|minus|over|under|last|year|month|week|sales|stock|units|ytd|mtd|qtd|yoy|mom|wow|aov|sku|skus|abc|xyz|usd|eur|gbp|kpi|pdf|csv|vat|roi|cogs|gmroi|moq|eoq|fifo)$/i;

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
