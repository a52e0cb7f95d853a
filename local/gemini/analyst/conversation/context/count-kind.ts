import type { Parts } from '../../parts/parts.ts';
import { flows } from '../../question/count-members.ts';
import type { DataQuestion } from '../../question/question.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import type { Dataset } from '../../vocabulary/read-declarations.ts';

/** The figures that count a kind of things by themselves. */
const ownFigures: Record<string, string> = { supplier: 'active_suppliers', product: 'products_sold' };

/** What has any of it is in the figures of a tool. */
const holding = [
  { of: /^(?:on_hand|available|stock_value)$/, by: 'on_hand' },
  {
    of: /^(?:purchase_order_count|ordered_\w+|average_purchase_order_value|active_suppliers)$/,
    by: 'ordered_units',
  },
  {
    of: /^(?:revenue|units\w*|orders|customers|gross_sales|gross_margin|average_order_value)$/,
    by: 'units_sold',
  },
];

/**
 * "With how many suppliers?", "how many products were on them?", after a figure of all: their number, and no split by them.
 */
export function countKind(parts: Parts, previous: DataQuestion, datasets: Dataset[]): Parts {
  const { focus, counted, measures, dimensions, each, order, conditions } = parts;
  const [kind] = counted?.flatMap((one) => (one.tool === previous.tool ? one.name : [])) ?? [];
  const isPlain = measures.length === 0 && each === null && order === null && conditions.length === 0;
  if (kind === undefined || !focus.has('count') || !isPlain || dimensions.length !== 1) return parts;
  // "How many categories are there?" is asked of all.
  const isState = /^(?:late|open)_/.test(previous.measures[0] ?? '');
  if (/\bare there\b/.test(parts.text) && !isState) return parts;
  if (previous.grain !== null || previous.listed !== null || previous.limit !== null) return parts;
  const { tool } = previous;
  const [figure = ''] = previous.measures;
  const has = (name: string | undefined): name is string =>
    name !== undefined && findTerm({ tool, name }, datasets) !== undefined;
  const own = ownFigures[kind];
  if (has(own) && !/received|reject|late|open/.test(figure))
    return { ...parts, measures: [[{ tool, name: own }]], dimensions: [], counted: null };
  const isOfOne = parts.names.some(({ meant }) => meant?.isOne);
  const by = flows.test(figure) ? figure : holding.find(({ of }) => of.test(figure))?.by;
  const isOfAll = previous.dimensions.length === 0 || previous.dimensions.join() === kind;
  if (!has(by) || (!isOfAll && !isOfOne)) return parts;
  const bound = { op: 'above', value: 0, unit: null, from: 0, to: 0 } as const;
  return {
    ...parts,
    measures: [[{ tool, name: by }]],
    conditions: [{ ...bound, references: [{ tool, name: by }] }],
  };
}
