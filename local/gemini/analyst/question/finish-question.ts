import { manyMembers } from '../reads/view.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { DataQuestion } from './question.ts';

/** What follows from the parts together. */
export function finishQuestion(asked: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const question = withoutOwnCount(asked);
  const dataset = vocabulary.datasets.find((candidate) => candidate.tool === question.tool);
  const has = (name: string) => dataset?.dimensions.some((term) => term.name === name) ?? false;
  const dimensions = question.dimensions.filter(
    (name) => has(name) && !(name === 'weekday' && question.sides.length > 0),
  );
  // "Which products are out of stock and have fewer than 100 units on order?": both hold.
  if (
    question.measures[0] === 'out_of_stock' &&
    dimensions.some((name) => manyMembers.has(name)) &&
    question.conditions.every(({ measure }) => measure !== 'out_of_stock')
  ) {
    const gone = { measure: 'out_of_stock', op: 'above' as const, value: 0 };
    return { ...question, dimensions, conditions: [gone, ...question.conditions] };
  }
  const isBounded = question.conditions.length > 0 && dimensions.length === 0 && question.grain === null;
  const ofOrders =
    Object.values(orderFigures).some((figures) => figures[0] === question.measures[0]) ||
    question.measures[0] === 'late_value';
  if (isBounded && ofOrders && has('purchase_order'))
    // A bound is on the whole order: its lines may be expected on several days, and be of products of several suppliers.
    return { ...question, dimensions: ['purchase_order'], members: null };
  const listed = listOrders(question, dimensions, has);
  if (listed) return listed;
  const ranksTime = question.order !== null && question.grain !== null;
  // "The biggest overdue purchase orders" are orders.
  if (
    question.order !== null &&
    dimensions.length === 0 &&
    /^(late|open)_/.test(question.measures[0] ?? '') &&
    has('purchase_order')
  )
    dimensions.push('purchase_order');
  // "What sells best?" ranks products.
  if (
    question.order !== null &&
    dimensions.length === 0 &&
    !ranksTime &&
    (question.names.length < 2 || question.limit !== null || ranksNamed(question)) &&
    has('product')
  )
    dimensions.push('product');
  return { ...question, dimensions };
}

/** "Which beer sold best in York?": the other name says where. */
function ranksNamed({ names }: DataQuestion): boolean {
  return names.some(({ ranked }) => ranked) && !names.some(({ against }) => against);
}

/** "Customers who bought machines": each is one customer; what tells them apart is what they bought. */
function withoutOwnCount(question: DataQuestion): DataQuestion {
  const [count] = ownCounts.filter(
    ({ measure, of }) => question.dimensions.includes(of) && question.measures.includes(measure),
  );
  if (!count || question.conditions.some(({ measure }) => measure === count.measure)) return question;
  // "How many?", after a list of them.
  if (question.counts && question.measures.length === 1)
    return { ...question, dimensions: without(question.dimensions, count.of), order: null, limit: null };
  const others = without(question.measures, count.measure);
  return { ...question, measures: others.length > 0 ? others : [count.instead] };
}

function without(names: string[], left: string): string[] {
  return names.filter((name) => name !== left);
}

const ownCounts = [
  { measure: 'customers', of: 'customer', instead: 'revenue' },
  { measure: 'products_sold', of: 'product', instead: 'units' },
  { measure: 'active_suppliers', of: 'supplier', instead: 'ordered_value' },
];

const orderFigures: Record<string, string[]> = {
  late_orders: ['days_late', 'late_value', 'late_units'],
  open_orders: ['open_value', 'open_units'],
  late_lines: ['days_late', 'late_value', 'late_units'],
  open_lines: ['open_value', 'open_units'],
};

/** "Show late purchase orders" wants the orders, not their number. */
function listOrders(
  question: DataQuestion,
  dimensions: string[],
  has: (name: string) => boolean,
): DataQuestion | null {
  const [measure = '', ...others] = question.measures;
  const figures = orderFigures[measure];
  // "Open orders and late orders" are two numbers.
  if (others.some((name) => name in orderFigures)) return null;
  // "Are more orders late in Minneapolis than in Sacramento?" sets numbers against each other.
  const isSet = question.names.some(({ against }) => against);
  const plain =
    dimensions.every((name) => name === 'purchase_order') &&
    question.grain === null &&
    !question.counts &&
    !isSet;
  if (!figures || !plain || !has('purchase_order') || question.conditions.length > 0) return null;
  // "Late lines" may be their number, "which lines are late?" is a list of them.
  const isOfLines = measure.endsWith('_lines');
  if (isOfLines && !question.lists) return null;
  const shown = ['purchase_order', ...(isOfLines ? ['product'] : []), 'supplier', 'expected_date'].filter(
    has,
  );
  return {
    ...question,
    measures: figures,
    dimensions: shown,
    conditions: [{ measure: figures[0] ?? measure, op: 'above', value: 0 }],
    members: null,
    listed: measure,
  };
}
