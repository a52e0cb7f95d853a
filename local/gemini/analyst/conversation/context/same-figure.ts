import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Filter, Question } from '../../question/question.ts';
import { isOfAll } from '../references/refers.ts';

/** So many names a person says; more of them are rows that were told. */
export const mostNamed = 3;

/** "Which products have the highest shrinkage?", after the shrinkage of this year: of the same time. */
export function isSameFigure(question: Question, last: Question): boolean {
  if (question.kind !== 'data' || last.kind !== 'data') return false;
  const isSame = question.measures.join() === last.measures.join();
  // "Which subcategories lose money?", after the margin of 2013 by category: in that year.
  return question.tool === last.tool && (isSame || question.conditions.length > 0);
}

/** "What is the revenue by channel?", after that of Kitchen in May: of Kitchen. The ten best sellers are rows that were told, and nothing that a person named. */
export function splitsSame(question: Question, parts: Parts, last: Question): boolean {
  const isBare = [parts.names, parts.filters, parts.everywhere].every((list) => list.length === 0);
  if (!isBare || isOfAll(parts.text) || question.kind !== 'data' || last.kind !== 'data') return false;
  // "Which customers had the highest return rate in 2024?" stands alone; "which products sold best in 2024?" is of what was sold.
  const isOther =
    !isSameFigure(question, last) && !isSoldToo(question, parts, last) && parts.time.periods.length > 0;
  const isKept = question.tool === last.tool || isOfReceipts(question, last);
  return !isOther && isKept && last.filters.every(({ values }) => values.length <= mostNamed);
}

/** "Which products sold best in June?", after the revenue of Kitchen: no other figure was asked for. */
function isSoldToo(question: DataQuestion, { measures, focus }: Parts, last: DataQuestion): boolean {
  return measures.length === 0 && focus.has('sell') && [question, last].every(isSale);
}

/** Of what was sold, in units or in money. */
export function isSale(question: Question): boolean {
  return (
    question.kind === 'data' &&
    question.tool === 'query_sales' &&
    /^(?:units|units_sold|revenue|gross_sales)$/.test(question.measures[0] ?? '')
  );
}

/** "Which supplier delivered most?", after what came into stock: the movements and the orders both tell of it. */
export function isOfReceipts(question: Question, last: Question): boolean {
  return (
    question.kind === 'data' &&
    last.kind === 'data' &&
    question.tool !== last.tool &&
    [question, last].every(({ measures }) =>
      measures.some((name) => /^(?:units_received|received_)/.test(name)),
    )
  );
}

/** "By channel", after what was sold online: of all of them. */
export function isOpenedBy(question: Question, { dimension, op, values }: Filter): boolean {
  const splits = question.kind === 'data' && question.dimensions.includes(dimension);
  return splits && op === 'is' && values.length === 1;
}

/** "Show the margin per channel", after the discounts of hospitals by channel in 2024: another figure of the same members. */
export function goesOnSplit(question: Question, last: Question): boolean {
  if (question.kind !== 'data' || last.kind !== 'data' || question.tool !== last.tool) return false;
  const [split] = question.dimensions;
  const isPlain =
    question.names.length === 0 && question.filters.length === 0 && question.periods.length === 0;
  return split !== undefined && isPlain && last.dimensions.includes(split);
}

/** "That sold more than 100", of products with less than 10 in stock: a list of stock is not bound by sales. */
export function boundsElsewhere(question: Question, { text }: Parts, last: Question): boolean {
  return (
    question.kind === 'data' &&
    last.kind === 'data' &&
    question.tool !== last.tool &&
    Math.min(question.conditions.length, last.conditions.length) > 0 &&
    /^(?:and |but |only |those |ones )*(?:that|who)\b/.test(text)
  );
}
