import { invalidArgument } from '../status.ts';
import type { FieldFilter, Filter, UnaryFilter } from './query.ts';

const maxDisjuncts = 30;

/**
 * The filter as an "or" of "and"s: each inner list is one way to match. `in` becomes one `==` for each value, and
 * `array-contains-any` one `array-contains`. No filter is one empty list.
 * @throws FirestoreError INVALID_ARGUMENT over 30 disjunctions, Firestore's limit.
 */
export function toDisjuncts(filter: Filter | null): (FieldFilter | UnaryFilter)[][] {
  const disjuncts = filter === null ? [[]] : expand(filter);
  if (disjuncts.length > maxDisjuncts) {
    throw invalidArgument(
      `The query requires ${disjuncts.length} disjunctions, which exceeds the maximum of ${maxDisjuncts} allowed.`,
    );
  }
  return disjuncts;
}

function expand(filter: Filter): (FieldFilter | UnaryFilter)[][] {
  switch (filter.kind) {
    case 'or':
      return filter.filters.flatMap(expand);
    case 'and':
      return filter.filters.map(expand).reduce<(FieldFilter | UnaryFilter)[][]>(
        (all, part) => {
          // Enough to be refused; the whole product could be huge.
          if (all.length * part.length > 1000)
            throw invalidArgument('The query requires too many disjunctions.');
          return all.flatMap((left) => part.map((right) => [...left, ...right]));
        },
        [[]],
      );
    case 'unary':
      return [[filter]];
    case 'field': {
      const single = filter.op === 'in' ? '==' : filter.op === 'array-contains-any' ? 'array-contains' : null;
      if (!single || filter.value.type !== 'array') return [[filter]];
      return filter.value.values.map((value) => [{ ...filter, op: single, value }]);
    }
  }
}
