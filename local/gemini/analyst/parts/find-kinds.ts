import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Token } from '../vocabulary/words.ts';

/** "Each bike type", "which glove types": the kinds of what is named, which are its subcategories. */
export function findKinds(
  tokens: Token[],
  { ends, covered }: { ends: ReadonlySet<number>; covered: ReadonlySet<number> },
  used: ReadonlySet<number>,
  { entries }: Lexicon,
): { references: Reference[]; at: number; isEach: boolean } | null {
  const at = tokens.findIndex(
    ({ lemma }, index) => ends.has(index) && !used.has(index) && /^(?:type|kind|sort)$/.test(lemma),
  );
  const concept = entries.get('type')?.find(({ lemmas }) => lemmas.join(' ') === 'type of product')?.concept;
  if (at < 0 || concept?.kind !== 'dimension') return null;
  let from = at;
  while (covered.has(from - 1)) from -= 1;
  const isEach = /^(?:each|every|by|per)$/.test(tokens[from - 1]?.word ?? '');
  const isPlural = tokens[at]?.word !== tokens[at]?.lemma;
  const isAsked = /^(?:which|what)$/.test(tokens[from - 1]?.word ?? '');
  return isEach || isPlural || isAsked ? { references: concept.references, at, isEach } : null;
}
