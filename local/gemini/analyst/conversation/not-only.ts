import type { Filter, Question } from '../question/question.ts';
import type { Understood } from '../setting.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { isOpenedBy, mostNamed } from './context/same-figure.ts';
import { toolOf } from './context/with-context.ts';
import { isOfAll } from './references/refers.ts';

/**
 * Sets what the last question was narrowed to, and a question by itself is not, though it could be: "margin rate by brand this year",
 * after the revenue of Kitchen, may be meant of Kitchen.
 */
export function withNotOnly(
  understood: Understood[],
  said: string,
  last: Question | null,
  { filters: known }: Vocabulary,
): Understood[] {
  const [one, ...others] = understood;
  if (!one || others.length > 0 || last === null || !('filters' in last)) return understood;
  const { question, resolution } = one;
  const { found, pending, unknown } = resolution;
  const isBare = [found, pending, unknown].every((list) => list.length === 0);
  if (question.kind !== 'data' && question.kind !== 'reorder') return understood;
  if (question.filters.length > 0 || !isBare || isOfAll(said.toLowerCase())) return understood;
  const takes = known.get(toolOf(question));
  const isSplit = (filter: Filter) =>
    question.kind === 'data' && question.listed === null && isOpenedBy(question, filter);
  const notOnly = last.filters.filter(
    (filter) => isNamed(filter) && takes?.has(filter.dimension) && !isSplit(filter),
  );
  return notOnly.length === 0 ? understood : [{ ...one, notOnly }];
}

/** Rows that were told are nothing that a person named. */
function isNamed({ op, values }: Filter): boolean {
  return op === 'is' && values.length <= mostNamed;
}
