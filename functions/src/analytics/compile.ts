import type { Parameter, Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { toBucket } from './buckets.ts';
import { addDays, addUnits, type Day, earlierOf, laterOf, startOf, type Unit } from './calendar.ts';
import { toCondition, toLabel } from './conditions.ts';
import { toWith } from './ctes.ts';
import { toDays } from './days.ts';
import { toJoinLines, toJoinNames } from './joins.ts';
import { baseMeasuresOf, toMeasure } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import { type Kept, toNarrowed } from './narrow.ts';
import { type Outcome, succeed } from './outcome.ts';
import { type AnalyticsRequest, checkRequest } from './request.ts';
import { toWindows } from './windows.ts';

/** Names of the output columns, in select order. */
export type CompiledColumns = { grain: Unit | null; dimensions: string[]; measures: string[] };
export type Compiled = { statement: Statement; request: AnalyticsRequest; columns: CompiledColumns };

/**
 * Turns a request into one GoogleSQL statement. Every identifier and expression comes from the model, every value is a
 * bound parameter, the time column is always filtered, and so is the warehouse unless the caller may see all.
 */
export function compile(request: AnalyticsRequest, model: SemanticModel): Outcome<Compiled> {
  const checked = checkRequest(request, model);
  if (!checked.ok) return checked;
  return succeed(toCompiled(checked.value, model));
}

function toCompiled(request: AnalyticsRequest, model: SemanticModel): Compiled {
  const { grain, dimensions, measures } = request;
  const parameters: Record<string, Parameter> = {};
  const scanned = toScanned(request, model);
  const times = toTimeScope(scanned, model, parameters);
  const bound = toBound(scanned, model, parameters);
  const scope = [...times, ...bound];
  const days = toDays(request, model);
  const isNarrowed =
    scanned !== request || request.limitPer !== undefined || (request.having ?? []).length > 0;
  const select: string[] = [];
  const groupBy: string[] = [];
  const bucket = grain === null ? null : (days.bucket ?? toBucket(grain, `${model.fact}.${model.time}`));
  if (grain !== null && bucket !== null) {
    select.push(`${bucket} AS ${grain}`);
    groupBy.push('1');
  }
  const keys: string[] = [];
  const groups: string[] = [];
  for (const name of dimensions) {
    const dimension = model.dimensions[name];
    if (dimension === undefined) continue;
    select.push(`${toLabel(dimension)} AS ${name}`);
    groupBy.push(String(select.length));
    // All rows of a group have the same key; MIN makes it an aggregate.
    if (isNarrowed && dimension.ordered) select.push(`MIN(${dimension.key}) AS ${name}_key`);
    groups.push(toLabel(dimension), ...(dimension.key === undefined ? [] : [dimension.key]));
    if (dimension.key !== undefined && !dimension.ordered && !keys.includes(dimension.key)) {
      keys.push(dimension.key);
    }
  }
  const context = {
    days,
    bucket: grain === null || bucket === null ? null : { grain, sql: bucket },
    groups: [...new Set(groups)],
  };
  const time = `${model.fact}.${model.time}`;
  const within = (isNow: boolean) => {
    if (days.mode !== 'all') return isNow ? 'days.is_now' : 'NOT days.is_now';
    return `${time} BETWEEN ${isNow ? '@start_date AND @end_date' : '@compare_start AND @compare_end'}`;
  };
  for (const name of measures) {
    if (request.compareTo === null) {
      select.push(`${toMeasure(name, model, { ...context, within: null })} AS ${name}`);
      continue;
    }
    const now = toMeasure(name, model, { ...context, within: within(true) });
    const before = toMeasure(name, model, { ...context, within: within(false) });
    select.push(`${now} AS ${name}`, `${before} AS ${name}_before`);
  }
  const conditions = request.filters.map((filter, index) =>
    toCondition(filter, model, (value) => bind(parameters, `filter_${index + 1}`, value)),
  );
  const joins = toJoinNames(request, model);
  const lines = [
    ...toWith([...days.ctes({ all: scope, bound }), ...toWindows(joins, request, days, model, parameters)]),
    'SELECT',
    select.map((expression) => `  ${expression}`).join(',\n'),
    `FROM ${model.fact}`,
    ...days.joins,
    ...toJoinLines(joins, model, days.key),
    `WHERE ${[...scope, ...conditions, ...toStanding(request, model)].join('\n  AND ')}`,
  ];
  if (groupBy.length > 0) lines.push(`GROUP BY ${[...groupBy, ...keys].join(', ')}`);
  const order = toOrder(request, model, isNarrowed);
  if (isNarrowed) {
    const firstPeriod = () => bind(parameters, 'first_period', { type: 'DATE', value: request.period.start });
    const { limit, limitPer, having = [] } = request;
    const kept: Kept = {
      from: scanned === request ? null : `${grain} >= ${firstPeriod()}`,
      having,
      perGroup:
        limitPer === undefined || limit === null ? null : { column: limitPer, order: order.slice(1), limit },
      hidden: dimensions.flatMap((name) => (model.dimensions[name]?.ordered === true ? `${name}_key` : [])),
    };
    lines.splice(0, lines.length, ...toNarrowed(lines, kept, parameters));
  }
  if (order.length > 0) lines.push(`ORDER BY ${order.join(', ')}`);
  if (request.limit !== null && request.limitPer === undefined)
    lines.push(`LIMIT ${bind(parameters, 'limit', { type: 'INT64', value: request.limit })}`);
  const sql = lines.join('\n');
  bindNamed(sql, request, parameters);
  return {
    statement: { sql, parameters },
    request,
    columns: { grain, dimensions, measures },
  };
}

/**
 * The days to read: one more period where a growth is asked for, so that the first row has one too. Not where the first period is
 * cut, nor beside shares, whose total it would be in.
 */
function toScanned(request: AnalyticsRequest, model: SemanticModel): AnalyticsRequest {
  const { grain, measures, period, dimensions } = request;
  const has = (kind: 'growth' | 'share') => measures.some((name) => kind in (model.measures[name] ?? {}));
  const isOrdered = dimensions.some((name) => model.dimensions[name]?.ordered === true);
  if (grain === null || isOrdered || !has('growth') || has('share')) return request;
  if (startOf(grain, period.start) !== period.start) return request;
  return { ...request, period: { ...period, start: addUnits(grain, period.start, -1) } };
}

/**
 * Where only what stands open now is asked for, the rows that count for none of it are left out: a list of late orders
 * is not a list of all orders with zeros.
 */
function toStanding(request: AnalyticsRequest, model: SemanticModel): string[] {
  const parts = request.measures.flatMap((name) => baseMeasuresOf(name, model));
  const conditions = parts.flatMap(({ current, where }) =>
    current === true && where !== undefined ? [where] : [],
  );
  if (conditions.length < parts.length) return [];
  return [`(${[...new Set(conditions)].join(' OR ')})`];
}

/** Binds what expressions of the model name: `model-schema.ts` says what each means. */
export function bindNamed(
  sql: string,
  {
    asOf,
    salesDays = { first: '1900-01-01', last: '9999-12-31' },
    fiscalYearStartMonth,
  }: Pick<AnalyticsRequest, 'asOf' | 'salesDays' | 'fiscalYearStartMonth'>,
  parameters: Record<string, Parameter>,
): void {
  if (sql.includes('@as_of')) parameters.as_of = { type: 'DATE', value: asOf };
  if (sql.includes('@first_sale')) parameters.first_sale = { type: 'DATE', value: salesDays.first };
  if (sql.includes('@last_sale')) parameters.last_sale = { type: 'DATE', value: salesDays.last };
  if (sql.includes('@fiscal_shift')) {
    parameters.fiscal_shift = { type: 'INT64', value: (13 - fiscalYearStartMonth) % 12 };
  }
}

type Scoped = Pick<AnalyticsRequest, 'period' | 'access'> & Partial<Pick<AnalyticsRequest, 'compareTo'>>;

/** The conditions that no request can leave out: days and warehouses. */
export function toScope(
  request: Scoped,
  model: SemanticModel,
  parameters: Record<string, Parameter>,
): string[] {
  return [...toTimeScope(request, model, parameters), ...toBound(request, model, parameters)];
}

function toTimeScope(request: Scoped, model: SemanticModel, parameters: Record<string, Parameter>): string[] {
  const start = bind(parameters, 'start_date', { type: 'DATE', value: request.period.start });
  const end = bind(parameters, 'end_date', { type: 'DATE', value: request.period.end });
  const time = `${model.fact}.${model.time}`;
  const scope = [`${time} BETWEEN ${start} AND ${end}`];
  const { period, compareTo } = request;
  if (compareTo !== undefined && compareTo !== null) {
    const day = (name: string, value: Day) => bind(parameters, name, { type: 'DATE', value });
    const other = `${time} BETWEEN ${day('compare_start', compareTo.start)} AND ${day('compare_end', compareTo.end)}`;
    // One range over both as well: it is what prunes partitions for certain.
    const first = day('span_start', earlierOf(period.start, compareTo.start));
    const last = day('span_end', laterOf(period.end, compareTo.end));
    scope.unshift(`${time} BETWEEN ${first} AND ${last}`);
    scope[1] = `(${scope[1]} OR ${other})`;
  }
  return [...scope, ...toPartitionScope(request, model, parameters)];
}

/** Prunes partitions where days are not those of the column that makes them. */
function toPartitionScope(
  { period, compareTo }: Scoped,
  { fact, partition }: SemanticModel,
  parameters: Record<string, Parameter>,
): string[] {
  if (partition === undefined) return [];
  const other = compareTo ?? period;
  const first = addDays(earlierOf(period.start, other.start), -partition.maxDaysBefore);
  const start = bind(parameters, 'partition_start', { type: 'DATE', value: first });
  const end = bind(parameters, 'partition_end', { type: 'DATE', value: laterOf(period.end, other.end) });
  return [`${fact}.${partition.column} BETWEEN ${start} AND ${end}`];
}

function toBound({ access }: Scoped, model: SemanticModel, parameters: Record<string, Parameter>): string[] {
  if (access === 'all') return [];
  const warehouses = bind(parameters, 'warehouses', { type: 'ARRAY<STRING>', value: access });
  return [`${model.warehouse} IN UNNEST(${warehouses})`];
}

/** Rows of each member of `limitPer` stand together, so it comes first. */
function toOrder(request: AnalyticsRequest, model: SemanticModel, isNarrowed: boolean): string[] {
  const { grain, dimensions, measures, orderBy, limitPer } = request;
  const ordered = dimensions.filter((name) => model.dimensions[name]?.ordered === true);
  const order = new Map<string, string>();
  const add = (name: string, direction: 'asc' | 'desc') => {
    // All rows of a group have the same key; MIN makes it an aggregate, which ORDER BY may name.
    const key = isNarrowed ? `${name}_key` : `MIN(${model.dimensions[name]?.key})`;
    const isMeasure = measures.includes(name);
    const way = direction === 'desc' ? ' DESC' : '';
    const by = ordered.includes(name) ? key : name;
    if (!order.has(name)) order.set(name, `${by}${way}${isMeasure ? ' NULLS LAST' : ''}`);
  };
  const first = measures[0];
  if (limitPer !== undefined) add(limitPer, orderBy?.by === limitPer ? orderBy.direction : 'asc');
  if (orderBy !== null) add(orderBy.by, orderBy.direction);
  // What is kept of each member is the first by a figure, not by time.
  if (limitPer !== undefined && first !== undefined) add(first, 'desc');
  if (grain !== null) add(grain, 'asc');
  for (const name of ordered) add(name, 'asc');
  if (first !== undefined && dimensions.length > ordered.length) add(first, 'desc');
  for (const name of dimensions) add(name, 'asc');
  return [...order.values()];
}
