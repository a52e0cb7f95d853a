import { measuresOf, toSibling } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { asksBoth, asksRateToo } from '../vocabulary/unit-words.ts';
import type { Parts } from './parts.ts';

/** "Margin in dollars and in percent", "units and value": the same thing in both. */
export function withValue(
  mentions: Reference[][],
  { text, per }: Pick<Parts, 'text' | 'per'>,
  datasets: Vocabulary['datasets'],
): Reference[][] {
  const [first] = mentions;
  if (asksRateToo.test(text) && first !== undefined && mentions.length === 1 && per === null) {
    const rates = first.flatMap((reference) => {
      const name = toRate(reference, datasets);
      return name === null ? [] : [{ ...reference, name }];
    });
    if (rates.length > 0) return [first, rates];
  }
  // "How much is still open with Orsini?" may mean either.
  const isOpen = first?.every(({ name }) => /^(open|late)_units$/.test(name)) ?? false;
  const asksMuch = isOpen && /\bhow much\b/.test(text) && !/\b(units|pieces|quantity|many)\b/.test(text);
  // "What came back, units and value": units of the same, and not those sold.
  if (asksBoth.test(text) && mentions.length === 2 && mentions[1]?.every(({ name }) => name === 'units')) {
    const own = first?.flatMap((reference) => {
      const name = toSibling(reference, 'units', datasets);
      return name === null ? [] : [{ ...reference, name }];
    });
    if (first && own && own.length > 0) return [first, own];
  }
  if (!(asksBoth.test(text) || asksMuch) || first === undefined || mentions.length > 1) return mentions;
  const values = first.flatMap((reference) => {
    const name = toSibling(reference, 'currency', datasets);
    return name === null ? [] : [{ ...reference, name }];
  });
  return values.length > 0 ? [first, values] : mentions;
}

/** The declared rate of a measure: of gross margin the margin rate. */
export function toRate({ tool, name }: Reference, datasets: Vocabulary['datasets']): string | null {
  const declared = measuresOf(tool, datasets);
  const stem = name.replace(/^gross_/, '');
  const names = [`${stem}_rate`, `${stem.replace(/s$/, '')}_rate`];
  return declared.find((term) => term.unit === 'fraction' && names.includes(term.name))?.name ?? null;
}
