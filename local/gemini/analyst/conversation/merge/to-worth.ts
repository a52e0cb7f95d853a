import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { findTerm, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { asksWorth } from './merge-figures.ts';

/**
 * "In dollars", after units that were received: what they cost, which the orders to suppliers have. Null where the last figures
 * are in no money: the same units again would be taken for it.
 */
export function toWorth(parts: Parts, previous: DataQuestion, { datasets }: Vocabulary): DataQuestion | null {
  const isBare = parts.measures.length + parts.conditions.length === 0 && parts.words <= 5;
  if (!isBare || !asksWorth(parts)) return previous;
  const { tool, measures, dimensions, filters } = previous;
  const isMoney = (name: string) => findTerm({ tool, name }, datasets)?.unit === 'currency';
  if (measures.some((name) => isMoney(name) || toSibling({ tool, name }, 'currency', datasets) !== null))
    return previous;
  const orders = datasets.find((one) => one.measures.some(({ name }) => name === 'received_value'));
  const isKept = [...dimensions, ...filters.map(({ dimension }) => dimension)].every((name) =>
    orders?.dimensions.some((term) => term.name === name),
  );
  if (orders === undefined || !isKept || measures.join() !== 'units_received') return null;
  return { ...previous, tool: orders.tool, measures: ['received_value'], daysOf: 'received' };
}
