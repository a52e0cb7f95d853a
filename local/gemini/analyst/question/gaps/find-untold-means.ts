import type { Parts } from '../../parts/parts.ts';
import { isMeanOfThings } from '../../parts/read-wording.ts';
import { findTerm, isQuotient, measuresOf } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';

/**
 * "Products per order": different things are counted once, however many orders hold them. Each order has one customer. "Margin
 * rate per order": a rate or a mean is divided already.
 */
export function findUntoldQuotient(
  { per, measures }: Parts,
  tool: string | null,
  { datasets }: Vocabulary,
): string | null {
  const [measure] = measures.flatMap((references) => references.find((one) => one.tool === tool) ?? []);
  const divisor = per?.find((one) => one.tool === tool);
  if (!measure || !divisor) return null;
  const term = findTerm(measure, datasets);
  const isDistinct = /^distinct\b/i.test(term?.description ?? '');
  if (!(isDistinct || isQuotient(term)) || (measure.name === 'orders' && divisor.name === 'customers'))
    return null;
  return `${toWords(measure.name)} per ${toWords(divisor.name).replace(/s$/, '')}`;
}

/** Whether the mean is to be had: a rate or a mean already, over periods, or per something that is counted. */
export function isMean(parts: Parts, tool: string | null, { datasets }: Vocabulary): boolean {
  const { measures, grain, per, focus } = parts;
  if (grain !== null || per !== null || focus.has('overview') || isMeanOfThings(parts)) return true;
  // "How much did we sell on average last month?" is no total.
  if (measures.length === 0) return !focus.has('sell');
  const declared = measuresOf(tool, datasets);
  return measures.every((references) => {
    const name = references.find((reference) => reference.tool === tool)?.name ?? '';
    const term = declared.find((measure) => measure.name === name);
    const own = declared.some((measure) => measure.name === `average_${name}`);
    return (
      own ||
      term?.unit === 'fraction' ||
      /\b(mean|average|per)\b/i.test(term?.description ?? '') ||
      (term?.unit === 'days' && name !== 'days_late')
    );
  });
}
