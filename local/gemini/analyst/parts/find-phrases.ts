import { findCatalogNames, type NameRange } from '../names/find-catalog-names.ts';
import { findAcronyms, findProperNames, findQuoted } from '../names/find-name-ranges.ts';
import { take } from '../time/find-periods.ts';
import { matchPhrases } from '../vocabulary/match-phrases.ts';
import { isListSize, withBounds } from './bind-conditions.ts';
import { chooseFigures } from './choose-figures.ts';
import { findCountedNoun } from './find-counted-noun.ts';
import type { Asked, Forms } from './find-forms.ts';
import { findPurchasing } from './find-purchasing.ts';

export type Phrases = ReturnType<typeof findPhrases>;

/**
 * The phrases of the vocabulary, where no form and no name has the words: all of them, and in `matches` those that stand for what is
 * asked, each with the bounds beside it.
 */
export function findPhrases(asked: Asked, forms: Forms) {
  const { tokens, sentence, lexicon, entries } = asked;
  const ranges = findNameRanges(asked);
  const unnamed = new Set(forms.used);
  for (const { from, to } of ranges) take(unnamed, from, to);
  const counted = findCountedNoun(tokens, sentence, unnamed, lexicon);
  const found = [...matchPhrases(tokens, lexicon, unnamed), ...counted];
  const size = forms.bounds.find((condition) => isListSize(condition, found, tokens)) ?? null;
  const conditions = forms.bounds.filter((condition) => condition !== size);
  const goods = findPurchasing(tokens, found, entries, forms.time, findQuoted(tokens, sentence));
  const { purchasing } = goods;
  // "How many purchase orders did we raise?" is no question about a rise.
  const phrases = found.filter(({ from, to }) => to > from + 1 || !purchasing?.used.includes(from));
  if (forms.age) phrases.push(forms.age.match);
  phrases.sort((a, b) => a.from - b.from);
  const figures = chooseFigures(phrases, tokens, sentence);
  const { matches, bounds } = withBounds(figures, conditions, tokens, forms.time.used);
  const used = new Set([...forms.used, ...(purchasing?.used ?? [])]);
  for (const { from, to } of phrases) take(used, from, to);
  return { ...goods, ranges, found, phrases, matches, bounds, size, conditions, used };
}

/** Quoted text, names as the catalog spells them and words with capitals: of two that overlap the first kind stays. */
function findNameRanges({ tokens, sentence, lexicon, entries }: Asked): NameRange[] {
  const ranges = findQuoted(tokens, sentence);
  const known = findCatalogNames(tokens, entries, lexicon);
  for (const found of [known, findAcronyms(tokens, lexicon), findProperNames(tokens, lexicon)])
    ranges.push(
      ...found.filter((range) => ranges.every((other) => range.to <= other.from || range.from >= other.to)),
    );
  return ranges;
}
