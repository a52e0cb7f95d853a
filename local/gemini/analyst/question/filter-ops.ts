import type { Filter } from './question.ts';

const opposites = {
  is: 'is_not',
  is_not: 'is',
  contains: 'contains_not',
  contains_not: 'contains',
} as const;

/** The filter that keeps what this one leaves out. */
export function toOpposite(filter: Filter): Filter {
  return { ...filter, op: opposites[filter.op] };
}

export function leavesOut({ op }: Pick<Filter, 'op'>): boolean {
  return op === 'is_not' || op === 'contains_not';
}

/** Whether its values are parts of names, which several names may have. */
export function looksForParts({ op }: Pick<Filter, 'op'>): boolean {
  return op === 'contains' || op === 'contains_not';
}
