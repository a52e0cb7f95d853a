import type { Scope, WarehouseAccess } from '@tallyboard/contract';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import type { Filter, MeasureCondition } from '../analytics/request.ts';
import type { Coverage } from './read-coverage.ts';
import type { ToolContext } from './tool.ts';

export type ScopeInput = {
  /** Null where what was read has no time. */
  period: Period | null;
  filters: Filter[];
  having?: MeasureCondition[] | undefined;
  model: SemanticModel;
  coverage: Coverage;
  context: ToolContext;
  /** The statement that was read: the oldest of its tables is the age of the data. Null where the result tells of every table. */
  sql: string | null;
};

/** What a result covers, for the line above the answer. */
export function toScope(input: ScopeInput): Scope {
  const { period, filters, having = [], model, coverage, context, sql } = input;
  const read = [...coverage.tables].filter(([table]) => sql === null || reads(sql, table));
  const oldest = read.map(([, { replicatedAt }]) => replicatedAt).sort()[0];
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
    filters: [
      ...filters.map((filter) => describeFilter(filter, model)),
      ...having.map((condition) => describeCondition(condition, model)),
    ],
    dataAsOf: oldest === undefined ? null : new Date(oldest).toISOString(),
  };
}

function reads(sql: string, table: string): boolean {
  return new RegExp(`\\b(?:FROM|JOIN) ${table}\\b`).test(sql);
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

/** Whether the caller sees every warehouse of the company, also where each is named. */
export function seesAll({ warehouses }: Coverage, access: WarehouseAccess): boolean {
  if (access === 'all') return true;
  return warehouses.length > 0 && warehouses.every(({ id }) => access.includes(id));
}

/** Whether who has this access may see all that the scope covers. */
export function maySee(access: WarehouseAccess, { warehouses }: Scope): boolean {
  if (access === 'all') return true;
  return !warehouses.all && warehouses.ids.every((id) => access.includes(id));
}

const verbs = { is: 'is', is_not: 'is not', contains: 'contains', contains_not: 'does not contain' } as const;

function describeFilter({ dimension, op, values }: Filter, model: SemanticModel): string {
  const label = model.dimensions[dimension]?.label ?? dimension;
  const verb = verbs[op];
  return `${label} ${verb} ${values.join(' or ')}`;
}

function describeCondition({ measure, op, value }: MeasureCondition, model: SemanticModel): string {
  const declared = model.measures[measure];
  const bound =
    declared?.unit === 'fraction'
      ? value.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 2 })
      : value.toLocaleString('en-US');
  return `${declared?.label ?? measure} ${op.replace('_', ' ')} ${bound}`;
}
