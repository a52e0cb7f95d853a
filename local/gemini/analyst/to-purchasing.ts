import type { Reference } from './lexicon.ts';
import type { Parts } from './parts.ts';
import type { Vocabulary } from './read-declarations.ts';

/**
 * Reads the figures of a question about goods that come in as those of the orders to suppliers: its units are those ordered or
 * received, its money is what they cost. Without a tool that has these figures nothing changes.
 */
export function toPurchasing(parts: Parts, { datasets }: Vocabulary): Parts {
  const { text, purchasing, grain } = parts;
  const tool = datasets.find(({ measures }) => measures.some(({ name }) => name === 'ordered_value'))?.tool;
  if (purchasing === null || tool === undefined) return parts;
  const only = (mentions: Reference[][]) =>
    mentions
      .map((references) => references.filter((reference) => reference.tool === tool))
      .filter((references) => references.length > 0);
  const isOther = (references: Reference[]) => !references.some(({ name }) => saleFigures.has(name));
  // "What have we got on order from Orsini?" names its figure.
  if (parts.measures.some((references) => isOther(references) && only([references]).length === 0))
    return parts;
  // "Did suppliers deliver" says who, and is no split.
  const dimensions = suppliersDid.test(text)
    ? parts.dimensions.filter((references) => references.every(({ name }) => name !== 'supplier'))
    : parts.dimensions;
  const measures = only(parts.measures);
  const byReceipt = purchasing === 'received';
  if (measures.length > 0) return { ...parts, measures, dimensions, byReceipt };
  const [units, value] = byReceipt
    ? ['received_units', 'received_value']
    : ['ordered_units', 'ordered_value'];
  const name = countsOrders.test(text) ? 'purchase_order_count' : countsUnits.test(text) ? units : value;
  const asksWho = /^who\b/.test(text) && dimensions.length === 0;
  const lists =
    /^what\b/.test(text) &&
    !/\b(spen[dt]|pa(y|id))\b/.test(text) &&
    name === value &&
    dimensions.length === 0 &&
    grain === null;
  const [product, supplier] = [
    { tool, name: 'product' },
    { tool, name: 'supplier' },
  ];
  return {
    ...parts,
    measures: [[{ tool, name }]],
    dimensions: asksWho ? [[supplier]] : lists ? [[product]] : dimensions,
    byReceipt: byReceipt && name !== 'purchase_order_count',
  };
}

/** What words for sales and for flows of stock are read as before it is known which way the goods go. */
const saleFigures = new Set(['revenue', 'units', 'orders', 'units_in', 'units_received', 'transferred_out']);

const suppliersDid = /\b(do|did|have|had) (our |the |all )?(suppliers|vendors)\b/;
const countsOrders = /\b(how often|(how many|number of) (times|(purchase )?orders|pos))\b/;
const countsUnits = /\b(units?|pieces?|quantit(y|ies)|how many)\b/;
