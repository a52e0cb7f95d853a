import type { DataQuestion, Question } from '../question/question.ts';

/** What a question has that a follow-up may change; "all" where it was no follow-up. */
export type Part = 'figure' | 'split' | 'time' | 'names' | 'rows' | 'all';

/** What of the last question a follow-up changed. */
export function findChanged(question: Question, last: Question | null): Part[] {
  if (!('filters' in question)) return [];
  if (last === null) return findNamed(question);
  const namesAny = question.names.some(({ meant }) => meant === undefined);
  const names: Part[] = namesAny || !isSame(question, last, ['filters']) ? ['names'] : [];
  if (question.kind !== 'data') return names;
  const { limit, order, conditions, changeBounds } = question;
  // A total has no rows: it says nothing of how many there are to be.
  const hasRows = limit !== null || order !== null || conditions.length + changeBounds.length > 0;
  const changed = groups
    .filter(({ part, keys }) => !isSame(question, last, keys) && (part !== 'rows' || hasRows))
    .map(({ part }) => part);
  return [...names, ...changed];
}

/** What a question has that nothing was before. */
function findNamed(question: Extract<Question, { filters: unknown }>): Part[] {
  const own = question.kind === 'data' ? question : null;
  const has: Record<string, boolean | undefined> = {
    names: question.names.length + question.filters.length > 0,
    figure: own !== null && own.measures.length > 0,
    split: own !== null && (own.dimensions.length > 0 || own.grain !== null),
    time: own !== null && own.periods.length > 0,
  };
  return (['names', 'figure', 'split', 'time'] as const).filter((part) => has[part]);
}

const groups: { part: Part; keys: (keyof DataQuestion)[] }[] = [
  { part: 'figure', keys: ['tool', 'measures', 'per', 'share'] },
  { part: 'split', keys: ['dimensions', 'grain'] },
  { part: 'time', keys: ['periods', 'against'] },
  { part: 'rows', keys: ['order', 'limit', 'conditions', 'changeBounds'] },
];

function isSame(question: Question, last: Question | null, keys: string[]): boolean {
  const one: Record<string, unknown> = { ...question };
  const other: Record<string, unknown> = { ...last };
  return keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}
