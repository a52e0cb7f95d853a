import type { Scope, WarehouseAccess } from '@tallyboard/contract';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import type { Filter } from '../analytics/request.ts';
import type { Coverage } from './read-coverage.ts';
import type { ToolContext } from './tool.ts';

export type ScopeInput = {
  /** Null where what was read has no time. */
  period: Period | null;
  filters: Filter[];
  model: SemanticModel;
  coverage: Coverage;
  context: ToolContext;
  /** The replicated tables that were read: the oldest of them is the age of the data. */
  tables: string[];
};

/** What a result covers, for the line above the answer. */
export function toScope({ period, filters, model, coverage, context, tables }: ScopeInput): Scope {
  const replicated = tables.flatMap((table) => coverage.tables.get(table)?.replicatedAt ?? []);
  const oldest = replicated.sort()[0];
  const allowed = allowedWarehouses(coverage, context.access);
  return {
    period: period === null ? null : { start: period.start, end: period.end, label: period.label },
    timeZone: context.company.timeZone,
    currency: context.company.currency,
    warehouses: {
      all: context.access === 'all',
      ids: allowed.map(({ id }) => id),
      names: allowed.map(({ name }) => name),
    },
    filters: filters.map((filter) => describeFilter(filter, model)),
    dataAsOf: oldest === undefined ? null : new Date(oldest).toISOString(),
  };
}

/** The caller's warehouses. One that the table does not know is named by its id. */
export function allowedWarehouses(
  coverage: Coverage,
  access: WarehouseAccess,
): { id: string; name: string }[] {
  if (access === 'all') return coverage.warehouses;
  const names = new Map(coverage.warehouses.map(({ id, name }) => [id, name]));
  return access.map((id) => ({ id, name: names.get(id) ?? id }));
}

function describeFilter({ dimension, op, values }: Filter, model: SemanticModel): string {
  const label = model.dimensions[dimension]?.label ?? dimension;
  const verb = { is: 'is', is_not: 'is not', contains: 'contains' }[op];
  return `${label} ${verb} ${values.join(' or ')}`;
}
