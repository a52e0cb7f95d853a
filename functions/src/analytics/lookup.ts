import type { Parameter, Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { bindNamed, toScope } from './compile.ts';
import { toCondition, toLabel, toTexts } from './conditions.ts';
import { toJoinLines } from './joins.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest, Filter } from './request.ts';

/** Members that are looked at. */
export const maxMembers = 20_000;

type LookupScope = Pick<AnalyticsRequest, 'period' | 'access' | 'asOf' | 'fiscalYearStartMonth'>;

/**
 * The members of a dimension: `name` as shown, then each spelling that filters compare, in lower case.
 *
 * The catalog is read from its own table. What depends on the fact (channels, customers) is read through the fact, bound
 * to the caller's warehouses, so that no name of another warehouse's customer is offered.
 * @param filter keeps the members that it keeps; all members without it.
 */
export function compileLookup(
  name: string,
  model: SemanticModel,
  scope: LookupScope,
  filter: Filter | null,
): Statement {
  const dimension = model.dimensions[name];
  if (dimension === undefined) throw new Error(`There is no dimension ${name} in ${model.name}`);
  const parameters: Record<string, Parameter> = {};
  const texts = toTexts(dimension);
  const isCatalog = dimension.catalog && dimension.join !== undefined;
  const conditions = isCatalog ? [] : toScope(scope, model, parameters);
  if (filter !== null)
    conditions.push(toCondition(filter, model, (value) => bind(parameters, 'values', value)));
  const columns = [
    `${toLabel(dimension)} AS name`,
    ...texts.map((text, index) => `${text} AS text_${index + 1}`),
  ];
  const joins = isCatalog || dimension.join === undefined ? [] : toJoinLines([dimension.join], model);
  const sql = [
    'SELECT DISTINCT',
    columns.map((column) => `  ${column}`).join(',\n'),
    `FROM ${isCatalog ? dimension.join : model.fact}`,
    ...joins,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
    'ORDER BY name',
    `LIMIT ${maxMembers}`,
  ].join('\n');
  bindNamed(sql, scope, parameters);
  return { sql, parameters };
}
