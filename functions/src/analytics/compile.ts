import type { Parameter, Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { toBucket } from './buckets.ts';
import { addUnits, type Day, earlierOf, laterOf, startOf, type Unit } from './calendar.ts';
import { toCondition, toLabel } from './conditions.ts';
import { toWith } from './ctes.ts';
import { toJoinLines, toJoinNames } from './joins.ts';
import { baseMeasuresOf, toDays, toMeasure } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
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
  const scope = toScope(scanned, model, parameters);
  const days = toDays(request, model);
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
  const within = (start: string, end: string) => `${time} BETWEEN @${start} AND @${end}`;
  for (const name of measures) {
    if (request.compareTo === null) {
      select.push(`${toMeasure(name, model, { ...context, within: null })} AS ${name}`);
      continue;
    }
    const now = toMeasure(name, model, { ...context, within: within('start_date', 'end_date') });
    const before = toMeasure(name, model, { ...context, within: within('compare_start', 'compare_end') });
    select.push(`${now} AS ${name}`, `${before} AS ${name}_before`);
  }
  const conditions = request.filters.map((filter, index) =>
    toCondition(filter, model, (value) => bind(parameters, `filter_${index + 1}`, value)),
  );
  const joins = toJoinNames(request, model);
  const lines = [
    ...toWith([...days.ctes(scope), ...toWindows(joins, request, model, parameters)]),
    'SELECT',
    select.map((expression) => `  ${expression}`).join(',\n'),
    `FROM ${model.fact}`,
    ...days.joins,
    ...toJoinLines(joins, model),
    `WHERE ${[...scope, ...conditions, ...toStanding(request, model)].join('\n  AND ')}`,
  ];
  if (groupBy.length > 0) lines.push(`GROUP BY ${[...groupBy, ...keys].join(', ')}`);
  if (scanned !== request) {
    const first = bind(parameters, 'first_period', { type: 'DATE', value: request.period.start });
    lines.splice(
      0,
      lines.length,
      'SELECT *',
      'FROM (',
      ...lines.map(indent),
      ')',
      `WHERE ${grain} >= ${first}`,
    );
  }
  const order = toOrder(request, model);
  if (order.length > 0) lines.push(`ORDER BY ${order.join(', ')}`);
  if (request.limit !== null)
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

function indent(line: string): string {
  return line
    .split('\n')
    .map((each) => `  ${each}`)
    .join('\n');
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
  { asOf, fiscalYearStartMonth }: Pick<AnalyticsRequest, 'asOf' | 'fiscalYearStartMonth'>,
  parameters: Record<string, Parameter>,
): void {
  if (sql.includes('@as_of')) parameters.as_of = { type: 'DATE', value: asOf };
  if (sql.includes('@fiscal_shift')) {
    parameters.fiscal_shift = { type: 'INT64', value: (13 - fiscalYearStartMonth) % 12 };
  }
}

/** The conditions that no request can leave out: days and warehouses. */
export function toScope(
  request: Pick<AnalyticsRequest, 'period' | 'access'> & Partial<Pick<AnalyticsRequest, 'compareTo'>>,
  model: SemanticModel,
  parameters: Record<string, Parameter>,
): string[] {
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
  if (request.access !== 'all') {
    const warehouses = bind(parameters, 'warehouses', { type: 'ARRAY<STRING>', value: request.access });
    scope.push(`${model.warehouse} IN UNNEST(${warehouses})`);
  }
  return scope;
}

function toOrder(request: AnalyticsRequest, model: SemanticModel): string[] {
  const { grain, dimensions, measures, orderBy } = request;
  const ordered = dimensions.filter((name) => model.dimensions[name]?.ordered === true);
  const order = new Map<string, string>();
  const add = (name: string, direction: 'asc' | 'desc') => {
    // All rows of a group have the same key; MIN makes it an aggregate, which ORDER BY may name.
    const key = ordered.includes(name) ? `MIN(${model.dimensions[name]?.key})` : undefined;
    const isMeasure = measures.includes(name);
    const way = direction === 'desc' ? ' DESC' : '';
    if (!order.has(name)) order.set(name, `${key ?? name}${way}${isMeasure ? ' NULLS LAST' : ''}`);
  };
  if (orderBy !== null) add(orderBy.by, orderBy.direction);
  if (grain !== null) add(grain, 'asc');
  for (const name of ordered) add(name, 'asc');
  const first = measures[0];
  if (first !== undefined && dimensions.length > ordered.length) add(first, 'desc');
  for (const name of dimensions) add(name, 'asc');
  return [...order.values()];
}
