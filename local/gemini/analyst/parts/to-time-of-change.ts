import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/** Figures of which the change from each time to the next is declared. */
const growths: Record<string, string> = {
  revenue: 'revenue_period_growth',
  units: 'units_period_growth',
  gross_margin: 'margin_period_growth',
};

/**
 * "Which month grew most?", "in which quarter did sales fall most?": times that are ranked by how they moved from the one before. Of a
 * figure whose moves are not declared, and of years, of which the first is seldom whole, nothing is said: the highest one would
 * be taken for it.
 */
export function toTimeOfChange(parts: Parts, { datasets }: Vocabulary): Parts | { unheeded: string } {
  const { grain, order, focus, dimensions, time, conditions, measures, falls, text } = parts;
  const setsTimes = time.against !== null || time.versus !== null || time.periods.length > 1;
  const isAsked = grain !== null && order !== null && focus.has('change') && dimensions.length === 0;
  if (!isAsked || !moveWord.test(text) || setsTimes || conditions.length > 0) return parts;
  const [references = [{ tool: 'query_sales', name: 'revenue' }], ...more] = measures;
  const growth = references.flatMap(({ tool, name }) => {
    const moved = { tool, name: growths[name] ?? '' };
    return findTerm(moved, datasets) ? [moved] : [];
  });
  const isLeast = order === 'asc' && falls;
  if (growth.length === 0 || more.length > 0 || grain === 'year' || isLeast)
    return { unheeded: moveWord.exec(text)?.[0] ?? '' };
  return {
    ...parts,
    measures: [growth],
    order: falls ? 'asc' : order,
    focus: new Set([...focus].filter((one) => one !== 'change')),
  };
}

const moveWord =
  /\b(?:gr[eo]w\w*|ris(?:e|es|en|ing)|rose|f[ae]ll\w*|dropp?\w*|declin\w*|increas\w*|decreas\w*|chang\w*|gain\w*|los[st]\w*|jump\w*|improv\w*)\b/;
