import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Parts } from './parts.ts';

/**
 * A measure that is the share or the growth of another one is that one, with the wish for its share or its change: the
 * comparison is planned here, and its figures follow from the cells.
 */
export function addMeasure(references: Reference[], parts: Parts, lexicon: Lexicon): void {
  const bases = toBases(references, lexicon);
  if (bases) parts.focus.add(/_share$/.test(references[0]?.name ?? '') ? 'share' : 'change');
  parts.measures.push(bases ?? references);
}

/** Of a share or a growth the measure itself: of `margin_share` `gross_margin`. */
export function toBases(references: Reference[], lexicon: Lexicon): Reference[] | null {
  if (!/_(share|growth)$/.test(references[0]?.name ?? '')) return null;
  const bases = references.flatMap(({ tool, name }) => {
    const stem = name.replace(/_(share|growth)$/, '').replace(/_(period|month|year|yearly)$/, '');
    const base = [stem, `gross_${stem}`].find((candidate) => lexicon.measures.has(candidate));
    return base === undefined ? [] : [{ tool, name: base }];
  });
  return bases.length > 0 ? bases : null;
}

export function findRevenue({ entries }: Lexicon): Reference[] {
  const concept = entries.get('revenue')?.find(({ lemmas }) => lemmas.length === 1)?.concept;
  return concept?.kind === 'measure' ? concept.references : [];
}
