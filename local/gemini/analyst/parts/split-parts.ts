import { findRankedElsewhere } from '../question/gaps/find-ranked-elsewhere.ts';
import { dimensionsOf } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { chooseTool } from './choose-measures.ts';
import { type Parts, setsTimes } from './parts.ts';

/** "Movements by type": the last word of the name of a dimension, where only one of the tool ends in it. */
export function withSplit(parts: Parts, vocabulary: Vocabulary): Parts {
  const word = parts.unknownSplit?.toLowerCase().replace(/^kind$/, 'type');
  const tool = word === undefined ? null : chooseTool(parts, vocabulary);
  if (tool === null) return parts;
  const fitting = dimensionsOf(tool, vocabulary.datasets).filter(({ name }) => name.endsWith(`_${word}`));
  const [only] = fitting;
  if (!only || fitting.length > 1) return parts;
  return { ...parts, unknownSplit: null, dimensions: [...parts.dimensions, [{ tool, name: only.name }]] };
}

/** "Helmets in stock, each colour": its products, where a name says of what. */
export function withVariants(parts: Parts, { datasets }: Vocabulary): Parts {
  const { variants, names, dimensions } = parts;
  if (variants === null) return parts;
  if (names.length > 0 && names.every(({ meant, excluded }) => meant !== undefined || excluded))
    return { ...parts, unknownSplit: variants };
  const product = datasets
    .filter((dataset) => dataset.dimensions.some(({ name }) => name === 'product'))
    .map(({ tool }) => ({ tool, name: 'product' }));
  return { ...parts, dimensions: [...dimensions, product], each: product };
}

/** The measures that one tool has, and those that it does not. */
export function splitByTool(parts: Parts, vocabulary: Vocabulary): { own: Parts; others: Parts | null } {
  const tool = chooseTool(parts, vocabulary);
  const has = (references: Reference[]) => references.some((reference) => reference.tool === tool);
  const rest = parts.measures.filter((references) => !has(references));
  // "Define days of cover and fill rate" asks for no figure of either.
  if (parts.focus.has('define') && parts.time.periods.length === 0) return { own: parts, others: null };
  if (rest.length === 0 || parts.measures.length < 2 || parts.reorder || findRankedElsewhere(parts))
    return { own: parts, others: null };
  // "Purchases against sales by month" sets figures side by side, not times.
  const focus = new Set([...parts.focus].filter((one) => one !== 'compare' || setsTimes(parts.time)));
  // A measure with a tool of its own makes a new question, never a follow-up.
  return {
    own: { ...parts, focus, measures: parts.measures.filter(has) },
    others: { ...parts, focus, measures: rest, opening: '', text: '' },
  };
}
