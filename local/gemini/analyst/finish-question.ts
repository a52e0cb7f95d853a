import type { DataQuestion } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';
import { manyMembers } from './view.ts';

/** What follows from the parts together. */
export function finishQuestion(question: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const dataset = vocabulary.datasets.find((candidate) => candidate.tool === question.tool);
  const has = (name: string) => dataset?.dimensions.some((term) => term.name === name) ?? false;
  const dimensions = question.dimensions.filter(has);
  if (
    question.measures[0] === 'out_of_stock' &&
    dimensions.some((name) => manyMembers.has(name)) &&
    question.condition === null
  )
    return { ...question, dimensions, condition: { op: 'above', value: 0 } };
  const ranksTime = question.order !== null && question.grain !== null;
  // "What sells best?" ranks products.
  if (
    question.order !== null &&
    dimensions.length === 0 &&
    !ranksTime &&
    question.names.length < 2 &&
    has('product')
  )
    dimensions.push('product');
  return { ...question, dimensions: dimensions.slice(0, 3), measures: question.measures.slice(0, 6) };
}
