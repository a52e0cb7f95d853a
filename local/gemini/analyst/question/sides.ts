import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/resolve-names.ts';
import type { DataQuestion, Question } from './question.ts';

/**
 * Names set against each other that are of different kinds ("retailers or wholesale") are no rows of one split: each is read by
 * itself. Null where they are of one kind; "refused" where the question wants more than their totals.
 */
export function toNameSides(question: Question, found: ResolvedName[]): DataQuestion | 'refused' | null {
  const against = findSides(found);
  const kinds = new Set(against.map(({ filter }) => filter.dimension));
  if (kinds.size < 2) return null;
  if (question.kind !== 'data' && question.kind !== 'overview') return null;
  const isPlain =
    question.kind === 'data' &&
    question.dimensions.every((name) => kinds.has(name) || name === 'customer' || name === 'product') &&
    question.grain === null &&
    question.against === null &&
    question.periods.length < 2 &&
    !question.share &&
    question.conditions.length === 0;
  if (question.kind !== 'data' || !isPlain) return 'refused';
  const others = found.filter((one) => !against.includes(one));
  return {
    ...question,
    dimensions: [],
    order: null,
    limit: null,
    members: null,
    compares: false,
    changes: false,
    filters: mergeFilters(question.filters, others),
    sides: against.map(({ filter, mention }) => ({
      name: filter.values[0] ?? mention.text,
      filters: [filter],
    })),
  };
}

/** "Do wholesale customers order more than contractors?": where one name is set against what stands far before it, the only other one is meant. */
function findSides(found: ResolvedName[]): ResolvedName[] {
  const against = found.filter(({ mention }) => mention.against);
  const [one, ...more] = against;
  const others = found.filter((other) => other !== one && other.filter.op === 'is');
  const isAlone = one?.mention.against === 'before' && more.length === 0 && others.length === 1;
  return isAlone ? [...others, one] : against;
}
