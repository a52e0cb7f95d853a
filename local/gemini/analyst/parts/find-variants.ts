import type { Token } from '../vocabulary/words.ts';

/**
 * "Each colour", "by shade", "size by size": what tells the variants of a product apart. No figure is split by it; where the goods are
 * named their products are.
 */
export function findVariants(
  tokens: Token[],
  taken: ReadonlySet<number>,
): { noun: string; used: number[] } | null {
  const at = tokens.findIndex(
    ({ lemma }, index) =>
      nouns.test(lemma) &&
      !taken.has(index) &&
      splits.test(tokens[index - 1]?.word ?? '') &&
      // "What sizes of the helmet do we have?" are its products.
      !(/^wh/.test(tokens[index - 1]?.word ?? '') && tokens[index + 1]?.word === 'of'),
  );
  const noun = tokens[at];
  if (!noun) return null;
  const isTwice = tokens[at - 2]?.lemma === noun.lemma;
  return { noun: noun.lemma, used: isTwice ? [at - 2, at - 1, at] : [at - 1, at] };
}

const nouns = /^(?:colou?r|shade|size|flavou?r|scent|variant|variety|version|variation)$/;
const splits = /^(?:each|every|per|by|which|what|top|best|worst|selling|popular)$/;
