import type { Parts } from '../parts/parts.ts';
import type { DataQuestion } from '../question/question.ts';

/** "Which ones?", "list them", after a number of things: the things, with the figure that tells them. */
export function nameCounted(parts: Parts, { tool, measures, dimensions, grain }: DataQuestion): Parts {
  const [measure = ''] = measures;
  const counted = things.find(({ counts }) => counts.test(measure));
  const isOfSome = dimensions.length > 0 || grain !== null;
  const asks = asksOnes.test(parts.text) || (!isOfSome && asksWhich.test(parts.text));
  if (!counted || !asks || parts.measures.length > 0) return parts;
  const name = counted.figure ?? measure;
  return {
    ...parts,
    measures: [[{ tool, name }]],
    dimensions: [[{ tool, name: counted.dimension }]],
    focus: new Set(),
    leftover: [],
  };
}

const asksWhich =
  /^(?:and |ok |so )*(?:(?:which|what)(?: ones?)?(?: (?:is|are|were) (?:they|those|these|it|that))?|(?:list|show|name|tell)(?: me)? (?:them|those|these|which)(?: ones)?(?: all| please)*)\W*$/;

/** "Which ones in San Antonio?", "which ones are it in Tools?", of numbers by category. */
const asksOnes = /^(?:and |ok |so )*(?:which|what) ones\b/;

/** What a figure counts, and the figure that tells one of them from the others. */
const things: { counts: RegExp; dimension: string; figure?: string }[] = [
  { counts: /^(?:late|open)_orders$/, dimension: 'purchase_order' },
  { counts: /^out_of_stock$/, dimension: 'product' },
  { counts: /^stocked_products$/, dimension: 'product', figure: 'on_hand' },
  { counts: /^products_sold$/, dimension: 'product', figure: 'units' },
  { counts: /^customers$/, dimension: 'customer', figure: 'revenue' },
];
