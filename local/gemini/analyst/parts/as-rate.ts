import { findTerm, measuresOf } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toDeclaredRate } from './declared-rate.ts';
import type { Parts } from './parts.ts';

/** "What percentage of the listed products is sold out?": of two counts, the rate that is kept of them. */
export function asRate(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  if (!parts.focus.has('share') || parts.ofFigure) return parts;
  // "What percentage of delivered units did we reject?": the one is declared as a share of the other.
  const [whole = [], part = [], ...more] = parts.measures;
  const declared = more.length === 0 ? toDeclaredRate(part, whole, datasets) : null;
  if (declared !== null && shareOf.test(parts.text))
    return {
      ...parts,
      measures: [declared],
      focus: new Set([...parts.focus].filter((focus) => focus !== 'share')),
    };
  // "What share of all returns is that?" is asked of what was told before.
  const isRate = asksRate.some((form) => form.test(parts.text));
  if (!isRate || /\b(?:is|are|was|were) (?:that|this)\W*$/.test(parts.text)) return parts;
  // "What share of the orders arrives on time?" names the rate itself.
  const hasUnit = (references: Reference[], unit: string) =>
    references.every((reference) => findTerm(reference, datasets)?.unit === unit);
  const named = parts.measures.filter((references) => hasUnit(references, 'fraction'));
  if (named.length === 1 && parts.measures.length > 1)
    return {
      ...parts,
      measures: named,
      focus: new Set([...parts.focus].filter((focus) => focus !== 'share')),
    };
  const rates = parts.measures.flatMap((references) => {
    const found = references.flatMap((reference) => {
      const declared = measuresOf(reference.tool, datasets);
      const names = toRateNames(reference.name);
      const rate = declared.find(({ name, unit }) => unit === 'fraction' && names.includes(name));
      const isCount =
        findTerm(reference, datasets)?.unit === 'count' || /^(return|reject)/.test(reference.name);
      return rate && isCount ? [{ ...reference, name: rate.name }] : [];
    });
    return found.length > 0 ? [found] : [];
  });
  const [rate] = rates;
  if (rate === undefined) return parts;
  const isProduct = (references: Reference[]) =>
    references.some(({ name }) => name === 'product' || name === 'sku');
  return {
    ...parts,
    measures: [rate],
    dimensions: parts.dimensions.filter((references) => !isProduct(references)),
    focus: new Set([...parts.focus].filter((focus) => focus !== 'share')),
  };
}

const asksRate = [
  /\b(share|percentage|percent|part|proportion|fraction) of\b.*\b(is|are|was|were|arrives?|comes?|returned)\b/,
  /\b(share|percentage|percent|proportion|fraction) of (?:the |our |all )?(?:(?:received|delivered|ordered) )?(units|pieces|goods|lines)(?: received| delivered)? (rejected|returned|sent back)\b(?! (?:came|come|comes|is|was|were|are|from)\b)/,
  /^of (?:all |the |our )?.*\b(share|percentage|percent|part|proportion|fraction) (?:was|were|is|are|has|have|got)\b/,
  /\b(?:what|which) (share|percentage|percent|part|proportion|fraction) (?:(?:was|were|is|are|got|gets) )?(?:returned|rejected|sent back)\b/,
  /\b(share|percentage|percent) of (?:the |our |all )?(?:rejected|returned|faulty|defective|damaged) (?:units|pieces|goods|items|lines)\b(?! (?:that )?(?:came|comes?|is|was|were|are)\b)/,
];

const shareOf = /\b(?:share|percentage|percent|part|proportion|fraction) of\b|% of\b/;

/** What the rate of a count may be called: of rejected units the rejection rate. */
export function toRateNames(name: string): string[] {
  const [word = ''] = name.split('_');
  return [
    `${name}_rate`,
    `${word.replace(/(ed|s)$/, '')}_rate`,
    `${word}_rate`,
    `${word.replace(/ed$/, '')}ion_rate`,
  ];
}
