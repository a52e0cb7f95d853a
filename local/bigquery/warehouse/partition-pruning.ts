import type { TableDefinition } from '../catalog/table-definitions.ts';
import type { PartitionFilter, PartitionTest } from '../translate/scope.ts';
import type { Partition } from './table-statistics.ts';

/** A constant of a filter, as DuckDB SQL that gives its days as text: one day, or those of an array. */
function toConstantSql(leaf: PartitionTest): string {
  const days = leaf.kind === 'in' ? `CAST(${leaf.sql} AS DATE[])` : `[CAST(${leaf.sql} AS DATE)]`;
  return `CAST(${days} AS VARCHAR[])`;
}

export function listConstants(filter: PartitionFilter): string[] {
  return 'parts' in filter ? filter.parts.flatMap(listConstants) : [toConstantSql(filter)];
}

/** Partitions that a filter cannot rule out. `days` holds the value of each of `listConstants`. */
export function prune(
  partitions: readonly Partition[],
  filter: PartitionFilter | null,
  granularity: NonNullable<TableDefinition['partition']>['granularity'],
  days: ReadonlyMap<string, readonly (string | null)[]>,
): Partition[] {
  if (filter === null) return [...partitions];
  return partitions.filter(({ start }) => {
    if (start === null) return false;
    return mayHold(filter, { first: start, last: granularity === 'DAY' ? start : toMonthEnd(start) }, days);
  });
}

type Range = { first: string; last: string };

/** Days are `YYYY-MM-DD`, which order as text. */
function mayHold(
  filter: PartitionFilter,
  range: Range,
  days: ReadonlyMap<string, readonly (string | null)[]>,
): boolean {
  if ('parts' in filter) {
    const test = (part: PartitionFilter) => mayHold(part, range, days);
    return filter.kind === 'and' ? filter.parts.every(test) : filter.parts.some(test);
  }
  const values = days.get(toConstantSql(filter)) ?? [];
  return values.some(
    (day) => day !== null && mayMatch(filter.kind === 'in' ? '=' : filter.operator, day, range),
  );
}

function mayMatch(operator: '=' | '<' | '<=' | '>' | '>=', day: string, { first, last }: Range): boolean {
  switch (operator) {
    case '=':
      return first <= day && day <= last;
    case '<':
      return first < day;
    case '<=':
      return first <= day;
    case '>':
      return last > day;
    case '>=':
      return last >= day;
  }
}

function toMonthEnd(start: string): string {
  const first = new Date(`${start}T00:00:00Z`);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}
